"""Descriptions of reports in many scripts, without a base."""

from datetime import UTC, date, datetime
from decimal import Decimal

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.reports.description import (
    Bar,
    Bars,
    Column,
    Description,
    Figure,
    Group,
    Money,
    PaperName,
    Row,
    Section,
    Span,
    Table,
    Text,
    Tiles,
    Timeline,
    TwoLines,
)
from desktop_app.store.queries import Query

# Real institutions under their own names.
NAMES = {
    "Chinese": "中国科学院 · 清华大学",
    "Japanese": "東京大学 · 国立研究開発法人物質・材料研究機構",
    "Korean": "서울대학교 · 한국과학기술원",
    "Taiwanese": "國立臺灣大學",
    "Thai": "จุฬาลงกรณ์มหาวิทยาลัย · มหาวิทยาลัยเชียงใหม่",
    "Lao": "ມະຫາວິທະຍາໄລແຫ່ງຊາດ",
    "Vietnamese": "Viện Hàn lâm Khoa học và Công nghệ Việt Nam · Đại học Cần Thơ",
    "Arabic": "جامعة القاهرة",
    "Hebrew": "האוניברסיטה העברית בירושלים",
    "Devanagari": "भारतीय विज्ञान संस्थान · नई दिल्ली",
    "Tamil": "சென்னைப் பல்கலைக்கழகம்",
    "Khmer": "សាកលវិទ្យាល័យភូមិន្ទភ្នំពេញ",
    "Burmese": "ရန်ကုန်တက္ကသိုလ်",
    "Latin": "Łódź, İstanbul, São Paulo, Århus, Ōsaka, Hawaiʻi, Timișoara",
    "Greek": "Πανεπιστήμιο Αθηνών",
    "Cyrillic": "Московский государственный университет",
}
PRINTED = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)
_ALL = Query(INSTRUMENT)
_MONTHS = ("Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")
_COUNTS = (1, 0, 2, 3, 1, 0, 0, 1, 2, 1, 2, 1)


def figure(name: str, words: str, value: int | Money, note: str = "") -> Figure:
    """Return a figure whose question is all instruments."""
    return Figure(name, words, value, _ALL, note=note)


def bars() -> Bars:
    """Return a chart of twelve months over two years."""
    return Bars(
        "Missions by month",
        tuple(
            Bar(month, figure("missions", "missions", count), {0: "2025", 1: "2026"}.get(place, ""))
            for place, (month, count) in enumerate(zip(_MONTHS, _COUNTS, strict=True))
        ),
    )


def timeline(count: int = len(NAMES)) -> Timeline:
    """Return a timeline with names in all scripts; every fourth goes on."""
    names = [name.split(" · ")[0] for name in NAMES.values()]
    spans = (
        Span(
            names[place % len(names)],
            date(2000 + place % 16, 3, 1),
            date(2006 + place % 16 * 2, 2, 1) if place % 4 else None,
            over=bool(place % 4) and 2006 + place % 16 * 2 < 2026,
        )
        for place in range(count)
    )
    return Timeline("Instruments by year", tuple(spans), PRINTED.date())


def instruments(rows: int) -> Table:
    """Return a table with acronyms, names in all scripts and amounts."""
    names = list(NAMES.values())
    columns = (
        Column("Type"), Column("Acronym", 3, strong=True), Column("Main partner", 4), Column("Period"), Column("Status"),
        Column("Yearly budget", number=True),
    )  # fmt: skip
    lines = [
        Row(
            (
                "IRP", TwoLines(f"MEKONG-{place}", "Water cycle and salinity in deltas"), names[place % len(names)],
                "2022–2026", "To renew", Money(Decimal(14000 + place)),
            )
        )
        for place in range(rows)
    ]  # fmt: skip
    return Table(columns, (*lines, Row(("Total", "", "", "", "", Money(Decimal(62000))), total=True)))


def groups(rows: int = 1) -> Table:
    """Return a table with headings inside it."""
    columns = (Column("Script", 3, strong=True), Column("Name", 4), Column("Period"))
    lines: list[Row | Group] = []
    for kind in ("IRP", "IRL"):
        lines.append(Group(f"{kind} · International Research", (figure("n", "instruments", len(NAMES)),)))
        lines += [Row((script, name, "2020–2024")) for script, name in NAMES.items()] * rows
    return Table(columns, tuple(lines))


def sample(lang: str = "en", paper: PaperName = "a4", *, demo: bool = True, rows: int = 12) -> Description:
    """Return a report with every kind of block, in many scripts."""
    tiles = Tiles(
        (
            figure("partners", "partners", 7),
            figure("instruments", "instruments", 9, "of which 6 running"),
            figure("yearly_budget", "yearly budget", Money(Decimal(62000)), "+ 12,000 SGD"),
            figure("missions", "missions", 14),
        )
    )
    return Description(
        "country_summary",
        lang,
        "CNRS office in Singapore",
        "Cooperation with Vietnam",
        "Summary on 22 November 2026 · 7 partners · 9 instruments · 14 missions",
        (
            Section("figures", "", (tiles,)),
            Section("instruments", "Instruments", (instruments(rows),)),
            Section("partners", "Partners", (groups(),)),
            Section("missions", "Missions", (bars(), Text("Cancelled missions are not counted.", small=True))),
            Section("timeline", "Timeline", (timeline(),)),
        ),
        PRINTED,
        PRINTED,
        demo=demo,
        paper=paper,
    )
