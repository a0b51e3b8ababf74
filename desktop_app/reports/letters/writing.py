"""A template and a record become a letter: a Word document under a good name, kept with the record where that is wished."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateError

from desktop_app.domain.entity import Entity
from desktop_app.domain.event import ATTACHMENT
from desktop_app.domain.progress import Progress
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel.placing import put
from desktop_app.reports.encode import logo_width
from desktop_app.reports.file_names import file_name
from desktop_app.reports.letterhead import face_of, office_name, own_office
from desktop_app.reports.letters.fields import Letter, empty_fields, letters_about
from desktop_app.reports.letters.templates import Template, environment, in_language, opened
from desktop_app.reports.logo import logo_bytes
from desktop_app.store.attachments import keep
from desktop_app.store.base import Store
from desktop_app.store.edit import Edit


@dataclass(frozen=True, slots=True)
class Written:
    """A letter that was written: its record, its file, and the fields that hold nothing."""

    letter: Letter
    name: str
    data: bytes
    missing: tuple[str, ...]


def write(
    store: Store, found: Sequence[Template], name: str, entity: Entity, ids: Sequence[str], *, lang: str | None = None,
    today: date | None = None, step: Progress = lambda _done, _all: None,
) -> list[Written]:  # fmt: skip
    """Write the letters that some records call for, each in its recipient's language unless one is given. Raises Refused."""
    day = today or date.today()  # noqa: DTZ011  (the office's day)
    letters = [letter for id_ in ids for letter in letters_about(store, entity, id_, lang, day)]
    made: list[Written] = []
    taken: set[str] = set()
    for number, letter in enumerate(letters):
        template = in_language(found, name, letter.lang)
        if template.flaws:
            raise Refused(template.flaws[0])
        file = _file_name(template, letter, day, taken)
        made.append(Written(letter, file, filled(store, template, letter), tuple(empty_fields(letter, template.used))))
        step(number + 1, len(letters))
    return made


def filled(store: Store, template: Template, letter: Letter) -> bytes:
    """Return a template with the fields of a letter in it, as the bytes of a document."""
    document = opened(template.path)
    try:
        document.render(_with_logo(store, document, letter), environment(), autoescape=True)
        buffer = io.BytesIO()
        document.save(buffer)
    except (TemplateError, PackageNotFoundError, SyntaxError, ValueError, TypeError, OverflowError) as error:
        raise Refused(
            Words(
                f"« {template.path.name} » n’a pas pu être rempli ({error}) : corrigez ce modèle.",
                f"“{template.path.name}” could not be filled in ({error}): correct this template.",
            )
        ) from error
    return buffer.getvalue()


def _with_logo(store: Store, document: DocxTemplate, letter: Letter) -> dict[str, object]:
    fields: dict[str, object] = dict(letter.fields)
    face = face_of(own_office(store))
    data = logo_bytes(face, office_name(store, letter.lang), letter.lang)
    if face.logo is not None and data is not None:
        office = letter.fields["office"]
        picture = InlineImage(document, io.BytesIO(data), width=Mm(logo_width(face.logo)))
        fields["office"] = {**(office if isinstance(office, dict) else {}), "logo": picture}
    return fields


def save(written: Sequence[Written], folder: Path) -> list[Path]:
    """Put letters into a folder, none over another file."""
    paths = []
    for one in written:
        place, number = folder / one.name, 2
        while place.exists():
            place = folder / f"{Path(one.name).stem} ({number}).docx"
            number += 1
        put(one.data, place)
        paths.append(place)
    return paths


def kept_with(base: Path, written: Sequence[Written], paths: Sequence[Path]) -> tuple[Words, Callable[[Edit], None]]:
    """Copy letters beside the base; return the step that attaches each to its record."""
    held = [keep(base, path, lambda _done, _all: None) for path in paths]
    words = (
        Words(f"Joindre la lettre « {held[0].name} »", f"Attach the letter “{held[0].name}”")
        if len(held) == 1
        else Words(f"Joindre {len(held)} lettres", f"Attach {len(held)} letters")
    )

    def attach(edit: Edit) -> None:
        for one, kept in zip(written, held, strict=True):
            values = {"owner": one.letter.id, "name": kept.name, "size": str(kept.size), "content": kept.content}
            edit.add(ATTACHMENT, values)

    return words, attach


def _file_name(template: Template, letter: Letter, day: date, taken: set[str]) -> str:
    """Return the name of a letter's file: what it is, for whom, when."""
    parts = (template.words.said(letter.lang), letter.recipient, day.isoformat())
    return f"{file_name(' - '.join(filter(None, parts)), taken)}.docx"
