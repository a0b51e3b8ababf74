"""Compile the Designer forms of `ui/` into `desktop_app/gui/forms/`, which the program imports.

    python build_spec/forms.py           compile every form
    python build_spec/forms.py --check   change nothing; say what is stale or left over (exit status 1)

Forms hold shapes, not words: each text is said by `tr` in the widget that uses the form, so that it can change language.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "ui"
COMPILED = ROOT / "desktop_app" / "gui" / "forms"
PACKAGE = '"""Compiled from `ui/` by `build_spec/forms.py`; never edited by hand."""\n'


def compiled(form: Path) -> str:
    """Return the Python code of a form."""
    suffix = ".exe" if sys.platform == "win32" else ""
    folders = (Path(PySide6.__file__).parent / "Qt" / "libexec", Path(PySide6.__file__).parent)
    tool = next(path for folder in folders if (path := folder / f"uic{suffix}").exists())
    done = subprocess.run([str(tool), "-g", "python", str(form)], capture_output=True, check=True)
    return done.stdout.decode().replace("\r\n", "\n")


def wanted() -> dict[str, str]:
    """Return what should stand in the folder: file name and text."""
    files = {f"ui_{form.stem}.py": compiled(form) for form in sorted(SOURCES.glob("*.ui"))}
    return {"__init__.py": PACKAGE, **files}


def complaints() -> list[str]:
    """Say which compiled forms are stale, missing or left over."""
    texts = wanted()
    present = {path.name: path.read_text(encoding="utf-8") for path in COMPILED.glob("*.py")}
    stale = [name for name, text in texts.items() if present.get(name) != text]
    return [*(f"{name} is not current" for name in stale), *(f"{name} has no form" for name in present.keys() - texts)]


def main() -> int:
    """Compile the forms, or with `--check` say what is stale."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        found = complaints()
        print("\n".join(found))
        return 1 if found else 0
    COMPILED.mkdir(exist_ok=True)
    for name, text in wanted().items():
        (COMPILED / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
