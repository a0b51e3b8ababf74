"""Columns of messy sheets: how each writes a record in its cells, and what it says of our fields."""

from datetime import date
from typing import Any

from tests.importers.messy import Column, Record, Truth
from tests.importers.messy_records import MONTHS, MONTHS_EN


def col(heading: str, key: str, name: str, *, upper: str = "") -> Column:
    """A column that writes a value as it is."""
    return Column(heading, lambda row: row[key], lambda row: {name: row[key]}, name, upper)


def junk(heading: str, value: Any = "x") -> Column:
    """A column that no field of ours holds."""
    return Column(heading, lambda _row: value, lambda _row: {}, None)


def when(heading: str, key: str, name: str, form: str = "", *, upper: str = "") -> Column:
    """A column of dates: as dates, or as text."""

    def text(row: Record) -> Any:
        day: date = row[key]
        return {
            "": day,
            "fr": f"{day:%d/%m/%Y}",
            "short": f"{day.day}/{day.month}/{day:%y}",
            "dots": f"{day:%d.%m.%Y}",
            "long": f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}",
            "iso": day.isoformat(),
            "en": f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}",
            "us": f"{MONTHS_EN[day.month - 1]} {day.day}, {day.year}",
        }[form]

    return Column(heading, text, lambda row: {name: row[key].isoformat()}, name, upper)


def span(heading: str, form: str = "fr") -> Column:
    """A column with both dates in a cell."""

    def text(row: Record) -> str:
        start, end = row["start"], row["end"]
        if form == "years":
            return f"{row['years'][0]}-{row['years'][1]}"
        if form == "en":
            return f"{start.day} {MONTHS_EN[start.month - 1]} - {end.day} {MONTHS_EN[end.month - 1]} {end.year}"
        if form == "slash":
            return f"{start:%d/%m/%Y} - {end:%d/%m/%Y}"
        if start.month == end.month:
            return f"du {'1er' if start.day == 1 else start.day} au {end.day} {MONTHS[end.month - 1]} {end.year}"
        return f"du {start.day} {MONTHS[start.month - 1]} au {end.day} {MONTHS[end.month - 1]} {end.year}"

    def truth(row: Record) -> Truth:
        if form == "years":
            return {"starts_on": str(row["years"][0]), "ends_on": str(row["years"][1])}
        return {"starts_on": row["start"].isoformat(), "ends_on": row["end"].isoformat()}

    return Column(heading, text, truth, "starts_on+ends_on")


def years(heading: str, at: int, name: str) -> Column:
    """A column of years, as numbers."""
    return Column(heading, lambda row: row["years"][at], lambda row: {name: str(row["years"][at])}, name)


def traveller(heading: str, form: str) -> Column:
    """A column with a whole name."""

    def text(row: Record) -> str:
        family, given = row["family"], row["given"]
        titled = {"mme": "Mme", "m": "M.", "dr": "Dr"}[row["civ"]]
        return {
            "NOM Prénom": f"{family.upper()} {given}",
            "Prénom NOM": f"{given} {family.upper()}",
            "comma": f"{family}, {given}",
            "titled": f"{titled} {given} {family.upper()}",
            "plain": f"{given} {family}",
        }[form]

    return Column(heading, text, lambda row: {"person": f"{row['given']} {row['family']}"}, "person")


def whole(heading: str, form: str) -> Column:
    """A column with the whole name of the person whom the row is about."""
    made = traveller(heading, form)

    def truth(row: Record) -> Truth:
        said = {"family_name": row["family"], "given_name": row["given"]}
        return {**said, "title": row["civ"]} if form == "titled" else said

    fields = "title+family_name+given_name" if form == "titled" else "family_name+given_name"
    return Column(heading, made.write, truth, fields)


def family(heading: str, *, upper: str = "") -> Column:
    """The family name of the traveller."""
    return Column(
        heading,
        lambda row: row["family"].upper(),
        lambda row: {"person": f"{row['given']} {row['family']}"},
        "person",
        upper,
    )


