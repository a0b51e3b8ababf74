"""E-mail drafts that mail programs open to be sent (.eml), and contacts as cards (.vcf).

Whoever objects, or whose data are restricted, gets no mail and stands on no card; how many were left out is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.domain.draft import Draft
from desktop_app.domain.entity import Entity
from desktop_app.domain.event import EVENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.reports.letterhead import office_name, own_office
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

_GREETING = Words("Bonjour,", "Dear all,")
_CLOSING = Words("Bien cordialement,", "Kind regards,")


@dataclass(frozen=True, slots=True)
class People:
    """Those whom a selection of records means: who can be written to, who has no address, who objects."""

    found: tuple[Record, ...]
    without: tuple[str, ...] = ()
    left_out: int = 0
    names: dict[str, str] = field(default_factory=dict)  # by id


def people_of(store: Store, entity: Entity, ids: Sequence[str]) -> People:
    """Return the people whom some records mean: themselves, travellers, participants, the contacts at partners."""
    wanted: dict[str, None] = {}
    if entity is PERSON:
        wanted = dict.fromkeys(ids)
    elif entity is PARTNER:
        asked = Query(PERSON, (Filter("partner", "in", tuple(ids)),), sort=(("family_name", False),))
        wanted = {str(one["id"]): None for one in store.records(asked)} if ids else {}
    else:
        for record in store.many(entity, ids).values():
            held = record.get("person") if entity is MISSION else record.get("participants")
            for one in (held if isinstance(held, tuple) else (held,)) if entity in (MISSION, EVENT) else ():
                if one:
                    wanted[str(one)] = None
    living = store.many(PERSON, list(wanted))
    known = [living[id_] for id_ in wanted if id_ in living]
    open_ = [one for one in known if not one.get("objects") and not one.get("restricted")]
    names = {str(one["id"]): store.names.label("person", str(one["id"]), "fr") for one in open_}
    without = tuple(names[str(one["id"])] for one in open_ if not one.get("email"))
    return People(tuple(open_), without, len(known) - len(open_), names)


def draft_to(
    store: Store, people: People, lang: str, subject: str = "", attachments: Sequence[tuple[str, bytes]] = ()
) -> Draft:
    """Return a draft to some people, with the greeting and the signature of the office."""
    office = own_office(store)
    contact = " · ".join(str(office[name]) for name in ("phone", "email", "website") if office.get(name))
    signature = "\n".join(filter(None, (office_name(store, lang), contact)))
    text = "\n\n".join((_GREETING.said(lang), "", _CLOSING.said(lang), signature)) + "\n"
    to = {
        str(one["email"]).casefold(): (people.names[str(one["id"])], str(one["email"]))
        for one in people.found
        if one.get("email")
    }
    return Draft(subject, text, tuple(to.values()), tuple(attachments))


def as_cards(store: Store, people: People, lang: str) -> bytes:
    """Return contacts as cards (vCard 3.0, which every mail program and telephone reads)."""
    lines: list[str] = []
    for one in people.found:
        partner = store.get(PARTNER, str(one["partner"])) if one.get("partner") else None
        house = store.names.label("partner", str(one["partner"]), lang) if one.get("partner") else ""
        unit = store.names.label("unit", str(one["unit"]), lang) if one.get("unit") else ""
        title = PERSON.fields["title"].type.show(one.get("title"), store.names.showing(lang))
        family, given = (str(one.get(name) or "") for name in ("family_name", "given_name"))
        lines += ["BEGIN:VCARD", "VERSION:3.0", f"N:{_said(family)};{_said(given)};;{_said(title)};",
                  f"FN:{_said(' '.join(filter(None, (given, family))))}"]  # fmt: skip
        if house or unit:
            lines.append(f"ORG:{_said(house or unit)}" + (f";{_said(unit)}" if house and unit else ""))
        for key, name in (("TITLE", "position"), ("EMAIL;TYPE=INTERNET", "email"), ("TEL", "phone")):
            if one.get(name):
                lines.append(f"{key}:{_said(str(one[name]))}")
        if partner is not None:
            place = store.names.label("country", str(partner["country"]), lang) if partner.get("country") else ""
            street = ", ".join(str(partner.get("address") or "").splitlines())
            lines.append(f"ADR;TYPE=WORK:;;{_said(street)};{_said(str(partner.get('city') or ''))};;;{_said(place)}")
        if one.get("orcid"):
            lines.append(f"URL:https://orcid.org/{one['orcid']}")
        lines += [f"UID:urn:passerelle:{one['id']}", "END:VCARD"]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _said(text: str) -> str:
    bare = "".join(char for char in text if char >= " " or char == "\n")
    return bare.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> str:
    """Return a line cut after 75 bytes, as the standard asks, never inside a letter."""
    parts, size = [""], 0
    for char in line:
        wide = len(char.encode())
        if size + wide > 74:
            parts.append("")
            size = 1
        parts[-1] += char
        size += wide
    return "\r\n ".join(parts)
