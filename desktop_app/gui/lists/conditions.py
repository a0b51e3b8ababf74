"""Conditions of a list in words: "Ends after 2024", « Pays : Viêt Nam »."""

from desktop_app.domain.entity import Field
from desktop_app.domain.types import Amount, Choice, Day, Flag, Integer, Link, Several, Type
from desktop_app.domain.values import Showing, Value
from desktop_app.gui.lists.specs import Condition
from desktop_app.gui.words import mark, said, tr

# What can be asked of a type, in the order of the menu.
_ASKED: dict[str, tuple[str, ...]] = {
    "date": ("from", "until", "is", "filled", "empty"),
    "number": ("is", "from", "until", "filled", "empty"),
    "text": ("contains", "is", "filled", "empty"),
    "several": ("is", "filled", "empty"),
    "one": ("is", "is_not", "filled", "empty"),
    "flag": ("is", "empty"),
}

OPERATORS = {
    "is": mark("is"),
    "is_not": mark("is not"),
    "in": mark("is one of"),
    "contains": mark("contains"),
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
    "from": mark("{field} from {value}"),
    "until": mark("{field} until {value}"),
    "empty": mark("{field} is empty"),
    "filled": mark("{field} is filled in"),
}


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


def sentence(condition: Condition, field: Field, showing: Showing) -> str:
    """Say a condition in words."""
    return tr(_SENTENCES[condition.op]).format(field=said(field.words), value=_value(condition, field, showing))


def _value(condition: Condition, field: Field, showing: Showing) -> str:
    type_ = field.type.of if isinstance(field.type, Several) else field.type
    values: tuple[Value, ...] = condition.value if isinstance(condition.value, tuple) else (condition.value,)
    shown = [type_.show(value, showing) for value in values if value is not None]
    return tr(" or ").join(shown)
