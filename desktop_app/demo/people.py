"""People who do not exist: researchers of both sides, attachés of the embassies, the office's own team."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop_app.demo.draw import Draw, Weighted
from desktop_app.demo.world import Partner, Unit, World, rows
from desktop_app.domain.ids import derived_id
from desktop_app.domain.person import AFFILIATION, PERSON
from desktop_app.domain.text import fold
from desktop_app.domain.values import Value
from desktop_app.store.base import Edit

FICTITIOUS = "Personne fictive / Fictitious person"

_FLAVOURS = {
    **dict.fromkeys(("FR", "BE"), "fr"), **dict.fromkeys(("DE", "AT"), "de"),
    **dict.fromkeys(("ES", "AR", "BO", "BR", "CL", "CO", "EC", "MX", "PE", "PY", "UY", "VE"), "es_pt"),
    "JP": "ja", **dict.fromkeys(("CN", "HK", "MO", "TW"), "zh"), "KR": "ko", "VN": "vi", "IN": "in",
    **dict.fromkeys(("TH", "ID", "MY", "PH", "KH", "LA", "MM", "BN"), "th_id_ms"),
    **dict.fromkeys(("ZA", "KE", "ET", "TZ", "UG", "RW", "NA", "BW", "MZ", "MG", "ZM", "ZW", "MU", "LS", "SZ", "AO", "MW",
                     "KM", "SN", "CI", "BJ", "CG"), "af"),
    **dict.fromkeys(("FJ", "VU", "PG"), "pacific"),
}  # fmt: skip
_MIXED = {"SG": ("zh", "th_id_ms", "in", "en"), "ZA": ("af", "en"), "CA": ("fr", "en"), "NZ": ("pacific", "en")}

_FRENCH_POSITIONS = Weighted([
    (("Directeur de recherche", "Directrice de recherche"), 5), (("Chargé de recherche", "Chargée de recherche"), 6),
    (("Professeur", "Professeure"), 4), (("Maître de conférences", "Maîtresse de conférences"), 5),
    (("Ingénieur de recherche", "Ingénieure de recherche"), 3), (("Post-doctorant", "Post-doctorante"), 2),
    (("Doctorant", "Doctorante"), 4),
])  # fmt: skip
_FOREIGN_POSITIONS = Weighted([
    ("Professor", 6), ("Associate professor", 5), ("Assistant professor", 3), ("Senior researcher", 3),
    ("Head of department", 1), ("Vice-president for research", 0.6), ("International relations officer", 1),
    ("PhD student", 3),
])  # fmt: skip
_EMBASSY_POSITIONS = (
    ("Attaché de coopération scientifique et universitaire", "Attachée de coopération scientifique et universitaire"),
    ("Conseiller de coopération et d’action culturelle", "Conseillère de coopération et d’action culturelle"),
)
_OFFICE_POSITIONS = (
    ("Directeur du bureau", "Directrice du bureau"), ("Chargé de coopération", "Chargée de coopération"),
    ("Assistant de gestion", "Assistante de gestion"),
)  # fmt: skip
_BASES = Weighted([("public_interest", 88), ("consent", 6), ("legitimate_interest", 3), (None, 3)])


@dataclass(frozen=True, slots=True)
class Somebody:
    """A made-up person: the id, and where he or she works."""

    id: str
    unit: Unit | None = None
    partner: Partner | None = None
    senior: bool = True


@dataclass(slots=True)
class People:
    """All who were made up, by where they work."""

    french: list[Somebody] = field(default_factory=list)
    by_institute: dict[str, list[Somebody]] = field(default_factory=dict)
    by_partner: dict[str, list[Somebody]] = field(default_factory=dict)
    foreign: list[Somebody] = field(default_factory=list)
    attaches: dict[str, list[Somebody]] = field(default_factory=dict)
    office: list[Somebody] = field(default_factory=list)


class _Names:
    """Draws names in the manner of a country; no two people have the same e-mail address."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._given: dict[str, list[tuple[str, str]]] = {}
        self._family: dict[str, list[str]] = {}
        self._mailboxes: dict[str, int] = {}
        for row in rows("fictitious_given_names"):
            self._given.setdefault(row["flavour"], []).append((row["given_name"], row["title"]))
        for row in rows("fictitious_family_names"):
            self._family.setdefault(row["flavour"], []).append(row["family_name"])

    def draw(self, country: str) -> tuple[str, str, str, str]:
        """Return a given name, a family name, a form of address (m or mme) and an e-mail address."""
        flavour = self._draw.pick(_MIXED[country]) if country in _MIXED else _FLAVOURS.get(country, "en")
        given, title = self._draw.pick(self._given[flavour])
        family = self._draw.pick(self._family[flavour])
        mailbox = ".".join(fold(part).replace(" ", "-") for part in (given, family))
        count = self._mailboxes[mailbox] = self._mailboxes.get(mailbox, 0) + 1
        return given, family, title, f"{mailbox}{count if count > 1 else ''}@example.org"


