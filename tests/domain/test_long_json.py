"""JSON that is written and read in pieces says what Python's own says."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import long_json

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda held: st.lists(held, max_size=4) | st.dictionaries(st.text(), held, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), _VALUES, max_size=5))
def test_whatever_is_written_is_read_again_and_is_common_json(value: dict[str, object]) -> None:
    assert json.loads(long_json.write(value)) == value
    assert long_json.read(long_json.write(value)) == value
    assert long_json.read(json.dumps(value, indent=1)) == value


@pytest.mark.parametrize("length", [499, 500, 501, 1_000, 1_203])
def test_long_lists_are_whole_wherever_they_are_cut(length: int) -> None:
    value = {
        "items": [{"n": n, "text": "é\n"} for n in range(length)],
        "inner": {"few": [list(range(length))]},
        "end": 1,
    }
    assert long_json.write(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    assert long_json.read(long_json.write(value)) == value


@pytest.mark.parametrize("length", [99_999, 100_000, 100_001, 250_000])
def test_long_texts_are_whole_wherever_they_are_cut(length: int) -> None:
    value = {"text": ('"é\\\n\U0001f30d' * length)[:length]}
    assert long_json.write(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_tuples_are_lists_and_nothing_is_nothing() -> None:
    assert long_json.write({"a": (), "b": ((1, 2), ())}) == '{"a":[],"b":[[1,2],[]]}'
    assert long_json.write({}) == "{}"
    assert long_json.read(" {} ") == {}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a"}', '{"a":1', '{"a":[1}', '{"a":1 "b":2}', "null"])
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (JSON's own errors among them)
        long_json.read(text)
