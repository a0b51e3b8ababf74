"""Conditions of a list in words: "Ends after 2024", « Pays : Viêt Nam »."""

from desktop_app.domain.entity import Entity
from desktop_app.domain.leading import field_at
from desktop_app.domain.types import Amount, Choice, Day, Flag, Integer, Link, Several, Type
from desktop_app.domain.values import Showing, Value
from desktop_app.gui.lists.specs import Condition
from desktop_app.gui.words import mark, said, tr

# What can be asked of a type, in the order of the menu.
_ASKED: dict[str, tuple[str, ...]] = {
    "date": ("between", "is", "filled", "empty"),
    "number": ("between", "is", "filled", "empty"),
    "text": ("contains", "in", "filled", "empty"),
    "several": ("in", "is_not", "filled", "empty"),
    "one": ("in", "is_not", "filled", "empty"),
    "flag": ("in", "is_not"),
}

OPERATORS = {
    "is": mark("is"),
    "is_not": mark("is not"),
    "in": mark("is one of"),
    "contains": mark("contains"),
    "between": mark("lies between"),
    "from": mark("from"),
    "until": mark("until"),
    "empty": mark("is empty"),
    "filled": mark("is filled in"),
}

_SENTENCES = {
    "is": mark("{field}: {value}"),
    "is_not": mark("{field} is not {value}"),
    "in": mark("{field}: {value}"),
    "contains": mark("{field} contains “{value}”"),
    "from": mark("{field}: {value} or later"),
    "until": mark("{field}: no later than {value}"),
    "between": mark("{field}: {first} to {last}"),
    "still": mark("{field}: not before {value}"),
    "lasts": mark("{field}: not before {value}"),
    "empty": mark("{field} is empty"),
    "filled": mark("{field} is filled in"),
}
# Of numbers, another wording.
_NUMBERS = {"from": mark("{field}: {value} or more"), "until": mark("{field}: {value} or less")}


def kind_of(type_: Type) -> str:
    """Return what may be asked of a type: date, number, text, several, one, flag."""
    match type_:
        case Day():
            return "date"
        case Amount() | Integer():
            return "number"
        case Several(of=Choice() | Link()):
            return "several"
        case Choice() | Link():
            return "one"
        case Flag():
            return "flag"
    return "text"


def operators(type_: Type) -> tuple[str, ...]:
    """Return the operators that make sense for a type."""
    return _ASKED[kind_of(type_)]


def name_of(entity: Entity, path: str) -> str:
    """Return what the field of a condition is called; of one that a link leads to, the link as well."""
    first, _, rest = path.partition(".")
    name = said(field_at(entity, path).words)
    return f"{said(entity.fields[first].words)} › {name}" if rest and first in entity.fields else name


def sentence(condition: Condition, entity: Entity, showing: Showing) -> str:
    """Say a condition in words."""
    field = field_at(entity, condition.field)
    type_ = field.type.of if isinstance(field.type, Several) else field.type
    values: tuple[Value, ...] = condition.value if isinstance(condition.value, tuple) else (condition.value,)
    shown = [type_.show(value, showing) if value is not None else tr("not filled in") for value in values]
    words = {
        "field": name_of(entity, condition.field),
        "value": tr(" or ").join(shown),
        "first": shown[0],
        "last": shown[-1],
    }
    sentences = {**_SENTENCES, **_NUMBERS} if kind_of(field.type) == "number" else _SENTENCES
    return tr(sentences[condition.op]).format(**words)
