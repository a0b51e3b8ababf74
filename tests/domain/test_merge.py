"""The fold is a pure function of the set of changes: no order of arrival changes what a cell shows."""

import random

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.merge import Mark, heads, hidden, members


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Mark], frozenset[str]]:
    """Changes of one cell, each replacing some of the earlier ones, and which are retracted."""
    marks: list[Mark] = []
    for number in range(draw(st.integers(1, 8))):
        prev = (
            draw(st.frozensets(st.sampled_from([mark.id for mark in marks]), max_size=3)) if marks else frozenset[str]()
        )
        marks.append(Mark(f"{number:02d}", prev, draw(st.sampled_from("abc")), draw(st.integers(0, 3))))
    return marks, draw(st.frozensets(st.sampled_from([mark.id for mark in marks])))


@given(histories(), st.randoms())
def test_the_order_of_arrival_changes_nothing(held: tuple[list[Mark], frozenset[str]], chance: random.Random) -> None:
    marks, voided = held
    shuffled = marks.copy()
    chance.shuffle(shuffled)
    assert heads(shuffled, voided) == heads(marks, voided)


@given(histories())
def test_a_change_received_again_changes_nothing(held: tuple[list[Mark], frozenset[str]]) -> None:
    marks, voided = held
    assert heads(marks * 2, voided) == heads(marks, voided)


@given(histories())
def test_each_live_change_is_a_head_or_is_replaced_by_one_who_saw_it(held: tuple[list[Mark], frozenset[str]]) -> None:
    marks, voided = held
    found = {mark.id for mark in heads(marks, voided)}
    by_id = {mark.id: mark for mark in marks}
    for mark in marks:
        if mark.id not in voided and mark.id not in found:
            assert any(
                mark.id in _seen(other, by_id) for other in marks if other.id not in voided and other.id != mark.id
            )
    assert bool(found) is any(mark.id not in voided for mark in marks)


def _seen(mark: Mark, by_id: dict[str, Mark]) -> set[str]:
    return set(mark.prev).union(*(_seen(by_id[id_], by_id) for id_ in mark.prev))


def test_of_two_heads_the_later_is_shown_first() -> None:
    first, second = Mark("b", frozenset("a"), "1", 10), Mark("c", frozenset("a"), "2", 20)
    assert heads([Mark("a", frozenset(), "0"), first, second], set()) == [second, first]


def test_a_retraction_brings_back_what_the_change_had_replaced() -> None:
    marks = [Mark("a", frozenset(), "0"), Mark("b", frozenset("a"), "1"), Mark("c", frozenset("b"), "2")]
    assert [mark.id for mark in heads(marks, set())] == ["c"]
    assert [mark.id for mark in heads(marks, {"c"})] == ["b"]
    assert [mark.id for mark in heads(marks, {"b"})] == ["c"]
    assert [mark.id for mark in heads(marks, {"b", "c"})] == ["a"]
    assert heads(marks, {"a", "b", "c"}) == []


def test_replacing_looks_through_a_retracted_change() -> None:
    marks = [Mark("a", frozenset(), "0"), Mark("b", frozenset("a"), "1"), Mark("c", frozenset("b"), "2")]
    # c had replaced b, which had replaced a: with b taken back, a must not come back beside c.
    assert [mark.value for mark in heads(marks, {"b"})] == ["2"]


def test_a_member_lives_while_one_of_its_additions_is_not_cancelled() -> None:
    added = [("1", "VN"), ("2", "VN"), ("3", "TH")]
    assert members(added, []) == ("TH", "VN")
    assert members(added, [(frozenset("1"), "VN")]) == ("TH", "VN")
    assert members(added, [(frozenset("12"), "VN")]) == ("TH",)
    # A birth adds several members under one id: a removal takes only its own.
    assert members([("1", "VN"), ("1", "TH")], [(frozenset("1"), "VN")]) == ("TH",)


def test_a_record_is_hidden_when_all_that_lives_was_seen_by_who_deleted_it() -> None:
    assert not hidden([], {"a"})
    assert hidden([(False, {"a", "b"})], {"a"})
    assert not hidden([(False, {"a"})], {"a", "b"})
    assert not hidden([(False, {"a"}), (True, set())], {"a"})
    assert hidden([(False, {"a"}), (False, {"b"})], {"a", "b"})
