"""The editor of each type. A new type needs one function here, like one in SQL and one in Excel.

    editor = editor_for(field.type, links)
    editor.set_value(record["ends_on"]); editor.changed.connect(…); editor.value(); editor.problem

What all editors have in common stands in `base.py`.
"""

from functools import singledispatch

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
    Text,
    Web,
)
from desktop_app.domain.types import Type as FieldType
from desktop_app.gui.editors.base import Editor
from desktop_app.gui.editors.choice import choice_editor, flag_editor
from desktop_app.gui.editors.day import DayEditor
from desktop_app.gui.editors.link import LinkEditor
from desktop_app.gui.editors.links import Links, Options, Source, Typed
from desktop_app.gui.editors.picture import ColourEditor, PictureEditor
from desktop_app.gui.editors.text import AddressEditor, LineEditor, TextEditor
from desktop_app.gui.editors.tokens import TokensEditor


@singledispatch
def editor_for(type_: FieldType, _links: Links) -> Editor:
    """Return a new editor for values of a type."""
    raise TypeError(type_)


@editor_for.register
def _text(type_: Text, _links: Links) -> Editor:
    return TextEditor(type_) if type_.lines else LineEditor(type_)


@editor_for.register(Code)
@editor_for.register(Identifier)
@editor_for.register(Integer)
@editor_for.register(Amount)
def _line(type_: FieldType, _links: Links) -> Editor:
    return LineEditor(type_)


@editor_for.register
def _web(type_: Web, _links: Links) -> Editor:
    return AddressEditor(type_, "external-link", "")


@editor_for.register
def _email(type_: Email, _links: Links) -> Editor:
    return AddressEditor(type_, "mail", "mailto:")


@editor_for.register
def _colour(type_: Colour, _links: Links) -> Editor:
    return ColourEditor(type_)


@editor_for.register
def _image(type_: Image, _links: Links) -> Editor:
    return PictureEditor(type_)


@editor_for.register
def _day(type_: Day, _links: Links) -> Editor:
    return DayEditor(type_)


@editor_for.register
def _flag(type_: Flag, _links: Links) -> Editor:
    return flag_editor(type_)


@editor_for.register
def _choice(type_: Choice, _links: Links) -> Editor:
    return choice_editor(type_)


@editor_for.register
def _link(type_: Link, links: Links) -> Editor:
    return LinkEditor(links.of(type_.entity))


@editor_for.register
def _several(type_: Several, links: Links) -> Editor:
    return TokensEditor(_source(type_.of, links))


def _source(type_: FieldType, links: Links) -> Source:
    if isinstance(type_, Link):
        return links.of(type_.entity)
    return Options(type_.list) if isinstance(type_, Choice) else Typed(type_)


__all__ = ["Editor", "editor_for"]
