"""French as it is printed: no sign that belongs to the word before it can begin a line."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.repository import ROOT

SIGN, QUOTED = re.compile(r" [:;?!»]|« "), re.compile(r"« | »")
PROGRAM, HELP = ROOT / "desktop_app", ROOT / "resources" / "help" / "fr"
# What people of the demo office typed is as they typed it.
TYPED = PROGRAM / "demo"


def test_no_sign_of_the_french_in_the_code_can_begin_a_line() -> None:
    found = []
    for module in sorted(PROGRAM.rglob("*.py")):
        if TYPED in module.parents:
            continue
        name = module.relative_to(PROGRAM).as_posix()
        source = module.read_text(encoding="utf-8")
        tree = ast.parse(source)
        if "Words" in source:
            found += [f"{name}: {text}" for text in french_of(tree) if SIGN.search(text)]
        # Only French has such quotes: what is put together elsewhere is known by them.
        found += [f"{name}: {text}" for text in texts_of(tree) if QUOTED.search(text)]
    assert not found


def test_no_sign_of_the_french_help_can_begin_a_line() -> None:
    pages = {page.stem: page.read_text(encoding="utf-8") for page in HELP.glob("*.md")}
    assert pages
    assert not [f"{name}: {line}" for name, text in pages.items() for line in text.splitlines() if SIGN.search(line)]


def french_of(tree: ast.AST) -> Iterator[str]:
    """The French of all words of a module."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        match call:
            case ast.Call(func=ast.Name(id="Words"), args=[french, *_english]):
                yield from texts_of(french)


def texts_of(tree: ast.AST) -> Iterator[str]:
    """All texts below a node, those with values in them as a whole; not what explains the code."""
    kinds = (ast.Expr, ast.Constant, ast.JoinedStr)
    nodes = [node for node in ast.walk(tree) if isinstance(node, kinds)]
    explaining = {node.value for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)) if node not in explaining:
                yield text
            case ast.JoinedStr(values=parts):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts)
