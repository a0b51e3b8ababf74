"""Write the next revision of the tables: `python -m desktop_app.store.revise "why"`."""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from desktop_app.store.driver import write_engine

MIGRATIONS = Path(__file__).parent / "migrations"


def configuration() -> Config:
    """Return Alembic's configuration."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def revise(why: str) -> Path:
    """Compare the tables with the last revision, write the next one, and return its path."""
    config = configuration()
    numbers = [int(revision.revision) for revision in ScriptDirectory.from_config(config).walk_revisions()]
    with tempfile.TemporaryDirectory() as folder:
        engine = write_engine(Path(folder) / "last.sqlite")
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            if numbers:
                command.upgrade(config, "head")
            made = command.revision(config, why, autogenerate=True, rev_id=f"{max(numbers, default=0) + 1:04d}")
        engine.dispose()
    if made is None or isinstance(made, list):
        raise SystemExit("no revision was written")
    return Path(made.path)


if __name__ == "__main__":
    sys.stdout.write(f"{revise(sys.argv[1])}\n")
