"""The first sheet: what to do with the workbook, French on the left, English on the right."""

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from desktop_app.domain.dates import show_date
from desktop_app.domain.words import Words
from desktop_app.excel.layout import ACTION_REMOVE, README_SHEET, Contents, Cover, sheet_name

BLUE, GREY, GREY_TEXT, YELLOW, BORDER = "#1D5BB8", "#ECEFF3", "#566172", "#FFF6D6", "#C5CCD6"
_WIDTH = 62
_FR, _EN = 0, 2  # columns; a narrow one stands between


_BETWEEN_OFFICES = (
    Words(
        "Ce fichier porte les modifications d’un bureau vers un autre : **n’envoyez ce fichier à personne d’autre**.",
        "This file carries the changes of one office to another: **send this file to nobody else**.",
    ),
    Words(
        "Pour le prendre : dans Passerelle, « Reprendre un fichier », ou déposez-le sur la fenêtre.",
        "To take it in: in Passerelle, “Take in a file”, or drop it on the window.",
    ),
    Words(
        "Les feuilles montrent les fiches qui ont changé, pour lire ; le programme lit la partie cachée.",
        "The sheets show the entries that changed, to be read; the program reads the hidden part.",
    ),
    Words(
        "L’ordre des fichiers est sans importance ; en reprendre un deux fois, ou en perdre un, ne fait aucun mal.",
        "The order of the files does not matter; taking one in twice, or losing one, does no harm.",
    ),
)


def write_readme(book: Workbook, contents: Contents) -> None:
    """Write the first sheet, on one landscape page."""
    page: Worksheet = book.add_worksheet(README_SHEET)
    page.activate()
    page.hide_gridlines(2)
    page.set_column(_FR, _FR, _WIDTH)
    page.set_column(1, 1, 3)
    page.set_column(_EN, _EN, _WIDTH)
    row = _write_title(book, page, contents.cover)
    row = _write_steps(book, page, contents, row)
    if not contents.cover.between_offices:
        row = _write_colours(book, page, row + 1)
        _write_shipment(book, page, contents, row + 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 1)
    page.set_margins(0.6, 0.6, 0.6, 0.6)
    page.set_footer(f"&L&8CNRS {contents.cover.office} – {contents.cover.number}&C&8&A&R&8&P / &N", {"margin": 0.3})


def _write_title(book: Workbook, page: Worksheet, cover: Cover) -> int:
    style = book.add_format({"bold": True, "font_size": 18, "font_color": BLUE, "valign": "vcenter", "text_wrap": True})
    _both(page, 0, cover.subject, style, height=34 if max(map(len, cover.subject)) <= 34 else 60)
    if not cover.demo:
        return 2
    fictitious = book.add_format({"bold": True, "font_color": "#8F5600"})
    _both(page, 1, Words("Base de démonstration : données fictives", "Demo base: fictitious data"), fictitious)
    return 3


