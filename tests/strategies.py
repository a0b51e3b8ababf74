"""Values of every type of field, as the domain keeps them; one strategy a type."""

import base64
from collections.abc import Sequence
from datetime import date
from functools import singledispatch

from hypothesis import strategies as st

from desktop_app.domain.choices import choices
from desktop_app.domain.ids import derived_id
from desktop_app.domain.picture import looked_at
from desktop_app.domain.text import plain
from desktop_app.domain.types import (
    Amount,
    Choice,
    Code,
    Colour,
    Day,
    Email,
    Flag,
    Identifier,
    Image,
    Integer,
    Link,
    Several,
    Text,
    Type,
    Web,
)
from desktop_app.domain.values import Reading, Value

# Texts that workbooks, spreadsheet programs and CSV files are known to change or to take for something else.
HARD_TEXTS = (
    "=1+1", "+33 1 44 96 40 00", "-", "- tiret", "@SOMME(A1)", "'apostrophe", '"guillemets"', "00123", "1E5", "1/2", "12.0",
    "2024-03-01", "TRUE", "FAUX", "#REF!", "#N/A", "a_x000D_b", "_x005F_", "<b>&amp;</b>", "l’été – 30 %", "Đồng Nai", "東京大学",
    "ภาษาไทย", "العربية", "हिन्दी", "e\u0301", "🙂", "x" * 300, "a;b|c", "=HYPERLINK(\"http://example.org\")", "\t=1", "NULL",
)  # fmt: skip
HARD_DAYS = (
    "1900-02-28", "1900-03-01", "1904-12-04", "1905-07-17", "1906-01-07", "2024-02-29", "1899-12-30", "2199-12-31", "2025",
    "2025-11", "2025-02-03", "1866",
)  # fmt: skip
HARD_AMOUNTS = (
    "0",
    "14000",
    "14000.50",
    "-3.25",
    "0.01",
    "1234567890123.45",
    "12345678901234.56",
    "999999999999999",
    "1234.50",
)
_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn"))


@singledispatch
def values(type_: Type) -> st.SearchStrategy[Value]:
    """Return a strategy for the values of a type."""
    raise LookupError(f"No strategy for {type(type_).__name__}: add it to tests/strategies.py")


@values.register
def _texts(type_: Text) -> st.SearchStrategy[Value]:
    free = st.one_of(st.sampled_from(HARD_TEXTS), st.text(_LETTERS, min_size=1, max_size=40))
    lines = st.lists(free, min_size=1, max_size=3).map("\n".join) if type_.lines else free
    return lines.map(lambda text: type_.read(text, Reading())).filter(lambda value: value not in (None, "-"))


@values.register
def _codes(type_: Code) -> st.SearchStrategy[Value]:
    written = st.one_of(
        st.sampled_from(("IRL 3527", "UMR 7606", "00123", "1E5", "EX-2026/01")),
        st.from_regex(r"[A-Z]{2,4}-\d{1,6}", fullmatch=True),
    )
    return written.map(lambda text: type_.read(text, Reading()))


@values.register
def _identifiers(type_: Identifier) -> st.SearchStrategy[Value]:
    known = {
        "ror": ("03cqe8w59", "0081fs513"),
        "orcid": ("0000-0002-1825-0097",),
        "doi": ("10.1000/182", "10.1038/a-b_c;(1)"),
    }
    return st.sampled_from(known[type_.scheme])


@values.register
def _webs(_type: Web) -> st.SearchStrategy[Value]:
    return st.sampled_from(
        ("https://www.cnrs.fr", "http://example.org/a?b=c&d=é#e", "https://example.org/" + "x" * 200)
    )


@values.register
def _emails(_type: Email) -> st.SearchStrategy[Value]:
    return st.sampled_from(("nom@exemple.org", "prenom.nom+tri@sous.exemple.org"))


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><rect width="80" height="20" fill="#7A1F5C"/></svg>'
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
PICTURES = (looked_at(SVG).text, looked_at(PNG).text)


@values.register
def _colours(_type: Colour) -> st.SearchStrategy[Value]:
    return st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@values.register
def _images(_type: Image) -> st.SearchStrategy[Value]:
    return st.sampled_from(PICTURES)


@values.register
def _days(_type: Day) -> st.SearchStrategy[Value]:
    days = st.dates(date(1800, 1, 1), date(2199, 12, 31)).map(date.isoformat)
    edges = st.sampled_from(
        ("1900-02-28", "1900-03-01", "1904-12-04", "1905-07-17", "1906-01-07", "2024-02-29", "1899-12-30")
    )
    return st.one_of(days, edges, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))


@values.register
def _integers(_type: Integer) -> st.SearchStrategy[Value]:
    return st.integers(-(10**9), 10**12)


@values.register
def _amounts(_type: Amount) -> st.SearchStrategy[Value]:
    cents = st.one_of(st.integers(-(10**6), 10**7), st.integers(1 - 10**15, 10**15 - 1))
    return cents.map(lambda count: f"{count // 100}" if count % 100 == 0 else _two_decimals(count))


def _two_decimals(cents: int) -> str:
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole}.{rest:02d}"


@values.register
def _flags(_type: Flag) -> st.SearchStrategy[Value]:
    return st.booleans()


@values.register
def _choices(type_: Choice) -> st.SearchStrategy[Value]:
    return st.sampled_from(sorted(choices(type_.list)))


@values.register
def _links(type_: Link) -> st.SearchStrategy[Value]:
    return st.sampled_from([derived_id(type_.entity, f"linked {number}") for number in range(5)])


@values.register
def _several(type_: Several) -> st.SearchStrategy[Value]:
    one = values(type_.of).map(str).filter(lambda text: plain(text) == text and not set(text) & set(";|\n"))
    return st.lists(one, min_size=1, max_size=4).map(lambda many: tuple(sorted(set(many))))


def edge_values(type_: Type) -> Sequence[Value]:
    """Return the values of a type that programs are known to change, the same each time."""
    if isinstance(type_, Several):
        clean = [str(one) for one in edge_values(type_.of) if not set(str(one)) & set(";|\n")]
        return [tuple(sorted(set(clean[start : start + 3]))) for start in range(0, len(clean), 3)]
    if isinstance(type_, Text):
        read = [type_.read(text, Reading()) for text in HARD_TEXTS]
        return [value for value in read if value not in (None, "-")]
    fixed: dict[type[Type], tuple[Value, ...]] = {
        Day: HARD_DAYS,
        Amount: HARD_AMOUNTS,
        Integer: (0, -5, 2026, 10**12),
        Flag: (True, False),
        Code: ("IRL 3527", "00123", "1E5", "EX-2026/01", "TRUE"),
        Colour: ("#1D5BB8", "#000000", "#1E5000"),
        Image: PICTURES,
        Web: ("https://www.cnrs.fr", "http://example.org/a?b=c&d=é#e"),
        Email: ("nom@exemple.org", "prenom.nom+tri@sous.exemple.org"),
    }
    if isinstance(type_, Identifier):
        return {"ror": ["03cqe8w59", "0081fs513"], "orcid": ["0000-0002-1825-0097"], "doi": ["10.1000/182"]}[
            type_.scheme
        ]
    if isinstance(type_, Choice):
        return list(choices(type_.list))[:12]
    if isinstance(type_, Link):
        return [derived_id(type_.entity, f"linked {number}") for number in range(5)]
    return list(fixed[type(type_)])
