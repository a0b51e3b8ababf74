"""The version of a base's tables, known without Alembic, which is imported only when a base must be brought up to date."""

from pathlib import Path

from sqlalchemy import Connection

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store.driver import APPLICATION_ID, asked_once, write_engine
from desktop_app.store.tables import METADATA, create_search

# The newest file of migrations/versions; a test compares the two.
HEAD_REVISION = "0015"


def create(connection: Connection) -> None:
    """Create the tables of a new base at the newest version."""
    METADATA.create_all(connection)
    create_search(connection)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD_REVISION,))
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def version(path: Path) -> str:
    """Return the version of a base."""
    return str(asked_once(path, "SELECT version_num FROM alembic_version"))


def refuse_newer(found: str, name: str) -> None:
    """Refuse a base that a newer version of the program has made."""
    if found > HEAD_REVISION:
        raise Refused(
            Words(
                f"La base « {name} » vient d’une version plus récente de Passerelle ({found}) : mettez le programme à jour"
                " pour l’ouvrir. Rien n’a été modifié.",
                f"The base “{name}” comes from a newer version of Passerelle ({found}): update the program to open it."
                " Nothing was changed.",
            )
        )


def upgrade(path: Path) -> None:
    """Bring a base up to date with Alembic, in one transaction; the caller has made a backup."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    engine = write_engine(path)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()
