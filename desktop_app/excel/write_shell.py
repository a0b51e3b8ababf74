"""The workbook without its rows: everything that XlsxWriter does well, and rows that only show which styles to use."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from desktop_app.domain.choices import offered
from desktop_app.domain.dates import show_date
from desktop_app.domain.types import Amount, Day, Several, Text
from desktop_app.domain.words import Words
from desktop_app.excel.cells import NO, YES, Options, hint, look, options
from desktop_app.excel.layout import (
    ACTION_DUPLICATE,
    ACTION_OK,
    ACTION_REMOVE,
    CODES,
    EXPORT_NAME,
    EXPORT_PROPERTY,
    FIRST,
    HEADINGS,
    LISTS_SHEET,
    LONG_TEXTS_SHEET,
    SYNC_SHEET,
    TITLE,
    Column,
    Contents,
    Cover,
    SheetContents,
    frozen_columns,
    sheet_name,
)
from desktop_app.excel.sheets import column_letters
from desktop_app.excel.write_readme import BLUE, BORDER, GREY, GREY_TEXT, YELLOW, write_readme
from desktop_app.excel.write_rows import Styles, heading_lines, measured, wraps
from desktop_app.excel.write_strings import too_long

_MARGIN = 0.3937  # 1 cm, in inches
_READABLE = 170  # characters of a line that still print legibly on a sheet of A4 across
_RED = "#B3261E"
_ACTIONS = Options("action", "actions", closed=False)


@dataclass(slots=True)
class Shell:
    """The package, and for each entity's sheet its part and what its rows need."""

    package: bytes
    parts: dict[str, str] = field(default_factory=dict)
    styles: dict[str, list[Styles]] = field(default_factory=dict)
    widths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    sync_part: str = ""
    long_part: str = ""
    # By part: the area that a table has here, and the one that it will have.
    tables: dict[str, tuple[str, str]] = field(default_factory=dict)


