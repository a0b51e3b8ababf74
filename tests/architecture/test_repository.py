"""What lies in the repository, and what no file of it says."""

from __future__ import annotations

import re

import pytest

from tests.architecture.repository import ROOT, files

TOP = {"pyproject.toml", "README.md", "LICENSE", "desktop_app", "resources", "ui", "tests", "build_spec"}

# Machines and registries by name: a lock or a script that names one works in one place only.
FORBIDDEN = {
    "a path of one machine": r"(?<![\w.])/(?:work/(?:shared|main|\.)|root/|home/[a-z]+/|Users/[a-z]+/)",
    "a registry": r"\b(?:pypi\.org|pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org)\b",
}
TEMPORARY = r"(?<![\w.])/tmp/"


def test_the_top_folder_holds_what_the_readme_names() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in files()}
    assert {name for name in names if not name.startswith(".")} <= TOP


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_file_names(kind: str) -> None:
    assert not found(FORBIDDEN[kind])


def test_no_program_names_the_temporary_folder_of_one_system() -> None:
    assert not [line for line in found(TEMPORARY) if not line.startswith("tests/")]


def test_every_cancel_of_a_dialog_stands_where_the_system_has_it() -> None:
    """A `QDialogButtonBox` or a `QMessageBox` puts it there; what runs is cancelled in the status bar."""
    by_hand = [
        line for line in found(r'(?:QPushButton\(|setText\()tr\("Cancel"\)') if line.startswith("desktop_app/gui/")
    ]
    assert [line.partition(":")[0] for line in by_hand] == ["desktop_app/gui/frame/status_bar.py"]


def found(pattern: str) -> list[str]:
    """Where a pattern stands in the texts of the repository."""
    lines = []
    for path in files():
        content = path.read_bytes()
        if b"\0" in content[:4096]:
            continue  # a font, a picture, a workbook
        text = content.decode("utf-8", errors="replace")
        if not re.search(pattern, text):
            continue  # nearly every file, and many times quicker than line after line
        for number, line in enumerate(text.splitlines(), start=1):
            if re.search(pattern, line):
                lines.append(f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()[:100]}")
    return lines


def test_all_that_the_readme_points_to_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme)
    named = re.findall(r"`((?:desktop_app|ui|resources|build_spec|tests)(?:/[\w.-]+)*)`", readme)
    assert pictures
    assert not [path for path in (*pictures, *named) if not (ROOT / path).exists()]
