"""Deliberately wrong ways to agree: the tests that let ours pass must catch each of them."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from desktop_app.domain import merge
from desktop_app.domain.ids import derived_id, new_id
from desktop_app.store import births, bulk, fold, journal, refold, steps, taking_back, telling, union
from desktop_app.store.fold import Change, RecordFold
from desktop_app.store.tables import CHANGE
from desktop_app.sync import apply
from tests.sync import scenarios
from tests.sync.scenarios import Story


def last_writer_wins(patch: pytest.MonkeyPatch) -> None:
    """The latest clock decides, and the other value is gone."""
    patch.setattr(fold, "heads", lambda marks, voided: merge.heads(marks, voided)[:1])


def delete_wins(patch: pytest.MonkeyPatch) -> None:
    """A deletion hides what its author had not seen."""
    alive = RecordFold.gone

    def gone(self: RecordFold) -> bool:
        return alive(self) or any('"alive":false' in str(mark.value) for mark in self._life)

    patch.setattr(RecordFold, "gone", gone)


def edit_wins(patch: pytest.MonkeyPatch) -> None:
    """A deletion never hides anything that was ever edited."""
    patch.setattr(RecordFold, "_covered", lambda _self, seen: set(seen[:1]))


def what_was_not_displayed_is_replaced(patch: pytest.MonkeyPatch) -> None:
    """An edit closes a question that its author has not seen."""
    patch.setattr(journal, "displayed", lambda _connection, heads: tuple(heads))


def retracted_changes_stop_the_look(patch: pytest.MonkeyPatch) -> None:
    """What a retracted change had replaced comes back beside what replaced the retracted one."""
    patch.setattr(merge, "_replaced", lambda mark, _by_id, _voided: set(mark.prev))


def removal_wins(patch: pytest.MonkeyPatch) -> None:
    """Taking a member away also takes away what others added meanwhile."""

    def members(
        additions: Iterable[tuple[str, str]], removals: Iterable[tuple[frozenset[str], str]]
    ) -> tuple[str, ...]:
        gone = {element for _ids, element in removals}
        return tuple(sorted({element for _id, element in additions} - gone))

    patch.setattr(fold, "members", members)


def what_comes_too_early_is_dropped(patch: pytest.MonkeyPatch) -> None:
    """A change whose predecessor is not there yet is left aside."""
    add = journal.add

    def strict(connection: Any, changes: Iterable[Change]) -> list[Change]:
        held = list(changes)
        known = bulk.known(connection, CHANGE.c.id, [prev for change in held for prev in change.prev])
        return add(connection, [change for change in held if all(prev in known for prev in change.prev)])

    patch.setattr(journal, "add", strict)


def a_late_retraction_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    """A retraction that comes before what it takes back does nothing."""

    def changed_cells(connection: Any, fresh: Iterable[Change]) -> Any:
        held = list(fresh)
        cells: Any = {}
        for change in held:
            refold.add_cell(cells, change.kind, change.tbl, change.row, change.field)
        voids = [change.id for change in held if change.kind == 4]
        for key, registers in refold.cells_of(connection, refold.settle_voids(connection, voids)).items():
            cells.setdefault(key, set()).update(registers)
        return cells

    patch.setattr(union, "changed_cells", changed_cells)


def order_of_arrival_decides(patch: pytest.MonkeyPatch) -> None:
    """Of two values the one that came last is shown."""
    patch.setattr(fold, "heads", lambda marks, voided: [mark for mark in marks if mark.id not in voided][-1:])


def equal_links_get_ids_of_their_own(patch: pytest.MonkeyPatch) -> None:
    """Two offices that add the same link add two changes of one name with different content."""
    patch.setattr(births, "derived_id", lambda *parts: merge_id(parts))
    counter = iter(range(10**6))

    def merge_id(parts: tuple[str, ...]) -> str:
        return derived_id(parts[1]) if parts[0] == "born" and next(counter) >= 0 else derived_id(*parts)


def groups_are_merged_field_by_field(patch: pytest.MonkeyPatch) -> None:
    """A start from here and an end from there make a period that nobody wrote."""
    told = RecordFold.told

    def mixed(self: RecordFold, register: str, value: str | None) -> Any:
        each = told(self, register, value)
        if "+" in register and len(self.heads(register)) > 1:
            other = told(self, register, self.heads(register)[-1].value)
            first = next(iter(each))
            return {**each, first: other[first]}
        return each

    patch.setattr(RecordFold, "told", mixed)


def undo_takes_back_what_others_did(patch: pytest.MonkeyPatch) -> None:
    """Any step can be undone anywhere."""
    patch.setattr(steps, "stacks", lambda connection, _replicas: _everybodys(connection))

    def _everybodys(connection: Any) -> tuple[list[int], list[int]]:
        lines = connection.exec_driver_sql("SELECT seq FROM batch WHERE kind = 'edit' ORDER BY seq").all()
        return [seq for (seq,) in lines], []

    patch.setattr(taking_back, "_refuse_nothing", lambda *_arguments: None)


def changes_of_a_file_get_ids_of_their_own(patch: pytest.MonkeyPatch) -> None:
    """Two that take in the same file say the same thing twice."""
    patch.setattr(telling, "derived_id", lambda *_parts: new_id())


def what_is_refused_is_not_written(patch: pytest.MonkeyPatch) -> None:
    """A refused value comes back from somebody who accepted it."""
    patch.setattr(apply, "_is_answered", lambda item: item.decision != "refuse")


def a_file_replaces_whatever_is_there(patch: pytest.MonkeyPatch) -> None:
    """A file is compared with today's cells, not with what it had shown."""
    tell = telling.Teller._settle

    def settle(self: Any, row: str, register: str, said: Change, ones: Any, now: Any) -> None:
        tell(self, row, register, said._replace(prev=()), ones, now)

    patch.setattr(telling.Teller, "_settle", settle)
    patch.setattr(telling.Teller, "_showing", lambda self, row, _names, _base: [one.id for one in self._history(row)])