def make_shell(contents: Contents) -> Shell:
    """Make the workbook without its rows."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    shell = Shell(b"")
    looks = _Looks(book)
    write_readme(book, contents)
    sheets = [(sheet, book.add_worksheet(sheet_name(sheet.entity))) for sheet in contents.sheets]
    lists = _Lists(book, contents.names)
    for number, (sheet, page) in enumerate(sheets, 1):
        widths = measured(sheet.entity, sheet.columns, sheet.records, contents.showing)
        shell.widths[sheet.entity.name] = widths
        made = _Page(page, sheet, contents.cover, looks, lists)
        made.write(widths, f"Passerelle_{number}_{sheet.entity.name}")
        shell.tables[f"xl/tables/table{number}.xml"] = made.areas
    lists.write()
    book.add_worksheet(SYNC_SHEET).hide()
    if _has_long_texts(contents):
        long_texts = book.add_worksheet(LONG_TEXTS_SHEET)
        long_texts.set_column(0, 1, 26)
        long_texts.set_column(3, 3, 120)
    _properties(book, contents.cover)
    book.close()
    shell.package = buffer.getvalue()
    _find_parts(shell, contents)
    return shell


def _has_long_texts(contents: Contents) -> bool:
    return any(
        too_long("; ".join(value) if isinstance(value, tuple) else str(value))
        for sheet in contents.sheets
        for column in sheet.columns
        if column.field and column.role == "field" and isinstance(column.field.type, Text | Several)
        for record in sheet.records
        if (value := record.get(column.field.name)) is not None
    )


def _properties(book: Workbook, cover: Cover) -> None:
    subject = f"{cover.subject.fr} / {cover.subject.en}"
    made = datetime(cover.made_on.year, cover.made_on.month, cover.made_on.day)  # noqa: DTZ001  # a civil date
    book.set_properties(
        {"title": subject, "subject": f"{cover.number} {cover.recipient}".strip(), "author": f"CNRS {cover.office}",
         "company": "CNRS", "keywords": f"{cover.number} {cover.code}", "created": made}
    )  # fmt: skip
    book.set_custom_property(EXPORT_PROPERTY, f"{cover.number} {cover.code}", "text")
    book.define_name(EXPORT_NAME, f"='{SYNC_SHEET}'!$A$1")


def _find_parts(shell: Shell, contents: Contents) -> None:
    """Read from the package where each sheet is, and the style numbers that its pattern rows carry."""
    with zipfile.ZipFile(io.BytesIO(shell.package)) as package:
        names = re.findall(r'<sheet name="([^"]*)"', package.read("xl/workbook.xml").decode())
        part = {_unescaped(name): f"xl/worksheets/sheet{place}.xml" for place, name in enumerate(names, 1)}
        shell.sync_part, shell.long_part = part[SYNC_SHEET], part.get(LONG_TEXTS_SHEET, "")
        for sheet in contents.sheets:
            path = part[sheet_name(sheet.entity)]
            shell.parts[sheet.entity.name] = path
            style = dict(re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', package.read(path).decode()))
            shell.styles[sheet.entity.name] = [
                Styles(*(int(style[f"{column_letters(place)}{FIRST + row}"]) for row in (1, 2, 3)))
                for place in range(len(sheet.columns))
            ]


def _unescaped(text: str) -> str:
    return text.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


class _Looks:
    """The formats of the workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def make(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_size": 10, "valign": "top", **properties})
        return self._made[key]

    def cells(self, column: Column) -> tuple[Format, Format, Format]:
        """Return the formats of a column: its cells, those that hold text among numbers or dates, prepared ones."""
        if column.role in ("ref", "link", "shown"):
            grey = self.make(bg_color=GREY, font_color=GREY_TEXT, num_format="@", text_wrap=wraps(column))
            return grey, grey, grey
        bordered = {"border": 1, "border_color": BORDER, "text_wrap": wraps(column)}
        if column.field is None:
            usual = self.make(num_format="@", **bordered)
            return usual, usual, self.make(num_format="@", bg_color=YELLOW, **bordered)
        held = look(column.field.type)
        side = {"align": held.align} if held.align else {}
        usual = self.make(num_format=held.format, **bordered, **side)
        # A year or a month stays text, whatever is typed over it.
        text = self.make(num_format="@", **bordered) if isinstance(column.field.type, Day | Amount) else usual
        return usual, text, self.make(num_format=held.format, bg_color=YELLOW, **bordered, **side)


class _Lists:
    """The hidden sheet of lists, one defined name each."""

    def __init__(self, book: Workbook, names: Mapping[str, Sequence[str]]) -> None:
        self._book, self._names = book, names
        self._page: Worksheet = book.add_worksheet(LISTS_SHEET)
        self._page.hide()
        self._wanted: dict[str, Sequence[str]] = {}

    def formula(self, wanted: Options) -> str | None:
        """Return the formula of a list, which is written when asked for first; None where it is empty."""
        name = f"Liste_{wanted.source}_{wanted.name}"
        values = self._wanted.get(name) or self._values(wanted)
        if values:
            self._wanted[name] = values
        return f"={name}" if values else None

    def _values(self, wanted: Options) -> Sequence[str]:
        if wanted.source == "choice":
            return [option.both for option in offered(wanted.name)]
        if wanted.source == "action":
            return [ACTION_OK, ACTION_REMOVE, ACTION_DUPLICATE]
        return [YES, NO] if wanted.source == "flag" else self._names.get(wanted.name, ())

    def write(self) -> None:
        """Write the lists and their names."""
        for place, (name, values) in enumerate(self._wanted.items()):
            self._page.write_string(0, place, name)
            self._page.set_column(place, place, 30)
            for row, value in enumerate(values, 1):
                self._page.write_string(row, place, value)
            letters = column_letters(place)
            self._book.define_name(name, f"='{LISTS_SHEET}'!${letters}$2:${letters}${len(values) + 1}")


class _Page:
    """The sheet of one entity."""

    def __init__(self, page: Worksheet, sheet: SheetContents, cover: Cover, looks: _Looks, lists: _Lists) -> None:
        self._page, self._sheet, self._cover, self._looks, self._lists = page, sheet, cover, looks, lists
        self._last = FIRST + len(sheet.records) + len(sheet.prepared) - 1

    @property
    def areas(self) -> tuple[str, str]:
        """The table's area while it is made, which costs time for each cell, and in the end."""
        right = column_letters(len(self._sheet.columns) - 1)
        return f"A{HEADINGS + 1}:{right}{FIRST + 1}", f"A{HEADINGS + 1}:{right}{self._last + 1}"

    def write(self, widths: Sequence[int], table: str) -> None:
        """Write all but the rows."""
        page, columns = self._page, self._sheet.columns
        page.set_default_row(18)
        for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
            page.set_column(place, place, width, None, {"hidden": column.hidden})
            page.write_string(CODES, place, f"{self._sheet.entity.name}.{column.code}")
            for row, style in enumerate(self._looks.cells(column)):
                page.write_blank(FIRST + row, place, None, style)
        page.set_row(CODES, None, None, {"hidden": True})
        page.set_row(TITLE, 24)
        page.set_row(HEADINGS, 15 * heading_lines(columns, widths))
        page.write_string(TITLE, 0, self._title(), self._looks.make(bold=True, font_size=13, font_color=BLUE))
        head = self._looks.make(
            bold=True, font_color="#FFFFFF", bg_color=BLUE, text_wrap=True, border=1, border_color=BLUE
        )
        page.add_table(
            HEADINGS, 0, FIRST, len(columns) - 1,
            {"name": table, "style": None, "columns": [{"header": c.heading, "header_format": head} for c in columns]},
        )  # fmt: skip
        for place, column in enumerate(columns):
            self._validate(place, column)
        self._highlight()
        shown = sum(width for column, width in zip(columns, widths, strict=True) if not column.hidden)
        self._print_set_up(frozen_columns(self._sheet.entity, columns), -(-shown // _READABLE))

    def _title(self) -> str:
        subject, due = self._cover.subject, self._cover.due_on
        entity = self._sheet.entity.words
        fr, en = f"{entity.fr} – {subject.fr}", f"{entity.en} – {subject.en}"
        title = fr if fr == en else f"{fr} / {en}"
        if due:
            title += f"   ·   à renvoyer avant le {show_date(due, 'fr')} / return before {show_date(due, 'en')}"
        if self._cover.demo:
            title += "   ·   données fictives / fictitious data"
        return title

    def _validate(self, place: int, column: Column) -> None:
        rule: dict[str, object] = {"validate": "any"}
        if column.role == "ref":
            stop = "Ne modifiez pas cette case : elle sert à reconnaître la ligne.\nDo not edit: this cell identifies the row."
            rule = {"validate": "custom", "value": "=FALSE", "error_title": "Réf. / Ref.", "error_message": stop}
        wanted = _ACTIONS if column.role == "action" else options(column.field.type) if column.field else None
        if wanted and column.role != "link" and (formula := self._lists.formula(wanted)):
            rule = {"validate": "list", "source": formula, **_refusal(wanted)}
        if column.role == "field" and column.field and (words := hint(column.field)):
            rule |= {"input_title": column.field.fr[:32], "input_message": f"{words.fr}\n{words.en}"}
        if rule != {"validate": "any"}:
            self._page.data_validation(FIRST, place, self._last, place, rule)

    def _highlight(self) -> None:
        columns, page = self._sheet.columns, self._page
        action = column_letters(len(columns) - 1)
        struck = self._looks.make(font_color=_RED, font_strikeout=True)
        page.conditional_format(
            FIRST, 0, self._last, len(columns) - 1,
            {"type": "formula", "criteria": f'=${action}{FIRST + 1}="{ACTION_REMOVE}"', "format": struck},
        )  # fmt: skip
        yellow = self._looks.make(bg_color=YELLOW)
        for place, column in enumerate(columns):
            if column.field and column.field.required and column.role == "field" and self._sheet.records:
                page.conditional_format(
                    FIRST, place, FIRST + len(self._sheet.records) - 1, place, {"type": "blanks", "format": yellow}
                )
        page.ignore_errors({"number_stored_as_text": f"A{FIRST + 1}:{action}{self._last + 1}"})

    def _print_set_up(self, frozen: int, wide: int) -> None:
        page = self._page
        page.freeze_panes(FIRST, frozen)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(wide, 0)
        if wide > 1:
            page.print_across()
            page.repeat_columns(0, frozen - 1)
        page.set_margins(_MARGIN, _MARGIN, _MARGIN, 0.6)
        page.repeat_rows(TITLE, HEADINGS)
        page.set_footer(f"&L&8CNRS {self._cover.office} – {self._cover.number}&C&8&A&R&8&P / &N", {"margin": 0.3})
        page.set_selection(FIRST, 1, FIRST, 1)


def _refusal(wanted: Options) -> dict[str, object]:
    """A closed list stops; a list of names only warns, since new names are allowed."""
    if wanted.closed:
        words = Words("Choisissez une valeur de la liste.", "Choose a value from the list.")
    else:
        words = Words("Cette valeur n’est pas dans la liste. La garder ?", "This value is not in the list. Keep it?")
    return {
        "error_type": "stop" if wanted.closed else "warning",
        "error_title": "Liste / List",
        "error_message": f"{words.fr}\n{words.en}",
    }
