"""A base that was brought up to date has the tables of a new one."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from desktop_app.store.base import Store
from desktop_app.store.driver import read_engine
from desktop_app.store.revise import configuration
from desktop_app.store.schema import HEAD_REVISION, upgrade
from desktop_app.store.tables import METADATA


def _schema(path: Path) -> set[tuple[str, str]]:
    engine = read_engine(path)
    with engine.connect() as connection:
        lines = connection.exec_driver_sql("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
        found = {(kind, name) for kind, name in lines}
    engine.dispose()
    return found


def test_nothing_is_left_to_migrate_after_an_upgrade_from_nothing(tmp_path: Path) -> None:
    path = tmp_path / "old.passerelle"
    upgrade(path)
    engine = read_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: not (kind == "table" and name.startswith("search_"))},
        )
        assert compare_metadata(context, METADATA) == []
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD_REVISION
    engine.dispose()


def test_a_new_base_and_an_upgraded_one_hold_the_same_tables_and_indexes(tmp_path: Path) -> None:
    upgrade(tmp_path / "upgraded.passerelle")
    Store.create(tmp_path / "new.passerelle", "SIN").close()
    assert _schema(tmp_path / "new.passerelle") == _schema(tmp_path / "upgraded.passerelle")


def test_the_version_that_the_program_knows_is_the_newest_revision() -> None:
    assert ScriptDirectory.from_config(configuration()).get_heads() == [HEAD_REVISION]


def test_an_upgraded_empty_base_opens_as_a_base(tmp_path: Path) -> None:
    path = tmp_path / "old.passerelle"
    upgrade(path)
    with Store.open(path) as store:
        assert store.counts()["partner"] == 0
