"""One record under review as lines: each field as sent, ours, theirs, and what it comes to; and the notes of a file."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.plan import ACCEPT, LATER, OPEN, Item
from desktop_app.domain.values import Showing, Value
from desktop_app.gui.words import labelled, said, tr
from desktop_app.sync.review import Review, Subject, is_question

NOTHING = "–"


class Line(NamedTuple):
    """One field to decide: as sent, ours, theirs and the result in words.

    `state`: ours, theirs, open or plain; `follows` where the first line of a new record decides for it.
    """

    number: int
    name: str | None
    label: str
    sent: str
    ours: str
    theirs: str
    result: str
    state: str
    changed_here: bool
    changed_there: bool
    sentence: str
    cell: str
    follows: bool = False
    asks: tuple[
        str, ...
    ] = ()  # the records that the row may belong to, by reference; or the fields that a column may hold

    @property
    def words(self) -> tuple[str, str, str, str, str]:
        """What stands in the columns."""
        return self.label, self.sent, self.ours, self.theirs, self.result


def sentence_of(item: Item) -> str:
    """Return why an item is asked about, or what was not understood."""
    return said(item.words) if item.words else ""


def lines(review: Review, showing: Showing, subject: Subject) -> list[Line]:
    """Return what is to be decided of one record, line by line."""
    asked = frozenset(review.items[number].field for number in subject.items)
    # What a new record must have and the file does not say comes first: the rest of the record waits for it.
    numbers = sorted(subject.items, key=lambda number: not _is_wanting(review.items[number]))
    return [line for number in numbers for line in _lines(review, number, showing, asked)]


def _is_wanting(item: Item) -> bool:
    return item.kind == "unreadable" and item.field is not None and ENTITIES[item.entity].fields[item.field].required


def _lines(review: Review, number: int, showing: Showing, asked: Collection[str | None]) -> Iterator[Line]:
    item = review.items[number]
    entity = ENTITIES[item.entity]
    if review.is_part(item):
        yield part_line(review, number, showing)
    elif item.field is not None:
        yield _cell_line(review, number, entity, showing)
    elif isinstance(item.theirs, dict):
        yield from _new_lines(review, number, entity, showing, asked)
    else:
        yield _row_line(item, number)


def part_line(review: Review, number: int, showing: Showing) -> Line:
    """Return a part of a record as one line: who takes part and how, a period, who pays, a leg."""
    from desktop_app.gui.review.part_words import missing, part_label, part_value

    item = review.items[number]
    name, value = missing(item), part_value(item, showing)
    theirs = tr("“{text}”").format(text=item.text) if name else value
    result = {"accept": value, "refuse": tr("left out"), "later": tr("put aside")}.get(
        item.decision, tr("Decide", "still open")
    )
    return Line(
        number, name, part_label(item, showing), NOTHING, NOTHING, theirs, result, _state(item), False, True,
        sentence_of(item), item.cell,
    )  # fmt: skip


def _shower(entity: Entity, showing: Showing) -> Callable[[str, Value], str]:
    return lambda name, value: entity.fields[name].type.show(value, showing)


def _cell_line(review: Review, number: int, entity: Entity, showing: Showing) -> Line:
    item = review.items[number]
    name, show = item.field or "", _shower(entity, showing)
    base, ours = item.base, item.ours
    theirs = item.theirs if not isinstance(item.theirs, dict) else None
    here = ours != base
    there = item.kind in ("unreadable", "doubtful") or theirs != base or number in review.typed
    sent = show(name, base) or NOTHING
    if review.plan.kind == "foreign":  # it was never sent: there is nothing from which ours may have changed
        ours_words = show(name, ours) or NOTHING
    else:
        ours_words = (show(name, ours) or tr("empty")) if here else tr("unchanged")
    return Line(
        number, name, entity.fields[name].words.said(showing.lang), sent, ours_words,
        _theirs_words(review, number, show) if there else tr("unchanged"), _result(item, show(name, ours), show(name, theirs)),
        _state(item), here, there, sentence_of(item), item.cell,
    )  # fmt: skip


def _theirs_words(review: Review, number: int, show: Callable[[str, Value], str]) -> str:
    item, name = review.items[number], review.items[number].field or ""
    theirs = review.theirs(number)
    value = show(name, theirs) if not isinstance(theirs, dict) else ""
    if item.kind == "unreadable" or (item.kind == "doubtful" and item.text):
        quoted = tr("“{text}”").format(text=item.text)
        return tr("{text}, perhaps {value}").format(text=quoted, value=value) if value else quoted
    return value or tr("left empty")


def _result(item: Item, ours: str, theirs: str) -> str:
    if item.decision in (OPEN, LATER):
        return tr("Decide", "still open") if item.decision == OPEN else tr("put aside")
    return (theirs if item.decision == ACCEPT else ours) or tr("empty")


def _state(item: Item) -> str:
    if not is_question(item):
        return "plain"
    return {"accept": "theirs", "refuse": "ours", "later": "later"}.get(item.decision, "open")


def _new_lines(
    review: Review, number: int, entity: Entity, showing: Showing, asked: Collection[str | None]
) -> Iterator[Line]:
    """Yield the fields of a new record; what is `asked` has a line of its own."""
    item, show = review.items[number], _shower(entity, showing)
    values = item.theirs if isinstance(item.theirs, dict) else {}
    was = review.theirs(number)
    follows = False
    for field in entity:
        value = values.get(field.name)
        if value is None and (not field.required or field.name in asked):
            continue
        theirs = show(field.name, was.get(field.name) if isinstance(was, dict) else None) or tr("to be filled in")
        taken = show(field.name, value) or tr("to be filled in")
        waits = taken if follows else tr("Decide", "still open")
        result = {"accept": taken, "refuse": tr("left out"), "later": tr("put aside")}.get(item.decision, waits)
        yield Line(
            number, field.name, field.words.said(showing.lang), NOTHING, NOTHING, theirs, result, _state(item), False,
            True, sentence_of(item), item.cell, follows, item.likes,
        )  # fmt: skip
        follows = True


def _row_line(item: Item, number: int) -> Line:
    label, sentence = tr("The whole entry"), sentence_of(item)
    if item.kind == "removed":
        result = {"accept": tr("removed"), "refuse": tr("kept"), "later": tr("put aside")}.get(
            item.decision, tr("Decide", "still open")
        )
        words = tr("to be removed")
    elif item.kind == "missing":
        words, result = tr("its row is absent"), tr("nothing is done")
        sentence = tr(
            "An absent row never deletes anything. To remove the entry, open it from the ⋯ menu and delete it."
        )
    else:
        label, words, result = tr("In the row"), item.text or NOTHING, tr("not taken")
    return Line(
        number, None, label, NOTHING, tr("unchanged"), words, result, _state(item), False, True, sentence, item.cell,
        asks=item.likes,
    )  # fmt: skip


def note_lines(review: Review, called: Callable[[str], str]) -> list[Line]:
    """Return what a file says beside its records: notes, remarks of people, columns that were left aside.

    `called` says the name of the record that has a reference.
    """
    return [
        Line(-1, None, label, NOTHING, NOTHING, text, result, "plain", False, True, sentence, cell, asks=asks)
        for label, text, result, sentence, cell, asks in noted(review, called)
    ]


Noted = tuple[str, str, str, str, str, tuple[str, ...]]


def noted(review: Review, called: Callable[[str], str] = str) -> list[Noted]:
    """Return the notes of a file: what it is, its text, what becomes of it, the whole sentence, its cell, what is asked."""
    plan, kept = review.plan, tr("kept beside the step")
    found: list[Noted] = [(tr("Note"), said(words), tr("to know"), said(words), "", ()) for words in plan.notes]
    found += [
        (tr("Remark"), _about(called(remark.ref), remark.text), kept, _about(remark.ref, remark.text), remark.cell, ())
        for remark in plan.remarks
    ]
    for column in plan.columns:
        if column.field is None:
            text = tr("Column {column}: “{heading}”").format(column=column.column, heading=column.heading)
            entity = ENTITIES.get(column.entity or "") if plan.kind == "return" else None
            asks = tuple(f"{entity.name}.{held.name}" for held in entity) if entity else ()
            found.append((tr("Left aside"), text, kept, said(column.reason), f"{column.sheet}!{column.column}", asks))
    return found


def _about(record: str, text: str) -> str:
    return labelled(record, text) if record else text  # a new row has no reference yet
