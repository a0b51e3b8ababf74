"""Keep the translations current: new texts into the `.ts` files, and the `.qm` that the program loads.

    python build_spec/translations.py           collect the texts of the code, then compile
    python build_spec/translations.py --check   change nothing; say what is missing or stale (exit status 1)

One catalogue an area, so that two people who work on two screens do not meet in one file. English needs one too, for its
plurals: "1 row" and "2 rows".
"""

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "resources" / "i18n"
GUI = ROOT / "desktop_app" / "gui"
# What is in no area belongs to the frame.
AREAS: dict[str, tuple[str, ...]] = {
    "forms": ("editors/*.py", "record_form/*.py", "detail/*.py"),
    "editing": ("editing/*.py",),
    "lists": ("lists/*.py", "table/*.py", "views/*.py", "frame/view_shelf.py", "pages/records*.py"),
    "search": ("palette/*.py", "help/*.py", "frame/finder.py"),
    "exchange": (
        "review/*.py",
        "receiving/*.py",
        "duplicates/*.py",
        "pages/duplicates*.py",
        "when.py",
        "dialogs/*.py",
        "pages/exchange*.py",
        "pages/review*.py",
        "pages/history*.py",
    ),
    "dashboard": ("dashboard/*.py", "pages/dashboard.py", "pages/deadlines.py"),
    "letters": ("letters/*.py",),
    "figures": ("charts/*.py", "pages/figures.py"),
    "overview": ("overview/*.py", "pages/overview.py"),
    "map": ("map/*.py", "pages/map.py"),
    "reports": ("pages/report*.py",),
}
FRAME = "frame"
QT = CATALOGUES / "qt_fr.ts"  # what Qt's own French leaves out of its dialogs; written by hand
LANGUAGES = ("fr", "en")


def sources(area: str) -> list[Path]:
    """Return the files whose texts belong to an area."""
    named = {name: {path for pattern in patterns for path in GUI.glob(pattern)} for name, patterns in AREAS.items()}
    if area != FRAME:
        return sorted(named[area])
    rest = {*GUI.rglob("*.py"), ROOT / "desktop_app" / "app.py"}
    return sorted(path for path in rest.difference(*named.values()) if path.exists())


def run(tool: str, *arguments: str) -> None:
    """Run a tool of Qt Linguist from the PySide6 of this environment; raises with its words when it fails."""
    suffix = ".exe" if sys.platform == "win32" else ""
    folder = Path(PySide6.__file__).parent
    program = folder / f"{tool}{suffix}"
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        raise SystemExit(f"{tool}: {done.stdout}{done.stderr}")


def collect(area: str, language: str, catalogue: Path) -> None:
    """Bring a catalogue up to date with the code: new texts come in unfinished, those that are gone leave."""
    only_plurals = ["-pluralonly"] if language == "en" else []
    files = [str(path.relative_to(ROOT)) for path in sources(area)]
    run(
        "lupdate", "-silent", "-locations", "none", "-no-obsolete", "-sort-messages", "-tr-function-alias", "tr+=mark",
        *only_plurals, "-source-language", "en", "-target-language", language, *files, "-ts", str(catalogue),
    )  # fmt: skip


def compile_(catalogue: Path, compiled: Path) -> None:
    """Write the `.qm` of a catalogue."""
    run("lrelease", "-silent", str(catalogue), "-qm", str(compiled))


def messages(catalogue: Path) -> dict[str, bool]:
    """Return the texts of a catalogue and whether each is translated in full."""
    found: dict[str, bool] = {}
    for message in ET.parse(catalogue).getroot().iter("message"):
        translation = message.find("translation")
        forms = [] if translation is None else [translation, *translation.iter("numerusform")]
        said = [form for form in forms if form.tag == "numerusform" or not len(translation or ())]
        whole = translation is not None and translation.get("type") is None and all(form.text for form in said)
        found[message.findtext("source") or ""] = whole
    return found


def update() -> None:
    """Collect and compile every area."""
    for area in (FRAME, *AREAS):
        for language in LANGUAGES:
            catalogue = CATALOGUES / f"{area}_{language}.ts"
            collect(area, language, catalogue)
            compile_(catalogue, catalogue.with_suffix(".qm"))
            if left := [text for text, whole in messages(catalogue).items() if not whole]:
                print(f"{catalogue.relative_to(ROOT)}: {len(left)} to translate")
    compile_(QT, QT.with_suffix(".qm"))


def complaints() -> list[str]:
    """Say what is missing, left over or not translated, and which `.qm` is stale."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for area in (FRAME, *AREAS):
            for language in LANGUAGES:
                found += _complaints_of(area, language, Path(folder))
        found += _stale(QT, Path(folder))
    return found


def _complaints_of(area: str, language: str, folder: Path) -> list[str]:
    catalogue = CATALOGUES / f"{area}_{language}.ts"
    if not catalogue.exists():
        return [f"{catalogue.name} is missing"]
    fresh = folder / catalogue.name
    collect(area, language, fresh)
    in_code, here = set(messages(fresh)), messages(catalogue)
    return [
        *(f"{catalogue.name}: not collected: {text}" for text in sorted(in_code - set(here))),
        *(f"{catalogue.name}: no longer in the code: {text}" for text in sorted(set(here) - in_code)),
        *(f"{catalogue.name}: not translated: {text}" for text, whole in here.items() if not whole),
        *_stale(catalogue, folder),
    ]


def _stale(catalogue: Path, folder: Path) -> list[str]:
    compiled = folder / f"{catalogue.stem}.qm"
    compile_(catalogue, compiled)
    same = compiled.read_bytes() == _bytes(catalogue.with_suffix(".qm"))
    return [] if same else [f"{catalogue.stem}.qm is older than its catalogue"]


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def main() -> int:
    """Update the catalogues, or with `--check` say what is wrong with them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        update()
        return 0
    found = complaints()
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
