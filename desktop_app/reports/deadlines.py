"""The deadlines: all that is due in the months to come, and what is late."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from desktop_app.domain.dates import MONTHS_EN, MONTHS_FR, add_months
from desktop_app.domain.deadlines import KINDS, Deadline
from desktop_app.domain.words import Words, listed
from desktop_app.reports import wording
from desktop_app.reports.description import Block, Column, Description, Group, Row, Text, said, table
from desktop_app.reports.letterhead import described, sections_of
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store import due
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter

MONTHS = 12  # ahead, where no period is asked


def in_time(store: Store, request: Request) -> tuple[list[Deadline], date]:
    """Return what is due until the end of the period that is asked for, of the country that is, and that end.

    Where a list is printed as it is shown, its own conditions hold: the end is the last deadline that meets them.
    """
    everything = store.deadlines(request.today)
    start = request.period.first if request.period else date.min
    end = request.period.last if request.period else add_months(request.today, MONTHS)
    if request.filters:
        everything = [one for one in everything if all(_meets(one, condition) for condition in request.filters)]
        end = request.period.last if request.period else max((one.due for one in everything), default=request.today)
    found = [one for one in everything if start <= one.due <= end]
    return [one for one in found if not request.country or request.country in one.countries], end


def _meets(one: Deadline, condition: Filter) -> bool:
    """Whether a deadline meets a condition of the list of deadlines."""
    match condition.field, condition.op, condition.value:
        case "kind", "is", kind:
            return one.kind == kind
        case "countries", "is", country:
            return country in one.countries
        case "countries", "in", tuple(zone):
            return not one.countries or not set(zone).isdisjoint(one.countries)
        case "since" | "due" as name, "until", str(day):
            return (one.since if name == "since" else one.due).isoformat() <= day
        case "due", "filled", _:
            return True
    raise ValueError(condition)


def _scope(store: Store, request: Request, end: date) -> Words:
    """Say until when, or which deadlines the list that is printed showed."""
    until = Words(f"Jusqu’au {wording.long_date(end, 'fr')}", f"Until {wording.long_date(end, 'en')}")
    if not request.filters:
        return until
    said_: dict[str, Words] = {}
    for condition in request.filters:
        match condition.field, condition.value:
            case "since", _:
                said_["when"] = Words("À faire maintenant", "To do now")
            case "due", str(day) if day < request.day:
                said_["when"] = Words("En retard", "Late")
            case "kind", str(kind):
                said_["kind"] = KINDS[kind]
            case "countries", str(country):
                said_["where"] = Words(*(store.names.label("country", country, lang) for lang in ("fr", "en")))
            case "countries", _:
                said_["where"] = Words("pays du bureau", "countries of the office")
    parts = [said_.get("when", until), *(said_[name] for name in ("kind", "where") if name in said_)]
    return Words(" · ".join(part.fr for part in parts), " · ".join(part.en for part in parts))


def rows_of(store: Store, found: list[Deadline], lang: str, today: date) -> tuple[Block, ...]:
    """Return the table of some deadlines, by month."""
    if not found:
        return (Text(Words("Rien n’est dû dans ces mois.", "Nothing is due in these months.").said(lang)),)
    rows: list[Row | Group] = []
    month = ""
    for one, name in zip(found, due.names_of(store, found, lang), strict=True):
        now = _month(one.due, today, lang)
        if now != month:
            month = now
            rows.append(Group(month))
        countries = listed((store.names.label("country", id_, lang) for id_ in one.countries), lang)
        days = one.days(today)
        rows.append(Row((one.due, days, one.what.said(lang), name, one.type, countries)))
    headings = (
        (Words("Échéance", "Due"), 0.0), (Words("Jours", "Days"), 0.0), (Words("Quoi", "What"), 3.0),
        (Words("Pour", "For"), 4.0), (Words("Type", "Type"), 0.0), (Words("Pays", "Country"), 3.0),
    )  # fmt: skip
    columns = [
        Column(words.said(lang), share, number=place == 1, strong=place == 3)
        for place, (words, share) in enumerate(headings)
    ]
    return (table(columns, rows),)


def _month(day: date, today: date, lang: str) -> str:
    if day < today:
        return Words("En retard", "Late").said(lang)
    months = MONTHS_FR if lang == "fr" else MONTHS_EN
    return f"{months[day.month - 1].capitalize()} {day.year}"


def describe(store: Store, request: Request) -> Description:
    """Describe what is due."""
    found, end = in_time(store, request)
    late = sum(one.due < request.today for one in found)
    soon = sum(request.today <= one.due <= request.today + timedelta(days=90) for one in found)
    makers: dict[str, Callable[[], tuple[Block, ...]]] = {
        "figures": lambda: (_counts(found, late, soon, request.lang),),
        "kinds": lambda: _by_kind(found, request.lang),
        "list": lambda: rows_of(store, found, request.lang, request.today),
    }
    sections = sections_of(KIND, request, makers)
    name = store.names.label("country", request.country, request.lang) if request.country else ""
    title = Words(f"Échéances : {name}", f"Deadlines: {name}") if name else Words("Échéances", "Deadlines")
    return described(store, request, KIND, title=title, subtitle=_scope(store, request, end), sections=sections)


def _counts(found: list[Deadline], late: int, soon: int, lang: str) -> Text:
    fr = f"{said(len(found), 'fr')} échéances, dont {late} en retard et {soon} dans les trois mois."
    en = f"{said(len(found), 'en')} deadlines, of which {late} late and {soon} within three months."
    return Text(Words(fr, en).said(lang))


def _by_kind(found: Iterable[Deadline], lang: str) -> tuple[Block, ...]:
    listed = list(found)
    counts = [(words, sum(one.kind == kind for one in listed)) for kind, words in KINDS.items()]
    rows = [Row((words.said(lang), count)) for words, count in counts if count]
    heads = (Column(Words("Nature", "Kind").said(lang), 1), Column(Words("Nombre", "Number").said(lang), number=True))
    return (table(heads, rows),) if rows else ()


KIND = Kind(
    "deadlines",
    Words("Échéances", "Deadlines"),
    Words("Ce qui est dû, mois par mois", "What is due, month by month"),
    "calendar-clock",
    ("country", "period"),
    (
        Part("figures", Words("En bref", "In brief")),
        Part("list", Words("Liste", "List")),
        Part("kinds", Words("Par nature", "By kind"), on=False),
    ),
    describe,
    letters="DL",
)
