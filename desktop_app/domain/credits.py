"""Credits that must be spent within their year: what a bilateral programme leaves over is lost.

A programme has a fiscal year of its own (Al Maqdisi begins in November): it is named by the calendar year in which it ends.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from desktop_app.domain.dates import show_date
from desktop_app.domain.entity import Problem
from desktop_app.domain.instrument import source_of
from desktop_app.domain.types import Amount
from desktop_app.domain.values import Record, Showing
from desktop_app.domain.words import Words

_BILATERAL = "bilateral_programme"


def carries_over(type_: Record | None) -> bool:
    """Whether what a type of instrument did not spend in a year may be spent in the next; bilateral programmes may not."""
    said = type_.get("carry_over") if type_ else None
    return bool(said) if said is not None else type_ is None or type_.get("family") != _BILATERAL


def fiscal_year(day: date, programme: Record | None) -> int:
    """Return the fiscal year in which a day lies."""
    return day.year + (1 < _first_month(programme) <= day.month)


def fiscal_end(year: int, programme: Record | None) -> date:
    """Return the last day of a fiscal year."""
    month = _first_month(programme)
    return date(year, month, 1) - timedelta(days=1) if month > 1 else date(year, 12, 31)


def _first_month(programme: Record | None) -> int:
    month = programme.get("fiscal_month") if programme else None
    return month if isinstance(month, int) and 1 <= month <= 12 else 1


def left_over(fundings: Sequence[Record], year: int) -> dict[str, Decimal]:
    """Return what is planned for a year and not spent, by currency."""
    found: dict[str, Decimal] = {}
    for line in fundings:
        if line.get("year") == year and line.get("planned") is not None:
            rest = Decimal(str(line["planned"])) - Decimal(str(line.get("spent") or 0))
            currency = str(line.get("currency") or "")
            found[currency] = found.get(currency, Decimal(0)) + rest
    return {currency: rest for currency, rest in found.items() if rest > 0}


def amounts(rests: dict[str, Decimal]) -> Words:
    """Say amounts in their currencies."""
    said = [" + ".join(f"{Amount().show(f'{rest:f}', Showing(lang))} {currency}".strip() for currency, rest in rests.items())
            for lang in ("fr", "en")]  # fmt: skip
    return Words(*said)


def lost_credits(
    type_: Record | None, programme: Record | None, fundings: Sequence[Record], today: date
) -> Iterator[Problem]:
    """Warn of each past fiscal year whose credits were not all noted as spent, where they are not carried over."""
    if type_ is None or carries_over(type_):
        return
    source = source_of(type_)
    years = sorted({year for line in fundings if isinstance(year := line.get("year"), int)})
    for year in years:
        end, rests = fiscal_end(year, programme), left_over(fundings, year)
        if rests and end < today:
            said = amounts(rests)
            yield Problem(
                Words(
                    f"{said.fr} de {year} n’ont pas été notés comme dépensés avant le {show_date(end.isoformat(), 'fr')} : un"
                    f" crédit {type_['code']} ne se reporte pas{source.fr}.",
                    f"{said.en} of {year} were not noted as spent by {show_date(end.isoformat(), 'en')}: a {type_['code']}"
                    f" credit is not carried over{source.en}.",
                ),
                ("type",),
            )