# Each with a story that it does not end as it must.
WRONG_WAYS: tuple[tuple[Callable[[pytest.MonkeyPatch], None], Story], ...] = (
    (last_writer_wins, scenarios.two_values_of_which_none_knew_the_other_stay_open),
    (delete_wins, scenarios.an_edit_that_the_deleter_had_not_seen_keeps_the_record),
    (edit_wins, scenarios.a_deletion_hides_what_its_author_had_seen),
    (what_was_not_displayed_is_replaced, scenarios.an_edit_of_what_is_disputed_replaces_only_what_stood_on_the_screen),
    (retracted_changes_stop_the_look, scenarios.undo_leaves_what_was_replaced_and_no_question),
    (removal_wins, scenarios.members_added_here_survive_a_removal_there),
    (
        what_comes_too_early_is_dropped,
        scenarios.a_value_that_replaces_another_is_no_conflict_in_whatever_order_it_comes,
    ),
    (a_late_retraction_is_forgotten, scenarios.a_retraction_may_come_before_what_it_takes_back),
    (order_of_arrival_decides, scenarios.a_value_that_replaces_another_is_no_conflict_in_whatever_order_it_comes),
    (equal_links_get_ids_of_their_own, scenarios.two_that_add_the_same_link_add_one),
    (groups_are_merged_field_by_field, scenarios.fields_that_go_together_are_not_mixed),
    (undo_takes_back_what_others_did, scenarios.undoing_what_another_took_in_too_leaves_it_there),
    (changes_of_a_file_get_ids_of_their_own, scenarios.a_refusal_holds_everywhere),
    (what_is_refused_is_not_written, scenarios.a_refusal_holds_everywhere),
    (a_file_replaces_whatever_is_there, scenarios.what_is_left_open_stays_open_with_both_values),
)
