"""Where the program's own files and the user's files are, on every system and in the frozen program."""

from functools import cache
from pathlib import Path

APP = "Passerelle"
SUFFIX = ".passerelle"


@cache
def resources() -> Path:
    """The folder of icons, translations, reference lists, report templates and help."""
    return Path(__file__).resolve().parents[1] / "resources"


def user_data() -> Path:
    """The user's folder for the demo base, logs and the work in progress; made when missing."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP, appauthor=False, ensure_exists=True))


def user_documents() -> Path:
    """The folder that file dialogs propose first."""
    import platformdirs

    return Path(platformdirs.user_documents_dir())
