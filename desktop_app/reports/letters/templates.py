"""The templates of letters: ours, and the Word documents that the office has put beside its base.

A template is a Word document with fields in it: {{ mission.dates }}. It is read before it is offered: an unknown field is
said with the paragraph where it stands and the field that was perhaps meant.
"""

import difflib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from desktop_app.domain.disk import reason
from desktop_app.domain.refused import Refused
from desktop_app.domain.text import mid_sentence
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.excel.placing import put
from desktop_app.paths import resources
from desktop_app.reports.letters.fields import ABOUT, KNOWN, LISTS

LARGEST, MOST_UNPACKED = 5_000_000, 60_000_000
_OURS: dict[str, Words] = {
    "invitation": Words("Invitation", "Invitation"),
    "event_invitation": Words("Invitation à un évènement", "Invitation to an event"),
    "visa_support": Words("Soutien à une demande de visa", "Visa support"),
    "attestation": Words("Attestation de séjour", "Certificate of stay"),
    "thanks": Words("Remerciements", "Thanks"),
    "embassy_reminder": Words("Relance à une ambassade", "Reminder to an embassy"),
}
Used = tuple[str, str]  # a field: its record and its name, the latter empty where the record is words itself


@dataclass(frozen=True, slots=True)
class Template:
    """A template: how it is called, its file, its language where its name says one, the fields that it uses."""

    name: str
    words: Words
    path: Path
    lang: str | None
    ours: bool
    used: tuple[Used, ...] = ()
    flaws: tuple[Words, ...] = ()
    about: frozenset[str] = field(default_factory=frozenset)  # the kinds of records that it can be filled from


def folder_of(base: Path) -> Path:
    """Return the folder beside a base where the office keeps its own templates."""
    return base.with_name(f"{base.stem} - lettres")


def templates(base: Path) -> list[Template]:
    """Return every template: the office's own first, then ours where it has none of that name."""
    own = [_template(path, ours=False) for path in _documents(folder_of(base))]
    taken = {(one.name, one.lang) for one in own}
    ours = [_template(path, ours=True) for path in _documents(resources() / "letters")]
    order = list(_OURS)
    ours.sort(key=lambda one: order.index(one.name) if one.name in order else len(order))
    return [*own, *(one for one in ours if (one.name, one.lang) not in taken)]


def offered(found: Iterable[Template], entity: str, lang: str) -> list[Template]:
    """Return the templates that can be filled from a kind of record, each once: in a language, else as it is."""
    best: dict[str, Template] = {}
    for one in found:
        if (entity in one.about or one.flaws) and (one.name not in best or one.lang == lang):
            best[one.name] = one
    return list(best.values())


def in_language(found: Iterable[Template], name: str, lang: str) -> Template:
    """Return a template by its name, in a language where it is there in that. Raises Refused where there is none."""
    several = [one for one in found if one.name == name]
    if not several:
        known = ", ".join(dict.fromkeys(one.name for one in found))
        raise Refused(
            Words(
                f"Il n’y a pas de modèle « {name} » : choisissez parmi {known}.",
                f"There is no template “{name}”: choose among {known}.",
            )
        )
    return next((one for one in several if one.lang == lang), several[0])


def add(base: Path, source: Path) -> Template:
    """Keep a document as a template of the office. Raises Refused where it is none, or what is wrong with it."""
    made = _template(source, ours=False)
    if made.flaws:
        raise Refused(made.flaws[0])
    folder = folder_of(base)
    try:
        folder.mkdir(exist_ok=True)
        put(source.read_bytes(), folder / source.name)
    except OSError as error:
        raise _unreadable(source, reason(error)) from error
    return _template(folder / source.name, ours=False)


def environment() -> SandboxedEnvironment:
    """Return what fills a template: nothing but fields, a field that is not there is refused, no text becomes markup."""
    made = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    made.globals.clear()
    made.filters["mid_sentence"] = mid_sentence
    return made


def opened(path: Path) -> DocxTemplate:
    """Open a template. Raises Refused where it is no Word document, or one that swells."""
    try:
        if path.stat().st_size > LARGEST:
            raise _unreadable(path, Words("il dépasse 5 Mo", "it is larger than 5 MB"))
        data = path.read_bytes()
        with ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise _unreadable(path, Words("il est trop gros une fois ouvert", "it is too large once opened"))
        document = DocxTemplate(io.BytesIO(data))
        document.init_docx()
    except OSError as error:
        raise _unreadable(path, reason(error)) from error
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError) as error:
        raise _unreadable(
            path, Words("ce n’est pas un document Word (.docx)", "it is no Word document (.docx)")
        ) from error
    return document


def _documents(folder: Path) -> list[Path]:
    try:
        found = sorted(folder.glob("*.docx"), key=lambda path: path.name.casefold())
    except OSError:
        return []
    return [path for path in found if not path.name.startswith(("~$", "."))]


def _template(path: Path, *, ours: bool) -> Template:
    try:
        found = path.stat()
    except OSError:
        return _read_template(path, None, ours=ours)
    return _read_template(path, (found.st_size, found.st_mtime_ns), ours=ours)


