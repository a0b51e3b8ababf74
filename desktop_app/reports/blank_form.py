"""Blank forms to fill in by hand, where there is no computer: a line for each field."""

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import offered
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Choice
from desktop_app.domain.words import Words
from desktop_app.reports.description import Block, Description, Facts, Section, Text
from desktop_app.reports.letterhead import described
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store

_FORMS = ("mission", "partner", "instrument", "person", "event")
_FEW = 8  # choices that fit on a line


def describe(store: Store, request: Request) -> Description:
    """Describe the forms that were chosen, each on a page of its own."""
    sections: list[Section] = []
    for name in _FORMS:
        if name not in request.sections:
            continue
        entity = ENTITIES[name]
        one = entity.one.said(request.lang)
        begun = bool(sections)
        sections.append(Section(name, one[:1].upper() + one[1:], (), new_page=begun))
        sections += (
            Section(name, part.words.said(request.lang), _part(entity, place, request.lang), 2)
            for place, part in enumerate(entity.sections)
            if any(not field.private for field in part.fields)
        )
    note = Words("À remplir en capitales, dates en jj/mm/aaaa", "In capitals please, dates as dd/mm/yyyy")
    return described(store, request, KIND, title=KIND.title, subtitle=note, sections=tuple(sections))


def _part(entity: Entity, place: int, lang: str) -> tuple[Block, ...]:
    fields = [field for field in entity.sections[place].fields if not field.private]
    hints = []
    for field in fields:
        options = offered(field.type.list) if isinstance(field.type, Choice) else []
        if 0 < len(options) <= _FEW:
            listed = " / ".join(option.words.said(lang) for option in options)
            hints.append(
                Text(
                    f"{field.words.said(lang)} : {listed}" if lang == "fr" else f"{field.words.en}: {listed}",
                    small=True,
                )
            )
    return (Facts(tuple((field.words.said(lang), "") for field in fields), lines=True), *hints) if fields else ()


KIND = Kind(
    "blank_form",
    Words("Formulaire vierge", "Blank form"),
    Words("À remplir à la main", "To fill in by hand"),
    "pencil",
    (),
    tuple(Part(name, ENTITIES[name].one, on=name == "mission") for name in _FORMS),
    describe,
    letters="BF",
    one_page=True,
)
