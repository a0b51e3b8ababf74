"""What a field means: its names in both languages, how others call it, what may be written, and who sees it."""

from html import escape

from PySide6.QtWidgets import QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Field
from desktop_app.domain.types import (
    Amount,
    Choice,
    Code,
    Colour,
    Day,
    Email,
    Flag,
    Identifier,
    Image,
    Integer,
    Link,
    Several,
    Type,
    Web,
)
from desktop_app.gui.words import lang, mark, said, tr


def field_of(widget: QWidget) -> Field | None:
    """Return the field that a widget of a form edits."""
    from desktop_app.gui.record_form.cell import Cell
    from desktop_app.gui.record_form.parts import PartTable

    held: QWidget | None = widget
    while held is not None:
        if isinstance(held, Cell):
            return held.field
        if isinstance(held, PartTable):
            named = [(one.spec.entity, name, editor) for one in held.rows for name, editor in one.editors.items()]
            return next((entity.fields[name] for entity, name, editor in named if editor.isAncestorOf(widget)), None)
        held = held.parentWidget()
    return None


def explain(field: Field) -> str:
    """Say what a field means, as rich text."""
    other = field.words.said("en" if lang() == "fr" else "fr")
    lines = [kind_of(field.type)]
    if field.aliases:
        lines.append(tr("Sheets also call it: {names}.").format(names=", ".join(field.aliases)))
    if field.required:
        lines.append(tr("It must be filled in."))
    if field.private:
        lines.append(tr("It is private: it is in no workbook unless somebody ticks it."))
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<p><b>{escape(said(field.words))}</b> · {escape(other)}</p>{body}"


def kind_of(type_: Type) -> str:
    """Say what may be written in a field of a type."""
    match type_:
        case Link():
            named = said(ENTITIES[type_.entity].one)
            words = tr("Another entry ({kind}): type some letters of its name; the last line creates it.")
            return words.format(kind=named)
        case Several():
            words = tr("Several values: Enter takes one and begins the next. {each}")
            return words.format(each=kind_of(type_.of))
    return tr(_KINDS.get(type(type_), _TEXT))


_TEXT = mark("A text.")
_KINDS: dict[type[Type], str] = {
    Day: mark("A date: a day, a month or only a year. 24/11/2025, 24 nov, 11/2025 and 2025 are understood."),
    Amount: mark("An amount: 14 000, 14k and 14k€ are understood."),
    Integer: mark("A whole number."),
    Flag: mark("Yes or no."),
    Choice: mark("One of a list: type some letters of it."),
    Email: mark("An e-mail address."),
    Colour: mark("A colour by its six digits, as #1D5BB8, or chosen from the dialog."),
    Image: mark("A small picture: PNG, JPEG or SVG. A large one is made smaller."),
    Web: mark("The address of a web site."),
    Identifier: mark("An identifier; it is checked as it is typed."),
    Code: mark("A number or a code, as it is officially written."),
}
