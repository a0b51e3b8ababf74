"""Three ways: nobody's change is lost, nobody's silence is a change."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import ENTITIES
from desktop_app.domain.compare import compare, compare_record, merged_set, without_base
from desktop_app.domain.plan import KINDS, Plan, to_json

VALUES = st.none() | st.sampled_from(["a", "b", "c"])
SETS = st.none() | st.sets(st.sampled_from("abcdef"), min_size=1).map(lambda many: tuple(sorted(many)))
INSTRUMENT, MISSION = ENTITIES["instrument"], ENTITIES["mission"]


@given(VALUES, VALUES, VALUES)
def test_each_cell_has_one_kind_that_says_who_changed_it(
    base: str | None, ours: str | None, theirs: str | None
) -> None:
    kind = compare(base, ours, theirs)
    changed = (ours != base, theirs != base)
    if kind in ("same", "conflicts"):
        assert changed == (True, True)
        assert (kind == "same") == (ours == theirs)
    else:
        assert changed == {"identical": (False, False), "ours": (True, False), "theirs": (False, True)}[kind]


@given(SETS, SETS, SETS)
def test_a_merged_set_has_all_additions_and_no_removal_is_forgotten(
    base: tuple[str, ...] | None, ours: tuple[str, ...] | None, theirs: tuple[str, ...] | None
) -> None:
    was, here, there = set(base or ()), set(ours or ()), set(theirs or ())
    result = merged_set(base, ours, theirs)
    members = set(result or ())  # type: ignore[arg-type]
    assert members >= (here - was) | (there - was)
    assert not members & ((was - here) | (was - there)) - ((here | there) - was)
    assert members <= here | there
    assert result == merged_set(base, theirs, ours)


@given(SETS, SETS, SETS)
def test_sets_never_disagree(
    base: tuple[str, ...] | None, ours: tuple[str, ...] | None, theirs: tuple[str, ...] | None
) -> None:
    cells = compare_record(MISSION, {"cities": base}, {"cities": ours}, {"cities": theirs})
    assert cells["cities"].kind != "conflicts"


def test_fields_of_a_group_disagree_together() -> None:
    base = {"starts_on": "2022", "ends_on": "2026", "title": "a"}
    ours, theirs = base | {"starts_on": "2023", "title": "b"}, base | {"ends_on": "2027"}
    cells = compare_record(INSTRUMENT, base, ours, theirs)
    assert {name: cell.kind for name, cell in cells.items()} == {
        "starts_on": "ours", "ends_on": "conflicts", "title": "ours",
    }  # fmt: skip
    agreed = compare_record(
        INSTRUMENT, base, base | {"starts_on": "2023"}, base | {"starts_on": "2023", "ends_on": "2027"}
    )
    assert agreed["ends_on"].kind == "theirs"


def test_without_a_base_only_empty_cells_are_filled() -> None:
    assert [without_base(None, "a"), without_base("a", "a"), without_base("a", "b")] == [
        "theirs",
        "identical",
        "conflicts",
    ]


def test_a_plan_counts_every_kind_even_those_that_did_not_happen() -> None:
    data = to_json(Plan("return", "fichier.xlsx"))
    assert tuple(data["rows"]) == tuple(data["cells"]) == KINDS
