"""The letter to an embassy: with a workbook that is sent, or to ask for it back."""

from datetime import date

from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.reports import wording
from desktop_app.reports.country import Country
from desktop_app.reports.description import Block, Column, Description, Row, Section, Text, table
from desktop_app.reports.letterhead import described, office_name, own_office, town_of
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store
from desktop_app.store.ledger import Shipment
from desktop_app.store.queries import Filter, Query


def describe(store: Store, request: Request) -> Description:
    """Describe a letter to the embassy in a country, with what it holds of ours."""
    country, lang = Country(store, request), request.lang
    code = str(country.record["code"])
    asked = Query(
        PARTNER, (Filter("country", "is", country.id), Filter("kind", "is", "embassy")), sort=(("name", False),)
    )
    embassy = next(iter(store.records(asked)), None)
    sent = [one for one in store.ledger.shipments() if one.state == "out" and code in one.scope.get("countries", ())]
    name = wording.country_name(country.record, lang)
    to = (
        str(embassy.get(f"name_{lang}") or embassy["name"])
        if embassy
        else Words(f"Ambassade de France : {name}", f"Embassy of France: {name}").said(lang)
    )
    address = str(embassy.get("address") or "") if embassy else ""
    late = [one for one in sent if one.due_on and one.due_on < request.day]
    reminder = "reminder" in request.sections
    *head, last = (to, *address.splitlines())
    body: list[Block] = [*(Text(line, aside=True) for line in head), Text(last, gap=True, aside=True)]
    body += [Text(_place(store, request), gap=True, aside=True), Text(_hello(lang), gap=True)]
    body += [Text(line.said(lang), gap=True) for line in (_reminder(late or sent) if reminder else _cover(name, sent))]
    if sent:
        body.append(_sent(sent, lang))
    body += [Text(line.said(lang), gap=True) for line in _END]
    body.append(Text(office_name(store, lang), aside=True))
    title = (
        Words("Relance : mise à jour de notre tableau commun", "Reminder: updating our common table")
        if reminder
        else Words("Mise à jour de notre tableau commun", "Updating our common table")
    )
    return described(
        store,
        request,
        KIND,
        title=title,
        subtitle=Words("", ""),
        sections=(Section("letter", "", tuple(body)),),
        country=code,
    )


def _place(store: Store, request: Request) -> str:
    day, city = wording.long_date(request.today, request.lang), town_of(own_office(store), request.lang)
    return Words(f"{city}, le {day}" if city else f"Le {day}", f"{city}, {day}" if city else day).said(request.lang)


def _hello(lang: str) -> str:
    return Words("Madame, Monsieur,", "Dear colleague,").said(lang)


def _cover(name: str, sent: list[Shipment]) -> tuple[Words, ...]:
    due = min((one.due_on for one in sent if one.due_on), default="")
    until = _day(due)
    return (
        Words(
            f"Vous trouverez ci-joint le tableau de la coopération du CNRS ({name}), à jour à cette date. Merci de corriger ou de"
            " compléter directement les cellules qui ne sont pas à jour, d’ajouter vos lignes en bas des feuilles, et de nous"
            f" renvoyer le fichier{f' avant le {until.fr}' if until.fr else ''}.",
            f"Please find enclosed the table of CNRS cooperation ({name}) as it stands on this day. Please correct or complete"
            " the cells that are out of date, add your rows at the end of the sheets, and send the file back"
            f"{f' before {until.en}' if until.en else ''}.",
        ),
        Words(
            "Vos modifications seront relues une à une ; rien de ce que vous écrivez n’est perdu.",
            "Your changes will be reviewed one by one; nothing that you write is lost.",
        ),
    )


def _reminder(sent: list[Shipment]) -> tuple[Words, ...]:
    known = bool(sent)
    return (
        Words(
            "Sauf erreur de notre part, "
            + (
                "les classeurs ci-dessous ne nous sont pas encore revenus."
                if known
                else "aucun classeur n’est chez vous à ce jour."
            ),
            "Unless we are mistaken, "
            + ("the workbooks below have not come back yet." if known else "you hold no workbook of ours."),
        ),
        Words(
            "Un envoi même partiel nous est utile ; si un point vous bloque, un simple courriel suffit.",
            "Even a partial answer helps us; should anything be unclear, a short e-mail is enough.",
        ),
    )


_END = (
    Words(
        "En vous remerciant de votre aide, nous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération"
        " distinguée.",
        "Thank you for your help. Yours sincerely,",
    ),
)


def _sent(sent: list[Shipment], lang: str) -> Block:
    rows = [Row((one.number, one.file_name, _as_day(one.due_on or ""))) for one in sent]
    heads = (
        Column(Words("Numéro", "Number").said(lang)), Column(Words("Classeur", "Workbook").said(lang), 1, strong=True),
        Column(Words("Retour souhaité le", "Wanted back on").said(lang)),
    )  # fmt: skip
    return table(heads, rows)


def _as_day(text: str) -> date | str:
    return date.fromisoformat(text) if len(text) == 10 else text


def _day(text: str) -> Words:
    if len(text) != 10:
        return Words(text, text)
    day = date.fromisoformat(text)
    return Words(wording.long_date(day, "fr"), wording.long_date(day, "en"))


KIND = Kind(
    "embassy_letter",
    Words("Lettre à une ambassade", "Embassy letter"),
    Words("Envoi de classeur ou relance", "Cover letter or reminder"),
    "mail",
    ("country!",),
    (Part("letter", Words("Lettre", "Letter")), Part("reminder", Words("Relance", "Reminder"), on=False)),
    describe,
    letters="EL",
)
