"""What is said of a journey, in both languages: an estimate is always called one, with its rates and their dates."""

from collections.abc import Callable
from decimal import Decimal

from desktop_app.domain.dates import show_date
from desktop_app.domain.journey import Estimate, Part, Reductions
from desktop_app.domain.types import Amount
from desktop_app.domain.values import Record, Showing
from desktop_app.domain.words import Words

Label = Callable[[str, str], str]  # the name of a country (id, language)


def estimate_words(found: Estimate, mission: Record, reductions: Reductions, label: Label) -> Words:
    """Say an estimate: how many nights, at which rate of which day, less what, and what that is in euros."""

    def say(lang: str) -> str:
        french = lang == "fr"
        said = " + ".join(_part(part, lang, label) for part in found.parts)
        less = _less(mission, reductions, lang)
        totals = " + ".join(f"{_number(amount, lang)}\u00a0{currency}" for currency, amount in found.totals.items())
        text = f"{said}{less} = {totals}"
        foreign = {currency: rate for currency, rate in found.rates.items() if currency != "EUR"}
        if found.euros is not None and foreign:
            rates = ", ".join(
                f"1\u00a0{currency} = {_rate(rate.euros, lang)}\u00a0€, {'taux du' if french else 'rate of'}"
                f" {show_date(rate.valid_on, lang)}"
                for currency, rate in foreign.items()
            )
            text += f" ≈ {_number(found.euros, lang)}\u00a0€ ({rates})"
        elif found.euros is None:
            text += " ; aucun taux de change connu à cette date" if french else "; no exchange rate known on that day"
        return text

    return Words(
        f"Indemnité estimée, et non due\u00a0: {say('fr')}.", f"Estimated allowance, not what is due: {say('en')}."
    )


def _part(part: Part, lang: str, label: Label) -> str:
    daily, french = part.daily, lang == "fr"
    nights = f"{part.nights} {'nuit' if french else 'night'}{'s' if part.nights > 1 else ''}"
    place = daily.place or label(part.country, lang)
    since = f"{'barème du' if french else 'rate of'} {show_date(daily.valid_on, lang)}"
    if daily.season:
        since += ", saison de l’année publiée" if french else ", season of the year published"
    return f"{nights} × {_number(daily.amount, lang)}\u00a0{daily.currency} ({place}, {since})"


def _less(mission: Record, reductions: Reductions, lang: str) -> str:
    lodged, meals = (mission.get(name) for name in ("lodged", "meals"))
    french, said = lang == "fr", []
    if isinstance(lodged, int) and lodged > 0:
        words = f"nuit{'s' if lodged > 1 else ''} hébergée{'s' if lodged > 1 else ''}" if french else "lodged"
        said.append(f"{_percent(reductions.lodged, lang)} × {lodged} {words}")
    if isinstance(meals, int) and meals > 0:
        words = f"repas offert{'s' if meals > 1 else ''}" if french else f"meal{'s' if meals > 1 else ''} offered"
        said.append(f"{_percent(reductions.meal, lang)} × {meals} {words}")
    return "".join(f" − {text}" for text in said)


def _number(amount: Decimal, lang: str) -> str:
    return Amount().show(f"{amount.normalize():f}", Showing(lang))


def _percent(value: Decimal, lang: str) -> str:
    text = f"{value.normalize():f}"
    return f"{text.replace('.', ',')}\u00a0%" if lang == "fr" else f"{text}%"


def _rate(euros: Decimal, lang: str) -> str:
    """Return a rate with five digits that mean something: 0.0055220, 0.94859."""
    text = f"{euros:.{max(5, 4 - euros.adjusted())}f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "fr" else text
