"""The life-lines of a country: all its instruments on one large sheet, from their start to their end."""

from desktop_app.domain.words import Words
from desktop_app.reports import wording
from desktop_app.reports.country import Country
from desktop_app.reports.country_summary import timeline
from desktop_app.reports.description import Description, Section, Text
from desktop_app.reports.letterhead import described
from desktop_app.reports.request import Kind, Part, Request
from desktop_app.store.base import Store


def describe(store: Store, request: Request) -> Description:
    """Describe how long the instruments of a country last."""
    country = Country(store, request)
    blocks = timeline(country) or (
        Text(Words("Aucun instrument daté.", "No instrument with dates.").said(request.lang)),
    )
    sections = (Section("timeline", "", blocks),) if "timeline" in request.sections else ()
    name = Words(
        f"{wording.country_name(country.record, 'fr')} : les instruments dans le temps",
        f"Instruments with {wording.with_country(country.record)} over time",
    )
    return described(
        store,
        request,
        KIND,
        title=name,
        subtitle=wording.on(request.today),
        sections=sections,
        country=str(country.record["code"]),
    )


KIND = Kind(
    "country_lifelines",
    Words("Frise d’un pays", "Country timeline"),
    Words("Tous les instruments, sur A3", "All instruments, on A3"),
    "clock",
    ("country!",),
    (Part("timeline", Words("Frise", "Timeline")),),
    describe,
    sheet="a3-landscape",
    letters="LL",
)
