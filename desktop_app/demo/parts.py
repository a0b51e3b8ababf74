"""What a project is made of: parties, periods, steps, funding, links and joint outputs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.demo.draw import Draw, Weighted
from desktop_app.demo.projects import Project
from desktop_app.demo.world import World
from desktop_app.domain.dates import add_months, end_after, first_day, last_day
from desktop_app.domain.instrument_parts import FUNDING, LINK, MILESTONE, OUTPUT, PARTY, PERIOD
from desktop_app.domain.values import Value
from desktop_app.store.base import Edit

_ACTS = {"IEA": "letter_of_support", "PHC": "call", "PRC": "call", "JRP-AF": "call", "ACCORD": "framework_agreement"}
_BUDGETS = {"IEA": 6, "IRP": 13, "IRN": 13, "IRL": 60, "PHC": 8, "PRC": 20, "IRC": 40, "PHDJP": 5, "JRP-AF": 18}

# Steps of a type: (kind, months, counted from the start or the end of a period). Nothing renews what ends for good.
_ONCE = (
    ("proposal", -8, "start"), ("decision", -4, "start"), ("signed", -1, "start"), ("annual_report", 12, "start"),
    ("mid_term", 18, "start"), ("annual_report", 24, "start"), ("general_meeting", 30, "start"),
    ("annual_report", 36, "start"), ("steering_committee", -9, "end"), ("final_report", 3, "end"),
)  # fmt: skip
_STEPS: dict[str, tuple[tuple[str, int, str], ...]] = {
    "IEA": (("proposal", -4, "start"), ("decision", -1, "start"), ("mid_term", 12, "start"), ("final_report", 3, "end")),
    "PHC": (("call", -9, "start"), ("decision", -2, "start"), ("annual_report", 11, "start"), ("final_report", 2, "end")),
    "ACCORD": (("agreement_drafted", -4, "start"), ("signed", -1, "start"), ("renewal", -6, "end")),
    "IRL": (("steering_committee", 10, "start"), ("mid_term", 30, "start"), ("steering_committee", 46, "start"),
            ("evaluation", -14, "end"), ("renewal_file", -9, "end")),
    **dict.fromkeys(("PICS", "PRC", "PHDJP", "JRP-AF", "DSCA"), _ONCE),
}  # fmt: skip
_USUAL_STEPS = (
    ("proposal", -8, "start"), ("decision", -4, "start"), ("signed", -1, "start"), ("annual_report", 12, "start"),
    ("steering_committee", 18, "start"), ("annual_report", 24, "start"), ("mid_term", 30, "start"),
    ("annual_report", 36, "start"), ("renewal_file", -9, "end"), ("final_report", 3, "end"),
)  # fmt: skip
_DIRECTORS = ("director_french", "director_foreign")
_LEADERS = ("pi_french", "pi_foreign")
_STEP_NOTES = ("Lettre du partenaire attendue", "Relancer la tutelle", "Version anglaise à joindre", "Visio à caler")
_SOURCES = Weighted([
    ("cnrs_institute", 3), ("dei", 2), ("partner", 3), ("embassy", 2), ("foreign_agency", 1), ("anr", 1), ("cnrs_office", 1),
])  # fmt: skip
_OUTPUTS = Weighted([
    (("publication", "Article commun"), 10), (("thesis", "Thèse en cotutelle"), 3), (("workshop", "Atelier"), 3),
    (("proceedings", "Communication"), 3), (("dataset", "Jeu de données"), 1), (("software", "Logiciel"), 1),
    (("book", "Ouvrage"), 1),
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """Writes the parts of projects."""

    edit: Edit
    draw: Draw
    world: World
    today: date

    def add(self, project: Project) -> None:
        """Add all the parts of a project."""
        self._parties(project)
        for number, (starts, ends) in enumerate(_periods(project), 1):
            self._period(project, number, starts, ends)
            if len(starts) == 10 or project.real:
                self._steps(project, starts, ends)
        self._funding(project)
        self._outputs(project)
        if project.before:
            self.link(project.id, "succeeds", project.before, project.starts)

    def link(self, instrument: str, kind: str, other: str, since: str | None = None) -> None:
        """Link two instruments."""
        self.edit.add(LINK, {"instrument": instrument, "kind": kind, "other": other, "since_on": since})

    def _parties(self, project: Project) -> None:
        draw, found = self.draw, list[dict[str, Value]]()
        if project.unit:
            found.append({"role": "mirror_unit" if project.type == "IRL" else "lead_french", "unit": project.unit.id})
        found += [{"role": "member", "unit": person.unit.id} for person in project.french[1:]
                  if person.unit and person.unit != project.unit]  # fmt: skip
        if project.host:
            found.append({"role": "host" if project.type == "IRL" else "lead_foreign", "partner": project.host.id})
        for code in project.countries[1:] if len(project.countries) < 6 else ():
            if hosts := self.world.hosts(code):
                found.append({"role": "associate", "partner": draw.pick(hosts).id})
        lead = _DIRECTORS if project.type in ("IRL", "UMIFRE") else _LEADERS
        people = (*zip(lead, (project.french[:1], project.foreign[:1]), strict=True),
                  ("steering_member", project.french[1:2] if draw.chance(0.3) else []))  # fmt: skip
        found += [{"role": role, "person": person.id} for role, held in people for person in held]
        if project.type == "UMIFRE" and self.world.ministry:
            found.append({"role": "supervising_ministry", "partner": self.world.ministry})
        since = project.starts
        for party in found:
            self.edit.add(PARTY, {"instrument": project.id, "since_on": since, **party})

    def _period(self, project: Project, number: int, starts: str, ends: str) -> None:
        draw, first = self.draw, first_day(starts)
        signed = first - timedelta(days=draw.between(5, 120))
        budget = _BUDGETS.get(project.type, 10) * 1000 + draw.between(-2, 4) * 500
        done = signed <= self.today
        self.edit.add(PERIOD, {
            "instrument": project.id, "number": number, "starts_on": starts, "ends_on": ends,
            "signed_on": (signed.isoformat() if len(starts) == 10 else starts) if done else None,
            "signatories": "CNRS ; établissement partenaire" if done and project.type not in ("IEA", "PHC") else None,
            "budget": str(budget), "currency": "EUR",
            "act": "renewal" if number > 1 else _ACTS.get(project.type, "agreement"),
        }, id_=draw.id())  # fmt: skip

    def _steps(self, project: Project, starts: str, ends: str) -> None:
        for kind, months, side in _STEPS.get(project.type, _USUAL_STEPS):
            due = add_months(first_day(starts) if side == "start" else last_day(ends), months)
            if due > last_day(ends) and side == "start":
                continue
            due += timedelta(days=self.draw.between(-12, 12))
            if due > self.today - timedelta(days=8 * 365):
                self._step(project, kind, due)

    def _step(self, project: Project, kind: str, due: date) -> None:
        draw, late = self.draw, (self.today - due).days
        # What is long past was done; some of what fell due lately was not.
        done = late > 150 or (late > 0 and draw.chance(0.55)) or (-30 < late <= 0 and draw.chance(0.15))
        day = min(due + timedelta(days=draw.between(-20, 15)), self.today)
        self.edit.add(MILESTONE, {
            "instrument": project.id, "kind": kind, "due_on": due.isoformat(), "done_on": day.isoformat() if done else None,
            "notes": draw.pick(_STEP_NOTES) if not done and draw.chance(0.2) else None,
        }, id_=draw.id())  # fmt: skip

    def _funding(self, project: Project) -> None:
        draw, yearly = self.draw, _BUDGETS.get(project.type, 10) * 1000
        last = min(last_day(project.ends).year if project.ends else self.today.year, self.today.year + 1)
        for year in range(max(first_day(project.starts).year, self.today.year - 5), last + 1):
            lines = ["instrument_budget", *([_SOURCES.draw(draw)] if draw.chance(0.3) else [])]
            for source in lines:
                planned = yearly + draw.between(-4, 4) * 250 if source == lines[0] else draw.between(2, 16) * 500
                spent = None
                if year < self.today.year:
                    spent = f"{planned * draw.between(70, 104) / 100:.2f}".removesuffix(".00")
                self.edit.add(FUNDING, {
                    "instrument": project.id, "source": source, "year": year, "planned": str(planned), "spent": spent,
                    "currency": "EUR",
                }, id_=draw.id())  # fmt: skip

    def _outputs(self, project: Project) -> None:
        draw, first = self.draw, first_day(project.starts).year + 1
        if first > self.today.year or project.type in ("ACCORD", "80PRIME") or not project.title_fr:
            return
        for _ in range(draw.between(0, 3)):
            kind, words = _OUTPUTS.draw(draw)
            authors = draw.some([*project.french, *project.foreign], draw.between(1, 3))
            self.edit.add(OUTPUT, {
                "instrument": project.id, "kind": kind, "title": f"{words} : {project.title_fr}",
                "year": draw.between(first, self.today.year), "persons": tuple(sorted(person.id for person in authors)),
            }, id_=draw.id())  # fmt: skip


def _periods(project: Project) -> Iterator[tuple[str, str]]:
    """Yield the periods of a project: its months again and again until it ends."""
    if not project.months or project.ends is None:
        return
    starts = project.starts
    while starts <= project.ends:
        ends = end_after(starts, project.months)
        yield starts, ends
        starts = str(int(ends) + 1) if len(ends) == 4 else (last_day(ends) + timedelta(days=1)).isoformat()


def add_links(parts: Parts, links: Iterable[tuple[Project, str, str, str]]) -> None:
    """Link what stands around laboratories, and give each satellite its unit."""
    for project, kind, other, since in links:
        if kind != "in_cluster":
            parts.add(project)
        parts.link(project.id, kind, other, since)
