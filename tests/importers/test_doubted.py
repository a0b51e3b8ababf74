"""A question mark beside a value of a foreign sheet: the value is asked, with what it is without the mark."""

from pathlib import Path

import pytest

from desktop_app.domain.plan import OPEN
from desktop_app.domain.values import Value
from desktop_app.store.base import Store
from tests.importers.test_every_file import planned
from tests.importers.test_rows import added, written

HEADINGS = {"city": "Ville", "starts_on": "Début", "institute": "Institut", "notes": "Notes"}


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        ("city", "HCMV ?", "HCMV"), ("city", "? Huế", "Huế"), ("starts_on", "30/09/2021 ?", "2021-09-30"),
        ("starts_on", "avril 2024 ?", "2024-04"), ("institute", "INEE (?)", "INEE"),
    ],
)  # fmt: skip
def test_a_value_with_a_question_mark_beside_it_is_asked_with_what_it_may_be(
    store: Store, tmp_path: Path, field: str, typed: str, read: Value
) -> None:
    path = written(tmp_path, f"Type;Intitulé;{HEADINGS[field]}\nIRP;Projet fictif;{typed}\n")
    row, asked = planned(store, path, entity="instrument").items
    assert isinstance(row.theirs, dict)
    assert field not in row.theirs
    assert (asked.field, asked.theirs, asked.text, asked.decision) == (field, read, typed, OPEN)
    assert asked.words is not None
    assert "point d’interrogation" in asked.words.fr


@pytest.mark.parametrize(("field", "typed"), [("notes", "À revoir ?"), ("city", "?")])
def test_a_question_mark_that_is_part_of_a_text_or_stands_alone_asks_nothing(
    store: Store, tmp_path: Path, field: str, typed: str
) -> None:
    path = written(tmp_path, f"Type;Intitulé;{HEADINGS[field]}\nIRP;Quel avenir ?;{typed}\n")
    (row,) = planned(store, path, entity="instrument").items
    assert isinstance(row.theirs, dict)
    assert (row.theirs["title"], row.theirs.get(field)) == ("Quel avenir ?", None if field == "city" else typed)


def test_a_link_with_a_question_mark_is_asked_and_a_name_that_has_one_is_not(store: Store, tmp_path: Path) -> None:
    ids = [added(store, "partner", name=name) for name in ("Institut fictif", "Où ?")]
    path = written(tmp_path, "Nom;Prénom;Organisme\nFictive;Anne;Institut fictif ?\nFictif;Jean;Où ?\n")
    first, asked, second = planned(store, path, entity="person").items
    assert (asked.field, asked.theirs, asked.decision) == ("partner", ids[0], OPEN)
    assert isinstance(first.theirs, dict)
    assert isinstance(second.theirs, dict)
    assert (first.theirs.get("partner"), second.theirs.get("partner")) == (None, ids[1])
