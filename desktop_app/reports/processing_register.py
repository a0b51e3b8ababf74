"""The record of processing: which personal data the office keeps, on which basis, and what people asked (GDPR, article 30)."""

from desktop_app.domain.dates import add_months
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.reports import wording
from desktop_app.reports.description import Block, Column, Description, Facts, Figure, Row, Share, table
from desktop_app.reports.letterhead import described, office_name, sections_of
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

_FACTS = (
    (Words("Responsable du traitement", "Controller"), Words("CNRS", "CNRS")),
    (Words("Finalités", "Purposes"), Words(
        "Suivre les partenariats, les instruments de coopération et les missions ; tenir les contacts du bureau.",
        "To follow partnerships, instruments of cooperation and missions; to keep the contacts of the office.")),
    (Words("Personnes concernées", "People concerned"), Words(
        "Contacts chez les partenaires, missionnaires, signataires, participants aux évènements.",
        "Contacts at partners, travellers, signatories, participants of events.")),
    (Words("Où sont les données", "Where the data are"), Words(
        "Dans une base locale du bureau ; ce qui est envoyé est noté au registre des classeurs envoyés.",
        "In a local base of the office; what is sent is entered in the ledger of workbooks out.")),
)  # fmt: skip


def describe(store: Store, request: Request) -> Description:
    """Describe the personal data that the base holds."""
    makers = {
        "facts": lambda: _facts(store, request),
        "bases": lambda: _by_basis(store, request.lang),
        "rights": lambda: _rights(store, request),
        "fields": lambda: _fields(request.lang),
    }
    sections = sections_of(KIND, request, makers)
    return described(store, request, KIND, title=KIND.title, subtitle=wording.on(request.today), sections=sections)


def _facts(store: Store, request: Request) -> tuple[Block, ...]:
    lang = request.lang
    service = (Words("Service", "Service").said(lang), office_name(store, lang))
    pairs = [(words.said(lang), text.said(lang)) for words, text in _FACTS]
    return (Facts((pairs[0], service, *pairs[1:])),)


def _by_basis(store: Store, lang: str) -> tuple[Block, ...]:
    everyone = Query(PERSON)
    total = store.count(everyone)
    basis, rows = PERSON.fields["basis"].type, []
    words = PERSON.fr.lower() if lang == "fr" else PERSON.en.lower()
    counted = sorted(store.tally(everyone, "basis"), key=lambda pair: -pair[1])
    for code, count in counted:
        said = basis.show(code, store.names.showing(lang)) or Words("Non indiquée", "Not given").said(lang)
        asked = everyone.where(Filter("basis", "is", code))
        rows.append(Row((said, Figure(f"basis_{code or 'none'}", words, count, asked), Share(count, total))))
    rows.append(Row(("Total", Figure("people", words, total, everyone), ""), total=True))
    heads = (
        Column(PERSON.fields["basis"].words.said(lang), 1), Column(words.capitalize(), number=True),
        Column(Words("Part", "Share").said(lang), number=True),
    )  # fmt: skip
    return (table(heads, rows, everyone),)


def _rights(store: Store, request: Request) -> tuple[Block, ...]:
    lang, old = request.lang, add_months(request.today, -36).isoformat()
    everyone = Query(PERSON)
    asked = (
        ("not_informed", Words("Pas encore informées", "Not informed yet"), everyone.where(Filter("informed_on", "empty"))),
        ("not_checked", Words("Pas vérifiées depuis trois ans", "Not checked for three years"),
         everyone.where(Filter("checked_on", "until", old))),
        ("never_checked", Words("Jamais vérifiées", "Never checked"), everyone.where(Filter("checked_on", "empty"))),
        ("objects", Words("Se sont opposées", "Object"), everyone.where(Filter("objects", "is", True))),
        ("restricted", Words("Traitement limité", "Processing restricted"), everyone.where(Filter("restricted", "is", True))),
    )  # fmt: skip
    rows = [
        Row((words.said(lang), Figure(name, words.said(lang), store.count(query), query)))
        for name, words, query in asked
    ]
    heads = (
        Column(Words("Situation", "Situation").said(lang), 1),
        Column(Words("Personnes", "People").said(lang), number=True),
    )
    return (table(heads, rows, everyone),)


def _fields(lang: str) -> tuple[Block, ...]:
    rows = [
        Row((section.words.said(lang), ", ".join(field.words.said(lang) for field in section.fields)))
        for section in PERSON.sections
    ]
    heads = (
        Column(Words("Rubrique", "Section").said(lang), 1, strong=True),
        Column(Words("Données", "Data").said(lang), 3),
    )
    return (table(heads, rows),)


KIND = Kind(
    "processing_register",
    Words("Registre des traitements", "Record of processing"),
    Words("Données personnelles (RGPD)", "Personal data (GDPR)"),
    "lock",
    (),
    (
        Part("facts", Words("En bref", "In brief")),
        Part("bases", Words("Bases légales", "Legal bases")),
        Part("rights", Words("Information et droits", "Information and rights")),
        Part("fields", Words("Données tenues", "Data kept")),
    ),
    describe,
    letters="PR",
)