def _write_steps(book: Workbook, page: Worksheet, contents: Contents, row: int) -> int:
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True})
    for number, words in enumerate(_steps(contents), 1):
        said = [f"{number}.  {text}" for text in words]
        page.set_row(row, 17 * max(1 + len(text) // (_WIDTH - 4) for text in said))
        for column, text in zip((_FR, _EN), said, strict=True):
            before, mark, after = text.partition("**")
            if mark:
                strong, _, rest = after.partition("**")
                pieces: list[object] = [before, bold, strong, *([rest] if rest else [])]
                page.write_rich_string(row, column, *pieces, plain)
            else:
                page.write_string(row, column, text, plain)
        row += 1
    return row


def _steps(contents: Contents) -> list[Words]:
    if contents.cover.between_offices:
        return [*_BETWEEN_OFFICES, _how_much(contents)]
    sheets = [sheet_name(sheet.entity) for sheet in contents.sheets]
    fr = ", ".join(f"« {name} »" for name in sheets)
    en = ", ".join(f"“{name}”" for name in sheets)
    which = Words("de la feuille", "of the sheet") if len(sheets) == 1 else Words("des feuilles", "of the sheets")
    return [
        Words(
            f"Ne modifiez que les cases blanches ou jaunes {which.fr} {fr}. Les grises servent à reconnaître les lignes.",
            f"Edit only the white or yellow cells {which.en} {en}. Grey cells let us recognise the rows.",
        ),
        Words(
            "Pour corriger : écrivez par-dessus. Pour vider une case : écrivez un tiret « - ».",
            "To correct: type over. To empty a cell: type a dash “-”.",
        ),
        Words(
            "Pour ajouter : remplissez une ligne jaune en bas du tableau ; sa référence est déjà prête.",
            "To add: fill in a yellow row below the table; its reference is ready.",
        ),
        Words(
            f"Pour supprimer : choisissez « {ACTION_REMOVE} » dans la dernière colonne. N’effacez pas la ligne.",
            f"To remove: choose “{ACTION_REMOVE}” in the last column. Do not delete the row.",
        ),
        Words(
            "Vous pouvez trier, filtrer et masquer des colonnes ; une remarque libre tient dans l’avant-dernière.",
            "You may sort, filter and hide columns; the last column but one is for free comments.",
        ),
        _sending_back(contents.cover),
    ]


def _how_much(contents: Contents) -> Words:
    cover, count = contents.cover, sum(len(sheet.records) for sheet in contents.sheets)
    made = cover.made_on.isoformat()
    return Words(
        f"Échange {cover.number} du bureau {cover.office}, le {show_date(made, 'fr')} ; fiches montrées ici : {count}.",
        f"Exchange {cover.number} from the office {cover.office}, {show_date(made, 'en')}; entries shown here: {count}.",
    )


def _sending_back(cover: Cover) -> Words:
    due_fr = f" **avant le {show_date(cover.due_on, 'fr')}**" if cover.due_on else ""
    due_en = f" **before {show_date(cover.due_on, 'en')}**" if cover.due_on else ""
    to_fr = cover.return_to or "à la personne qui vous l’a envoyé"
    to_en = cover.return_to or "the person who sent it to you"
    link = "à " if cover.return_to else ""
    return Words(
        f"Renvoyez ce fichier{due_fr} {link}{to_fr}, sous n’importe quel nom, au format .xlsx.",
        f"Send this file back{due_en} to {to_en}, under any name, as .xlsx.",
    )


def _write_colours(book: Workbook, page: Worksheet, row: int) -> int:
    _both(page, row, Words("Code couleur", "Colour code"), book.add_format({"bold": True}))
    framed = {"border": 1, "border_color": BORDER}
    red = {"font_color": "#B3261E", "font_strikeout": True, **framed}
    looks: list[tuple[Words, dict[str, object]]] = [
        (Words("à vérifier et corriger", "check and correct"), {**framed}),
        (Words("nouvelle ligne, ou case obligatoire", "new row, or required cell"), {"bg_color": YELLOW, **framed}),
        (Words("ne pas modifier", "do not edit"), {"bg_color": GREY, "font_color": GREY_TEXT}),
        (Words("à supprimer (dernière colonne)", "to remove (last column)"), red),
    ]
    for place, (words, properties) in enumerate(looks, row + 1):
        _both(page, place, words, book.add_format(properties))
    return row + len(looks) + 1


def _write_shipment(book: Workbook, page: Worksheet, contents: Contents, row: int) -> None:
    grey = book.add_format({"font_color": GREY_TEXT, "text_wrap": True, "valign": "top"})
    cover = contents.cover
    count = sum(len(sheet.records) for sheet in contents.sheets)
    made = cover.made_on.isoformat()
    to_fr, to_en = (f" pour {cover.recipient}", f" for {cover.recipient}") if cover.recipient else ("", "")
    lines_fr, rows_en = ("ligne" if count < 2 else "lignes"), ("row" if count == 1 else "rows")
    words = Words(
        f"Envoi {cover.number}{to_fr}, bureau du CNRS {cover.office}, données au {show_date(made, 'fr')}."
        f" Comptez environ {_time(count, 'minutes', 'heures')} pour {count} {lines_fr}.",
        f"Shipment {cover.number}{to_en}, CNRS office {cover.office}, data as of {show_date(made, 'en')}."
        f" Takes about {_time(count, 'minutes', 'hours')} for {count} {rows_en}.",
    )
    _both(page, row, words, grey, height=34)
    if cover.sender is not None:
        lines = max(1 + len(text) // (_WIDTH - 4) for text in cover.sender)
        _both(page, row + 1, cover.sender, grey, height=17 * lines)


def _time(rows: int, minutes: str, hours: str) -> str:
    """Return how long reading and correcting some rows takes: about a minute and a half each."""
    needed = max(5, 5 * round((5 + rows * 1.5) / 5))
    return f"{needed} {minutes}" if needed <= 120 else f"{round(needed / 60)} {hours}"


def _both(page: Worksheet, row: int, words: Words, style: object, height: float | None = None) -> None:
    if height:
        page.set_row(row, height)
    page.write_string(row, _FR, words.fr, style)
    page.write_string(row, _EN, words.en, style)
