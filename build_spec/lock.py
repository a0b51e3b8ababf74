"""Write the lock files: exact versions, with the hashes of the wheels of every system.

Run it after a change of the dependencies in pyproject.toml (`--upgrade` also takes newer versions).
It needs uv; nothing else in the project does.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import LAYERS, ROOT

HEADER = "# Made by build_spec/lock.py from pyproject.toml. {why}\n"
WHY = {
    "run": "What the program needs.",
    "tests": "What the tests need on top of requirements.txt.",
    "bench": "What the benchmarks need on top of the tests.",
    "package": "What building the installers needs on top of requirements.txt.",
}
OLDEST_PYTHON = "3.11"


def resolve(uv: str, name: str, upgrade: bool) -> dict[str, str]:
    """The locked block of each package of a layer and of those below: its version, then its hashes."""
    layer = LAYERS[name]
    command = [uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    command += ["--only-binary", ":all:", "--python-version", OLDEST_PYTHON, "--no-header", "--no-annotate"]
    command += [word for extra in (*layer.below, name) if extra != "run" for word in ("--extra", extra)]
    # What lies below stays as it is, so that the layers fit on top of each other.
    command += [word for lower in layer.below for word in ("--constraint", str(LAYERS[lower].lock))]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "requirements.txt")
        if layer.lock.exists() and not upgrade:
            shutil.copy(layer.lock, out)  # uv keeps the versions that it finds there
        subprocess.run([*command, "--output-file", str(out), str(ROOT / "pyproject.toml")], check=True)
        return blocks(out.read_text(encoding="utf-8"))


def blocks(text: str) -> dict[str, str]:
    """The packages of a lock file, by name; one may have several versions, each for other Pythons."""
    found: dict[str, str] = {}
    for part in re.findall(r"^[A-Za-z0-9].*?(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL):
        name = re.split(r"[=\[ ]", part, maxsplit=1)[0]
        found[name] = found.get(name, "") + part
    return found


def main() -> int:
    """Write every lock file, each holding only what the ones below it do not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take newer versions where pyproject.toml allows")
    upgrade: bool = parser.parse_args().upgrade
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        print("uv is missing: install it with `python -m pip install uv`.", file=sys.stderr)
        return 1
    locked: dict[str, dict[str, str]] = {}
    for name, layer in LAYERS.items():
        below = {package for lower in layer.below for package in locked[lower]}
        found = resolve(uv, name, upgrade)
        locked[name] = {package: block for package, block in sorted(found.items()) if package not in below}
        text = HEADER.format(why=WHY[name]) + "".join(locked[name].values())
        layer.lock.write_text(text, encoding="utf-8", newline="\n")
        print(f"{layer.lock.relative_to(ROOT)}: {len(locked[name])} packages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
