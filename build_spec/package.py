"""Build the program as a folder that runs without Python: dist/Passerelle, with the licences of all it holds.

Run it on the system that the program is for; PyInstaller builds for no other.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from importlib import metadata
from pathlib import Path

import environment

DIST = environment.ROOT / "dist"
FOLDER = DIST / "Passerelle"
UNWANTED = {"numpy", "pandas", "matplotlib", "polars", "pyarrow", "sqlite3", "Qt6Quick", "Qt6Qml", "Qt6WebEngine"}
TRIAL = (
    ["new", "trial.passerelle", "--office", "SIN", "--demo", "--missions", "200"],
    ["export", "trial.passerelle", "--out", "trial.xlsx", "--entity", "mission"],
    ["receive", "trial.passerelle", "trial.xlsx"],
    ["report", "trial.passerelle", "country_summary", "--country", "VN", "--lang", "fr", "--out", "trial.pdf"],
)
LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


def build() -> None:
    """Run PyInstaller in this interpreter's environment."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    spec = environment.ROOT / "build_spec" / "passerelle.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(environment.ROOT / "build" / "pyinstaller"), str(spec)]
    subprocess.run(command, check=True, cwd=environment.ROOT)


def add_licences() -> None:
    """Put the licence texts of the program and of every package in it beside it."""
    target = FOLDER / "licences"
    shutil.copytree(environment.ROOT / "resources" / "licences", target)
    shutil.copy(environment.ROOT / "LICENSE", target)
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if python.exists():
        shutil.copy(python, target / "python.txt")
    lock = environment.LAYERS["run"].lock.read_text(encoding="utf-8")
    for name in re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE):
        for file in metadata.files(name) or []:
            if ".dist-info" in file.parts[0] and any(LICENCE.search(part) for part in file.parts[1:]):
                kept = target / name / "_".join(file.parts[1:]).removeprefix("licenses_")
                kept.parent.mkdir(exist_ok=True)
                shutil.copy(file.locate(), kept)


def check() -> None:
    """Fail when the folder holds what it should not, or when the program in it does not run."""
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    unwanted = [str(path) for path in files if _stems(path) & UNWANTED and "sqlcipher3" not in path.parts]
    if unwanted:
        raise SystemExit(f"This should not be in the program: {', '.join(unwanted[:5])}")
    program = FOLDER / ("passerelle-cli.exe" if os.name == "nt" else "passerelle-cli")
    with tempfile.TemporaryDirectory() as folder:
        for words in TRIAL:
            command = [str(program), *words, "--json"]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
            if done.returncode:
                raise SystemExit(f"{words[0]}: status {done.returncode}\n{done.stderr}")
            json.loads(done.stdout)
    size = sum(path.stat().st_size for path in files)
    print(f"{FOLDER}: {len(files)} files, {size / 1e6:.0f} MB; it made, exported, took back and printed a base.")


def _stems(path: Path) -> set[str]:
    """The names of a file and of its folders, without what systems put around them."""
    parts = path.relative_to(FOLDER).parts
    return {part.removeprefix("lib").removeprefix("_").partition(".")[0] for part in parts}


def main() -> None:
    """Prepare the environment, start again in it, and build."""
    python = environment.prepare("package")
    if Path(sys.prefix) != environment.VENV:
        environment.become([str(python), *sys.argv], os.environ)
    build()
    add_licences()
    check()


if __name__ == "__main__":
    main()
