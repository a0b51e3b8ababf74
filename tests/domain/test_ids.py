"""Ids are unique and in order of time, or the same for everybody; references find typing errors."""

import uuid

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.domain.ids import CROCKFORD, check_character, derived_id, new_id, readable, short, timed_id


def test_new_ids_are_uuids_of_version_7_and_come_in_order() -> None:
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == len(ids)
    assert {uuid.UUID(id_).version for id_ in ids} == {7}
    assert {uuid.UUID(id_).variant for id_ in ids} == {uuid.RFC_4122}
    stamps = [id_[:12] for id_ in ids]
    assert stamps == sorted(stamps)


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**80 - 1))
def test_an_id_keeps_its_time_and_its_version_whatever_is_drawn(stamp: int, rest: int) -> None:
    id_ = timed_id(stamp, rest)
    assert int(id_[:12], 16) == stamp
    assert (uuid.UUID(id_).version, uuid.UUID(id_).variant) == (7, uuid.RFC_4122)


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_the_same_parts_give_everybody_the_same_id(parts: list[str]) -> None:
    assert derived_id(*parts) == derived_id(*parts)
    assert uuid.UUID(derived_id(*parts)).version == 8


def test_where_a_part_ends_counts() -> None:
    assert derived_id("ab", "c") != derived_id("a", "bc")
    # Written in every base: this id must never change.
    assert derived_id("country", "FR") == "6dc84571de0580589ee71228e8eb62cb"


@given(st.integers(0, 2**128 - 1))
def test_a_short_id_is_written_in_letters_that_nobody_confuses(value: int) -> None:
    text = short(f"{value:032x}")
    assert len(text) == 8
    assert not set(text) & set("ILOU")
    assert short(f"{value:032x}", 12).endswith(text)


@given(st.text(CROCKFORD, min_size=8, max_size=8), st.integers(0, 7), st.sampled_from(CROCKFORD))
def test_one_wrong_character_changes_the_check_character(text: str, place: int, other: str) -> None:
    changed = text[:place] + other + text[place + 1 :]
    # Two values of one remainder exist among 32: the sum is modulo 31.
    assume(CROCKFORD.index(other) % 31 != CROCKFORD.index(text[place]) % 31)
    assert check_character(changed) != check_character(text)


@given(st.text(CROCKFORD, min_size=8, max_size=8), st.integers(0, 6))
def test_two_characters_swapped_change_the_check_character(text: str, place: int) -> None:
    a, b = text[place], text[place + 1]
    assume(CROCKFORD.index(a) % 31 != CROCKFORD.index(b) % 31)
    assert check_character(text[:place] + b + a + text[place + 2 :]) != check_character(text)


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    assert readable("sin-m-8k3f7qlo") == "S1N-M-8K3F7Q10"
