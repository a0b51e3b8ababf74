"""The locked packages agree with what the project asks for, and with the notices that are shipped."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.repository import ROOT

SPEC = ROOT / "build_spec"
LAYERS = {
    "requirements.txt": ["requirements.txt"],
    "requirements-tests.txt": ["requirements.txt", "requirements-tests.txt"],
    "requirements-bench.txt": ["requirements.txt", "requirements-tests.txt", "requirements-bench.txt"],
    "requirements-package.txt": ["requirements.txt", "requirements-package.txt"],
}


def locked(file: str) -> dict[str, str]:
    """The names and versions of a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", (SPEC / file).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("file", LAYERS)
def test_what_the_project_asks_for_is_locked(file: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = file.removesuffix(".txt").removeprefix("requirements").removeprefix("-")
    asked = map(Requirement, project["optional-dependencies"][extra] if extra else project["dependencies"])
    versions = {name: version for lock in LAYERS[file] for name, version in locked(lock).items()}
    for requirement in asked:
        assert versions[canonicalize_name(requirement.name)] in requirement.specifier, requirement


@pytest.mark.parametrize("file", LAYERS)
def test_every_locked_package_has_hashes(file: str) -> None:
    blocks = re.split(r"^(?=[a-z0-9])", (SPEC / file).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("file", LAYERS)
def test_a_package_is_locked_once_among_the_files_installed_together(file: str) -> None:
    names = [name for lock in LAYERS[file] for name in locked(lock)]
    assert len(names) == len(set(names))


def test_the_notices_name_every_package_that_is_shipped() -> None:
    done = subprocess.run([sys.executable, SPEC / "notices.py", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
