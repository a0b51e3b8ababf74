"""What messy sheets are about: people, places, partners and projects, all of them made up."""

from datetime import date
from typing import Any

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
PEOPLE = (
    ("Boislunaire", "Aurélune"),
    ("Brumelande", "Brumelie"),
    ("Ciselombre", "Jean-Ciel"),
    ("Dunoctale", "Éolia"),
    ("Fermaurore", "Thibrume"),
    ("Gravelune", "Liséane"),
)
PLACES = (
    ("VN", "Viêt Nam", "Vietnam", "Hanoï", ("Hanoï", "Huê")),
    ("ID", "Indonésie", "Indonesia", "Bandung", ("Bandung", "Jakarta")),
    ("SG", "Singapour", "Singapore", "Singapour", ("Singapour",)),
    ("TH", "Thaïlande", "Thailand", "Bangkok", ("Bangkok",)),
    ("MM", "Birmanie", "Burma", "Yangon", ("Yangon", "Mandalay")),
    ("MY", "Malaisie", "Malaysia", "Penang", ("Penang",)),
)
DAYS = (
    (2025, 5, 12, 5, 23),
    (2025, 3, 3, 3, 7),
    (2025, 11, 28, 12, 4),
    (2024, 6, 1, 6, 30),
    (2025, 1, 6, 1, 9),
    (2025, 9, 15, 9, 19),
)
UNITS = (
    ("UMR 7606", "LIP6F"),
    ("UMR 5001", "GLACEF"),
    ("UAR 3141", "NUAGEF"),
    ("UPR 2301", "MOLEF"),
    ("UMR 8001", "ASTREF"),
    ("UMR 9101", "CORAILF"),
)
COSTS = ("1234.50", "980", "2500", "12000", "640.25", "3100")
PURPOSES = (("congress", "Colloque"), ("research_stay", "Recherche"), ("teaching", "Enseignement"))
PARTNERS = (
    "Université fictive de Lunaville",
    "Institut imaginaire des nuages",
    "Académie des marées fictives",
    "Université rêvée du Mékong",
    "Centre fictif des volcans",
    "École chimérique de chimie",
)
ACRONYMS = ("UFL", "IIN", "AMF", "URM", "CFV", "ECC")
TYPES = ("IRP", "IRN", "IEA", "IRL", "IRP", "IEA")
NAMES = ("VOLC-SUNDA", "MARENUIT", "NEBULEA", "CORALUNE", "RIZIRIS", "BRUMALIS")
TITLES = (
    "Volcans de la nuit",
    "Marées imaginaires",
    "Nébuleuses fictives",
    "Coraux lunaires",
    "Rizières irisées",
    "Brumes australes",
)
YEARS = ((2021, 2025), (2022, 2026), (2024, 2025), (2020, 2024), (2023, 2027), (2025, 2026))


ORCIDS = (
    "0000-0002-1825-0097",
    "0000-0001-5109-3700",
    "0000-0002-1694-233X",
    "0000-0002-1825-0097",
    "0000-0001-5109-3700",
    "0000-0002-1694-233X",
)
RORS = ("036qche57", "02c39hw83", "04fyf7n53", "03cqe8w59", "0081fs513", "02feahw73")


def records(count: int = 6) -> list[dict[str, Any]]:
    """Everything that is known of some missions, partners, people and projects, one of each a line."""
    found = []
    for place in range(count):
        number, at = place, place % 6
        year, month, day, month_end, day_end = DAYS[at]
        code, country, country_en, city, cities = PLACES[at]
        found.append(
            {
                "number": f"2025-HAN-{number + 1:03}",
                "family": PEOPLE[at][0],
                "given": PEOPLE[at][1],
                "civ": ("mme", "m", "dr")[at % 3],
                "start": date(year, month, day),
                "end": date(year, month_end, day_end),
                "cc": code,
                "country": country,
                "country_en": country_en,
                "city": city,
                "cities": cities,
                "unit": UNITS[at][0],
                "unit_acronym": UNITS[at][1],
                "cost": COSTS[at],
                "purpose": PURPOSES[at % 3],
                "partner": PARTNERS[at],
                "acronym": ACRONYMS[at],
                "type": TYPES[at],
                "name": NAMES[at],
                "title": TITLES[at],
                "years": YEARS[at],
                "email": f"{PEOPLE[at][1].lower().replace('é', 'e')}@fictif.example",
                "phone": f"+33 1 44 00 00 0{at}",
                "orcid": ORCIDS[at],
                "ror": RORS[at],
                "web": f"www.{ACRONYMS[at].lower()}.example",
                "doi": f"10.1234/fictif.{at}",
                "note": f"remarque {at}",
            }
        )
    return found


def paired() -> list[dict[str, Any]]:
    """The same, two and two in one country."""
    found = records()
    for at in range(1, len(found), 2):
        found[at] |= {key: found[at - 1][key] for key in ("cc", "country", "country_en")}
    return found
