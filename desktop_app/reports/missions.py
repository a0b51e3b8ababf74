"""What reports say of missions: how many in each month or year, and for which purpose."""

from collections import Counter
from collections.abc import Sequence

from desktop_app.domain.mission import MISSION
from desktop_app.domain.values import Record, Showing
from desktop_app.domain.words import Words
from desktop_app.reports import wording
from desktop_app.reports.description import Bar, Bars, Block, Column, Figure, Row, Share, Table, Text
from desktop_app.reports.request import Period
from desktop_app.store.queries import Filter, Query

# More months than this are too thin as bars: they are counted by year.
MOST_MONTHS = 24
ONE, SEVERAL = Words("mission", "mission"), Words("missions", "missions")
_NOT_SAID = Words("Motif non indiqué", "Purpose not given")


def missions_blocks(asked: Query, missions: Sequence[Record], period: Period, lang: str) -> tuple[Block, ...]:
    """Return the chart and the totals by purpose of the missions of a period."""
    if not missions:
        return (Text(Words("Aucune mission dans la période.", "No mission in the period.").said(lang)),)
    chart, left = _by_time(asked, missions, period, lang)
    note = Words("Les missions annulées ne sont pas comptées.", "Cancelled missions are not counted.").said(lang)
    if left:
        note += _without_month(left).said(lang)
    return chart, _by_purpose(asked, missions, lang), Text(note, small=True)


def _without_month(count: int) -> Words:
    return Words(
        f" {count} {wording.noun(count, ONE, SEVERAL, 'fr')} dont le mois n’est pas connu, hors du graphique.",
        f" {count} {wording.noun(count, ONE, SEVERAL, 'en')} whose month is not known, not in the chart.",
    )


def _by_time(asked: Query, missions: Sequence[Record], period: Period, lang: str) -> tuple[Bars, int]:
    by_year = len(period.months) > MOST_MONTHS
    length = 4 if by_year else 7
    steps = list(dict.fromkeys(month[:length] for month in period.months))
    counts = Counter(str(mission["starts_on"])[:length] for mission in missions)
    words = SEVERAL.said(lang)
    bars = tuple(
        Bar(
            step if by_year else wording.short_month(int(step[5:]), lang),
            Figure(f"missions_{step}", words, counts[step], asked.where(Filter("starts_on", "is", step))),
            "" if by_year or not (place == 0 or step.endswith("-01")) else step[:4],
        )
        for place, step in enumerate(steps)
    )
    title = (
        Words("Missions par année", "Missions by year") if by_year else Words("Missions par mois", "Missions by month")
    )
    return Bars(title.said(lang), bars), len(missions) - sum(counts[step] for step in steps)


def _by_purpose(asked: Query, missions: Sequence[Record], lang: str) -> Table:
    showing, purpose = Showing(lang), MISSION.fields["purpose"].type
    counts = Counter(mission.get("purpose") for mission in missions)
    words = SEVERAL.said(lang)
    rows = tuple(
        Row(
            (
                purpose.show(code, showing) or _NOT_SAID.said(lang),
                Figure(f"missions_{code or 'other'}", words, count, asked.where(Filter("purpose", "is", code))),
                Share(count, len(missions)),
            )
        )
        for code, count in sorted(counts.items(), key=lambda entry: (-entry[1], str(entry[0])))
    )
    total = Row(("Total", Figure("missions_by_purpose", words, len(missions), asked), ""), total=True)
    return Table(
        (
            Column(Words("Motif", "Purpose").said(lang), 1),
            Column(Words("Missions", "Missions").said(lang), number=True),
            Column(Words("Part", "Share").said(lang), number=True),
        ),
        (*rows, total),
        narrow=True,
        asked=asked,
    )
