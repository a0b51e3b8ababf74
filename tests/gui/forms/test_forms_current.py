"""The compiled Designer forms are those of `ui/`."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_compiled_forms_are_current() -> None:
    spec = importlib.util.spec_from_file_location("compile_forms", ROOT / "build_spec" / "forms.py")
    assert spec is not None
    assert spec.loader is not None
    forms = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(forms)
    assert forms.complaints() == []


def test_forms_hold_shapes_and_no_words() -> None:
    for form in (ROOT / "ui").glob("*.ui"):
        text = form.read_text(encoding="utf-8")
        assert text.count("<string") == text.count('<string notr="true"'), f"{form.name}: say its texts by tr()"
