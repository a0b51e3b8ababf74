"""The maps at the head of the larger packages name each of their modules, once, and nothing else."""

import importlib
import re
from collections import Counter
from pathlib import Path

import pytest

_NAMES = re.compile(r"^    ((?:[a-z_]+ )*[a-z_]+)(?:  .*)?$", re.MULTILINE)


@pytest.mark.parametrize("layer", ["store", "excel", "sync", "importers"])
def test_the_map_of_a_package_names_each_of_its_modules_once(layer: str) -> None:
    package = importlib.import_module(f"desktop_app.{layer}")
    named = Counter(name for line in _NAMES.findall(package.__doc__ or "") for name in line.split())
    there = {path.stem for path in Path(str(package.__file__)).parent.glob("*.py")} - {"__init__"}
    assert named == Counter(there)