@lru_cache(maxsize=200)
def _read_template(path: Path, _size_and_time: tuple[int, int] | None, *, ours: bool) -> Template:
    """Read a template again only once its file is another one."""
    name, _, last = path.stem.rpartition("_")
    lang = last.lower() if last.lower() in LANGUAGES else None
    name = name if lang and name else path.stem
    words = _OURS.get(name, Words(name.replace("_", " "), name.replace("_", " ")))
    if not ours:
        words = Words(name.replace("_", " "), name.replace("_", " ")) if name not in _OURS else words
    try:
        used, flaws = _read(opened(path), path)
    except Refused as refused:
        return Template(name, words, path, lang, ours, flaws=(refused.words,))
    roots = {root for root, _name in used}
    about = frozenset(kind for kind, held in ABOUT.items() if roots <= held)
    if not about and not flaws:
        listed = ", ".join(sorted(roots - ABOUT["partner"]))
        flaws = (
            Words(
                f"« {path.name} » parle à la fois de {listed} : aucune fiche n’a tout cela. Faites-en deux modèles.",
                f"“{path.name}” speaks of {listed} at once: no entry has all of that. Make two templates of it.",
            ),
        )
    return Template(name, words, path, lang, ours, tuple(used), tuple(flaws), about)


def _read(document: DocxTemplate, path: Path) -> tuple[list[Used], tuple[Words, ...]]:
    used: dict[Used, None] = {}
    flaws: list[Words] = []
    for xml in _parts(document):
        source = re.sub(r"<w:p([ >])", r"\n<w:p\1", document.patch_xml(xml))
        lines = source.split("\n")
        try:
            tree = environment().parse(source)
        except TemplateSyntaxError as error:
            flaws.append(_misspelt(path, _said(lines, error.lineno), error.message or ""))
            continue
        for one, line, known in _fields(tree):
            if known:
                used.setdefault(one)
            else:
                flaws.append(_unknown(path, one, _said(lines, line)))
    return list(used), tuple(flaws)


def _parts(document: DocxTemplate) -> Iterator[str]:
    yield document.get_xml()
    for uri in (document.HEADER_URI, document.FOOTER_URI):
        for _key, part in document.get_headers_footers(uri):
            yield document.get_part_xml(part)


def _fields(tree: nodes.Template) -> Iterator[tuple[Used, int, bool]]:
    """Yield every field of a template with its line, and whether there is such a field."""
    members = {
        loop.target.name: loop.iter.name
        for loop in tree.find_all(nodes.For)
        if isinstance(loop.target, nodes.Name) and isinstance(loop.iter, nodes.Name)
    }
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"} | {"loop"}
    taken: set[int] = set()
    asked: list[nodes.Getattr | nodes.Getitem] = [*tree.find_all(nodes.Getattr), *tree.find_all(nodes.Getitem)]
    for attribute in asked:
        name = _attribute(attribute)
        if not isinstance(attribute.node, nodes.Name):
            yield ("…", name), attribute.lineno, False  # fields hold words, and words have no fields
            continue
        taken.add(id(attribute.node))
        root = members.get(attribute.node.name, attribute.node.name)
        if root not in own:
            yield (root, name), attribute.lineno, name in KNOWN.get(root, ())
    for used in tree.find_all(nodes.Name):
        if used.ctx == "load" and id(used) not in taken and used.name not in own:
            words = used.name in LISTS or not KNOWN.get(used.name, {""})
            yield (used.name, ""), used.lineno, used.name in KNOWN and words


def _attribute(node: nodes.Getattr | nodes.Getitem) -> str:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return str(node.arg.value) if isinstance(node.arg, nodes.Const) else "…"


def _said(lines: list[str], number: int) -> str:
    """Return what a paragraph says, cut where it is long."""
    text = " ".join(re.sub(r"<[^>]+>", "", lines[min(number, len(lines)) - 1]).split())
    return text if len(text) <= 80 else f"{text[:79]}…"


def _unknown(path: Path, one: Used, paragraph: str) -> Words:
    root, name = one
    called = f"{root}.{name}" if name else root
    every = [f"{known}.{part}" for known, parts in KNOWN.items() for part in parts] + [
        known for known, parts in KNOWN.items() if not parts or known in LISTS
    ]
    near = difflib.get_close_matches(called, every, 1, 0.6)
    fr, en = (f" Vouliez-vous dire « {near[0]} » ?", f" Did you mean “{near[0]}”?") if near else ("", "")
    return Words(
        f"« {path.name} » : le champ « {called} » est inconnu, dans le paragraphe « {paragraph} ».{fr}",
        f"“{path.name}”: the field “{called}” is unknown, in the paragraph “{paragraph}”.{en}",
    )


def _misspelt(path: Path, paragraph: str, why: str) -> Words:
    return Words(
        f"« {path.name} » : un champ est mal écrit dans le paragraphe « {paragraph} » ({why}) : écrivez"
        " {{ mission.dates }}, avec deux accolades de chaque côté.",
        f"“{path.name}”: a field is badly written in the paragraph “{paragraph}” ({why}): write"
        " {{ mission.dates }}, with two braces at each side.",
    )


def _unreadable(path: Path, why: Words) -> Refused:
    return Refused(
        Words(
            f"« {path.name} » : {why.fr}. Choisissez un document Word (.docx).",
            f"“{path.name}”: {why.en}. Choose a Word document (.docx).",
        )
    )
