"""Where the program finds what it ships with, and where it keeps what belongs to the user.

Imported before the window shows: nothing heavy here.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

APP = "Passerelle"
HOME = "PASSERELLE_HOME"  # names one folder that holds everything, for a memory stick or a trial


@cache
def resources() -> Path:
    """The folder of icons, wordings, reference data, fonts and templates; read-only."""
    packed = getattr(sys, "_MEIPASS", None)  # set in an installed program
    root = Path(packed) if packed else Path(__file__).resolve().parent.parent
    return root / "resources"


def data() -> Path:
    """The user's folder for bases made without naming a place, and for their backups."""
    return _made("data")


def config() -> Path:
    """The user's folder for settings."""
    return _made("config")


def caches() -> Path:
    """The user's folder for what can be made again."""
    return _made("cache")


def logs() -> Path:
    """The user's folder for the log."""
    return _made("log")


def _made(kind: str) -> Path:
    home = os.environ.get(HOME)
    if home:
        folder = Path(home).absolute() / kind
    else:
        from platformdirs import PlatformDirs

        folder = getattr(PlatformDirs(APP, appauthor=False), f"user_{kind}_path")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
