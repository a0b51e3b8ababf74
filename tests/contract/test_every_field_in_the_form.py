"""Every field of every entity stands in its form, survives it untouched, and is saved when it is changed there."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication

from desktop_app.domain import ENTITIES, types
from desktop_app.domain.choices import choices
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
    Type,
    Web,
)
from desktop_app.domain.words import Words
from desktop_app.gui.editors import of_type
from desktop_app.gui.editors.of_type import editor_for
from desktop_app.gui.record_form.any import parts_inside
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
from desktop_app.gui.workspace import Workspace
from desktop_app.paths import resources
from desktop_app.settings import Settings
from desktop_app.store.base import Store
from desktop_app.store.queries import Query
from tests.strategies import PICTURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.domain.entity import Entity
    from desktop_app.domain.values import Value

Ids = dict[str, list[str]]
KINDS = [
    kind for kind in vars(types).values() if isinstance(kind, type) and issubclass(kind, Type) and kind is not Type
]
SAMPLES: dict[type[Type], tuple[Value, Value, Value]] = {
    Text: ("Cần Thơ", "東京大学", "œuvre & <b>"), Code: ("IRL 3527", "UMI 3527", "00123"),
    Day: ("2019", "2025-11", "2025-11-24"), Integer: (0, 2026, -1), Amount: ("14000", "-3.25", "0.10"),
    Flag: (True, False, True), Web: ("https://www.cnrs.fr", "https://ror.org", "http://example.org/a?b=c"),
    Email: ("a@example.org", "b@example.org", "c@example.org"), Colour: ("#1D5BB8", "#7A1F5C", "#000000"),
    Image: (*PICTURES, PICTURES[0]),
}  # fmt: skip
IDENTIFIERS = {
    "ror": ("02wsd5p50", "01znkr924"), "orcid": ("0000-0002-1825-0097", "0000-0001-5109-3700"),
    "doi": ("10.1234/exemple.1", "10.1234/exemple.2"),
}  # fmt: skip


def sample(type_: Type, number: int, known: Ids) -> Value:
    """Return a value of a type; another one for another number."""
    if isinstance(type_, Several):
        return tuple(sorted({str(sample(type_.of, number, known)), str(sample(type_.of, number + 1, known))}))
    if isinstance(type_, Link):
        ids = known[type_.entity]
        return ids[number % len(ids)]
    if isinstance(type_, Choice):
        return list(choices(type_.list))[number % len(choices(type_.list))]
    if isinstance(type_, Identifier):
        return IDENTIFIERS[type_.scheme][number % 2]
    if isinstance(type_, Text) and type_.lines:
        return f"première ligne {number}\nseconde ligne"
    return SAMPLES[type(type_)][number % 3]


def record_of(entity: Entity, number: int, known: Ids) -> dict[str, Value]:
    """Return values for all fields of an entity whose links have somewhere to go."""
    targets = {field.name: field.type.of if isinstance(field.type, Several) else field.type for field in entity}
    return {
        field.name: sample(field.type, number + place, known)
        for place, field in enumerate(entity)
        if not isinstance(target := targets[field.name], Link) or known[target.entity]
    }


@pytest.fixture(scope="module")
def full_base(empty_base: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ids]:
    """A closed base with two records of each entity, every field filled, after those of the reference data."""
    path = Path(shutil.copy(empty_base, tmp_path_factory.mktemp("full") / "full.passerelle"))
    with Store.open(path) as store:
        ids = {
            name: [str(one["id"]) for one in store.records(Query(entity, limit=2))] for name, entity in ENTITIES.items()
        }
        with store.edit(Words("Tout", "Everything")) as edit:
            for name, entity in ENTITIES.items():
                for number in (3, 7):
                    ids[name].append(edit.add(entity, record_of(entity, number, ids)))
    return path, ids


@pytest.fixture
def known(full_base: tuple[Path, Ids]) -> Ids:
    """The ids of the records by entity."""
    return full_base[1]


@pytest.fixture
def workspace(qapp: QApplication, full_base: tuple[Path, Ids], tmp_path: Path) -> Iterator[Workspace]:
    """An open copy of the full base in a workspace."""
    QDir.setSearchPaths("icons", [str(resources() / "icons")])
    look.apply("light", family=qapp.font().family())
    tasks = Tasks()
    made = Workspace(Settings(tmp_path / "settings.ini"), tasks)
    store = Store.open(Path(shutil.copy(full_base[0], tmp_path / "office.passerelle")))
    made.take(store)
    yield made
    made.close()
    tasks.close()
    store.close()
    set_language("en")


def wait(qtbot: QtBot, workspace: Workspace) -> None:
    """Wait until the worker has finished and what it brought is shown."""
    qtbot.waitUntil(lambda: not workspace.tasks.busy)
    QApplication.processEvents()


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=list(ENTITIES))
def test_every_field_survives_the_form(entity: Entity, known: Ids, workspace: Workspace, qtbot: QtBot) -> None:
    id_ = known[entity.name][-1]
    window = FormWindow(None, workspace, entity)
    qtbot.addWidget(window)
    form = window.form
    form.open(id_)
    wait(qtbot, workspace)
    assert set(form.fields.cells) == set(entity.fields)
    before = workspace.store.get(entity, id_)
    assert before is not None
    assert form.fields.values() == {name: before[name] for name in entity.fields}
    set_language("fr")
    wait(qtbot, workspace)
    form.fields.cells[next(iter(entity.fields))].editor.settle()
    assert not form.dirty
    changed = record_of(entity, 5, known)
    for _again in range(2):  # what one field brings along in another may be typed over
        for name, value in changed.items():
            form.fields.cells[name].editor.set_value(value)
            form.fields.cells[name].editor.settle()
    form.save()
    wait(qtbot, workspace)
    assert not form.ui.notice.isVisibleTo(form), form.ui.noticeWords.text()
    after = workspace.store.get(entity, id_)
    assert after is not None
    assert {name: after[name] for name in entity.fields} == changed
    assert not form.dirty
    window.close()


@pytest.mark.parametrize("entity", [one for one in ENTITIES.values() if parts_inside(one)], ids=lambda one: one.name)
def test_every_part_can_be_edited_inside_its_record(entity: Entity, workspace: Workspace, qtbot: QtBot) -> None:
    window = FormWindow(None, workspace, entity)
    qtbot.addWidget(window)
    for part in parts_inside(entity):
        tables = [table for table in window.form.fields.tables if table.spec.entity is part]
        seen = {name for table in tables for name in table.spec.columns}
        assert {field.name for field in part if field.required and field.name != part.owner} <= seen, part.name
        assert tables, part.name
    window.close()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_type_has_an_editor(kind: type[Type]) -> None:
    assert editor_for.dispatch(kind) is not editor_for.dispatch(Type), f"{kind.__name__}: add it to {of_type.__name__}"