def make_people(edit: Edit, draw: Draw, world: World, count: int, today: date) -> People:
    """Make up the office's people: about as many as asked, besides its team and the attachés."""
    casting = _Casting(edit, draw, today)
    people = casting.people
    office = derived_id("office", world.office)
    people.office += [Somebody(casting.person("FR", position, office=office)) for position in _OFFICE_POSITIONS]
    for country in world.countries:
        if embassy := world.embassies.get(country):
            people.attaches[country] = [
                Somebody(casting.person("FR", position, partner=embassy)) for position in _EMBASSY_POSITIONS
            ]
    hosts = [host for code in world.countries for host in world.hosts(code)]
    partners = Weighted([(host, world.weight(host.country)) for host in hosts])
    for host in hosts:
        casting.add_foreign(host)
    for number in range(max(count - len(hosts), 0)):
        if number % 5 < 3 or not hosts:
            casting.add_french(draw.pick(world.units))
        else:
            casting.add_foreign(partners.draw(draw))
    return people


class _Casting:
    """Writes people, one at a time."""

    def __init__(self, edit: Edit, draw: Draw, today: date) -> None:
        self._edit, self._draw, self._today = edit, draw, today
        self._names = _Names(draw)
        self.people = People()

    def add_french(self, unit: Unit) -> None:
        """Add a researcher of a unit in France."""
        position = _FRENCH_POSITIONS.draw(self._draw)
        id_ = self.person("FR", position, unit=unit.id)
        somebody = Somebody(id_, unit=unit, senior=not position[0].endswith("octorant"))
        self.people.french.append(somebody)
        self.people.by_institute.setdefault(unit.institute, []).append(somebody)
        if self._draw.chance(0.3):
            self._affiliate({"person": id_, "unit": unit.id})

    def add_foreign(self, host: Partner) -> None:
        """Add a researcher of a partner abroad."""
        position = _FOREIGN_POSITIONS.draw(self._draw)
        id_ = self.person(host.country, (position, position), partner=host.id)
        somebody = Somebody(id_, partner=host, senior=position != "PhD student")
        self.people.foreign.append(somebody)
        self.people.by_partner.setdefault(host.id, []).append(somebody)
        if self._draw.chance(0.15):
            self._affiliate({"person": id_, "partner": host.id})

    def person(self, country: str, position: tuple[str, str], **place: str) -> str:
        """Add a person with a name in the manner of a country, at a unit, a partner or an office."""
        draw, today = self._draw, self._today
        given, family, title, email = self._names.draw(country)
        learned = position[0].startswith(("Prof", "Direct", "Assoc")) and draw.chance(0.5)
        informed = today - timedelta(days=draw.between(20, 1500))
        values: dict[str, Value] = {
            "family_name": family, "given_name": given, "position": position[title == "mme"], "email": email, **place,
            "title": "pr" if learned else "dr" if draw.chance(0.3) else title,
            # The range that the French numbering plan keeps for fiction.
            "phone": f"+33 1 99 00 {draw.between(10, 99)} {draw.between(10, 99)}" if "unit" in place else None,
            "basis": _BASES.draw(draw), "purpose": "Suivi de la coopération", "origin": "Démonstration",
            "informed_on": informed.isoformat() if draw.chance(0.9) else None,
            # After two years a contact is to be checked again.
            "checked_on": draw.day(informed, today).isoformat() if draw.chance(0.7) else None,
            "objects": True if draw.chance(0.004) else None,
            "notes": FICTITIOUS,
        }  # fmt: skip
        return self._edit.add(PERSON, values, id_=draw.id())

    def _affiliate(self, place: dict[str, Value]) -> None:
        draw, since = self._draw, self._today.year - self._draw.between(1, 12)
        self._edit.add(AFFILIATION, {**place, "since_on": str(since)})
        if draw.chance(0.3):
            self._edit.add(
                AFFILIATION, {**place, "since_on": str(since - draw.between(2, 5)), "until_on": str(since - 1)}
            )
