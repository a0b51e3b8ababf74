"""Make pictures of the screens, without a screen: `python build_spec/pictures.py FOLDER [--base BASE]`.

Each page in both themes, both languages and at two window sizes, from the demo base or from any other; for people to look at
beside the design, and for the README.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

SIZES = ((1366, 768), (1440, 900))
Look = tuple[Literal["fr", "en"], Literal["light", "dark"], tuple[int, int]]
LOOKS: tuple[Look, ...] = tuple(
    (language, mode, size) for language in ("en", "fr") for mode in ("light", "dark") for size in SIZES
)
FEW: tuple[Look, ...] = (("en", "light", SIZES[1]), ("fr", "dark", SIZES[1]))
FAMILY = "Inter"


def settle(idle: Callable[[], bool], at_most_ms: int = 20_000) -> None:
    """Let the event loop run until there is nothing left to do."""
    loop, waited = QEventLoop(), 0
    while waited < at_most_ms:
        QTimer.singleShot(60, loop.quit)
        loop.exec()
        waited += 60
        if idle() and waited >= 240:
            return


def family_here() -> str:
    """Return the design's family where the machine has it, else the system's; a machine without fonts gets ours."""
    if not QFontDatabase.families():
        for font in (Path(__file__).resolve().parents[1] / "resources" / "fonts").glob("NotoSans-*.ttf"):
            QFontDatabase.addApplicationFont(str(font))
        return "Noto Sans"
    return FAMILY if FAMILY in QFontDatabase.families() else ""


def pictures(folder: Path, base: Path, only: str, looks: Sequence[Look] = LOOKS) -> Iterator[Path]:
    """Make every picture; returns the files one by one."""
    from desktop_app.app import Program, prepare
    from desktop_app.gui.theme import look
    from desktop_app.gui.words import set_language
    from desktop_app.settings import Settings

    settings = Settings(folder / "pictures.ini")
    prepare(settings)
    family = family_here()
    program = Program(settings)
    program.show(base)
    settle(lambda: program.workspace.is_open and not program.tasks.busy)
    for language, mode, (width, height) in looks:
        set_language(language)
        look.apply(mode, 1.0, family)
        program.window.resize(width, height)
        for name in program.window.stack.places:
            if only and only != name:
                continue
            program.window.stack.show_page(name)
            settle(lambda: not program.tasks.busy)
            yield save(program.window, folder / f"{name}_{mode}_{language}_{width}x{height}.png")
    program.close()


def save(widget: QWidget, file: Path) -> Path:
    """Save what a widget looks like."""
    widget.grab().save(str(file))
    return file


def main() -> int:
    """Make the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", type=Path, help="the base to show; a small demo base is made otherwise")
    parser.add_argument("--few", action="store_true", help="one size, light in English and dark in French")
    parser.add_argument("--only", default="", help="one page by its name")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        base = chosen.base or demo(Path(work))
        for file in pictures(chosen.folder, base, chosen.only, FEW if chosen.few else LOOKS):
            print(file)
    return 0


def demo(folder: Path) -> Path:
    """Make a demo base."""
    from desktop_app.demo.office import fill_demo
    from desktop_app.store.base import Store

    path = folder / "Demo.passerelle"
    with Store.create(path, "SIN", demo=True) as store:
        fill_demo(store)
    return path


if __name__ == "__main__":
    sys.exit(main())