def given(heading: str, *, upper: str = "") -> Column:
    """The given name of the traveller."""
    return Column(heading, lambda row: row["given"], lambda _row: {}, "person.given_name", upper)


def country(heading: str, name: str, form: str = "fr", *, upper: str = "") -> Column:
    """A column of countries."""
    key = {"fr": "country", "en": "country_en", "code": "cc"}[form]
    return Column(heading, lambda row: row[key], lambda row: {name: row["cc"]}, name, upper)


def place(heading: str, names: tuple[str, str], form: str = "comma") -> Column:
    """A column with the town and the country."""

    def text(row: Record) -> str:
        return f"{row['city']}, {row['country']}" if form == "comma" else f"{row['city']} ({row['country_en']})"

    return Column(heading, text, lambda row: {names[0]: row["city"], names[1]: row["cc"]}, "+".join(names))


def towns(heading: str, mark: str = ", ") -> Column:
    """A column with several towns in a cell."""
    return Column(heading, lambda row: mark.join(row["cities"]), lambda row: {"cities": row["cities"]}, "cities")


def money(heading: str, form: str, name: str = "cost", *, upper: str = "") -> Column:
    """A column of amounts."""

    def text(row: Record) -> Any:
        amount = float(row["cost"])
        spaced = f"{amount:,.2f}".replace(",", "\u202f").replace(".", ",")
        return {
            "number": amount,
            "fr": spaced,
            "eur": f"{spaced} €",
            "EUR": f"{amount:.2f} EUR".replace(".", ","),
            "usd": f"{amount:.2f} USD",
            "k": f"{amount / 1000:g} k€".replace(".", ","),
            "dollar": f"$ {amount:.2f}",
        }[form]

    def truth(row: Record) -> Truth:
        if form in ("k", "dollar"):
            return {name: "?"}
        said = {name: f"{float(row['cost']):.2f}".removesuffix(".00")}
        code = {"eur": "EUR", "EUR": "EUR", "usd": "USD"}.get(form)
        return {**said, "currency": code} if code else said

    return Column(heading, text, truth, name, upper)


def unit(heading: str, form: str, name: str = "unit") -> Column:
    """A column of units: by code, or by code and acronym."""

    def text(row: Record) -> str:
        code: str = row["unit"]
        return {
            "code": code,
            "tight": code.replace(" ", ""),
            "both": f"{code.replace(' ', '')} / {row['unit_acronym']}",
            "brackets": f"{row['unit_acronym']} ({code})",
            "acronym": str(row["unit_acronym"]),
        }[form]

    return Column(heading, text, lambda row: {name: row["unit"]}, name)


def purpose(heading: str) -> Column:
    """A column of purposes, in words."""
    return Column(heading, lambda row: row["purpose"][1], lambda row: {"purpose": row["purpose"][0]}, "purpose")


def typed(heading: str) -> Column:
    """A column with the type and the acronym of an instrument."""
    return Column(
        heading,
        lambda row: f"{row['type']} {row['name']}",
        lambda row: {"type": row["type"], "acronym": row["name"]},
        "type+acronym",
    )


def countries_of(heading: str, name: str = "countries", form: str = "fr") -> Column:
    """A column of sets of countries that holds one in each cell."""
    made = country(heading, name, form)
    return Column(heading, made.write, lambda row: {name: (row["cc"],)}, name)


def shouted(heading: str) -> Column:
    """A column of towns in capitals."""
    return Column(heading, lambda row: row["city"].upper(), lambda row: {"city": row["city"]}, "city")


def several(made: Column, *names: str) -> Column:
    """The same column for an entity that has several towns and countries."""

    def truth(row: Record) -> Truth:
        return {name: (value,) if name in names else value for name, value in made.truth(row).items()}

    return Column(made.heading, made.write, truth, made.field, made.upper)
