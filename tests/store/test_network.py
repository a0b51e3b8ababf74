"""Who is linked with whom: from an instrument and from the other end."""

import pytest

from desktop_app.domain.choices import choices
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import LINK, PARTY
from desktop_app.domain.links import link_words
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.unit import UNIT
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.network import MOST, network_of
from desktop_app.store.subject import Subject

_VN = derived_id("country", "VN")


@pytest.fixture
def toolkit(store: Store) -> dict[str, str]:
    """An IRL with its host, mirror and extension under an IRC, and two UMIFRE that share a unit and a ministry."""
    with store.edit(Words("Boîte à outils", "Toolkit")) as edit:
        types = {"irl": "IRL", "irc": "IRC", "ext": "EXT", "u1": "UMIFRE", "u2": "UMIFRE", "old": "IEA"}
        made = {
            name: edit.add(
                INSTRUMENT,
                {
                    "title": name, "acronym": name.upper(), "type": derived_id("instrument_type", type_),
                    "status": "closed" if name == "old" else "active", "countries": (_VN,),
                },
            )
            for name, type_ in types.items()
        }  # fmt: skip
        made["host"] = edit.add(PARTNER, {"name": "Institut inventé", "country": _VN})
        made["faculty"] = edit.add(PARTNER, {"name": "Faculté inventée", "country": _VN, "parent": made["host"]})
        made["ministry"] = edit.add(PARTNER, {"name": "Ministère", "country": derived_id("country", "FR")})
        made["unit"] = edit.add(UNIT, {"code": "UAR 3330", "name": "Savoirs et mondes indiens"})
        made["mirror"] = edit.add(UNIT, {"code": "UMR 1234", "name": "Miroir"})
        made["head"] = edit.add(PERSON, {"family_name": "FICTIVE", "given_name": "Line"})
        for instrument, role, who, id_ in (
            ("irl", "host", "partner", "host"), ("irl", "mirror_unit", "unit", "mirror"), ("old", "partner", "partner", "host"),
            ("irl", "director_french", "person", "head"), ("irl", "contact", "partner", "host"),
            *((one, "supervising_ministry", "partner", "ministry") for one in ("u1", "u2")),
            *((one, "member", "unit", "unit") for one in ("u1", "u2")),
        ):  # fmt: skip
            edit.add(PARTY, {"instrument": made[instrument], "role": role, who: made[id_]})
        for instrument, kind, other in (("irl", "under", "irc"), ("ext", "extension_of", "irl")):
            edit.add(LINK, {"instrument": made[instrument], "kind": kind, "other": made[other]})
    return made


def linked(store: Store, entity: str, id_: str) -> dict[str, str]:
    """Return what each record of the first ring is called, and what it has to do with the middle."""
    found = network_of(store, entity, id_, "en")
    assert found is not None
    names = {node.id: node.name for node in found.nodes}
    return {names[edge.outer]: edge.words.en for edge in found.edges if edge.inner == id_}


def test_an_instrument_names_its_parties_and_links_in_both_directions(store: Store, toolkit: dict[str, str]) -> None:
    assert linked(store, "instrument", toolkit["irl"]) == {
        "IRC": "Under", "EXT": "Has the extension", "Institut inventé": "Host institution, Contact",
        "UMR 1234": "Mirror unit", "Line FICTIVE": "French director",
    }  # fmt: skip
    assert linked(store, "instrument", toolkit["irc"]) == {"IRL": "Stands above"}
    assert linked(store, "instrument", toolkit["ext"]) == {"IRL": "Extension of"}


def test_two_umifre_are_seen_from_their_unit_and_their_ministry(store: Store, toolkit: dict[str, str]) -> None:
    assert linked(store, "partner", toolkit["ministry"]) == {"U1": "Supervising ministry", "U2": "Supervising ministry"}
    found = network_of(store, "partner", toolkit["ministry"], "en")
    assert found is not None
    assert [(node.name, node.ring) for node in found.nodes if node.entity == "unit"] == [("UAR 3330", 2)]
    assert linked(store, "instrument", toolkit["u1"])["UAR 3330"] == "Member"


def test_a_unit_shows_the_umifre_that_it_holds_and_who_stands_behind_them(
    store: Store, toolkit: dict[str, str]
) -> None:
    assert linked(store, "unit", toolkit["unit"]) == {"U1": "Member", "U2": "Member"}
    found = network_of(store, "unit", toolkit["unit"], "en")
    assert found is not None
    assert [(node.name, node.ring) for node in found.nodes if node.entity == "partner"] == [("Ministère", 2)]
    with store.edit(Words("Codes", "Codes")) as edit:
        edit.set(INSTRUMENT, toolkit["irl"], "code", "IRL 1234")
        own = edit.add(UNIT, {"code": "IRL 1234", "name": "Laboratoire inventé"})
    assert linked(store, "unit", own) == {"IRL": "The laboratory itself"}
    about_own = Subject("unit", own)
    assert [one["id"] for one in store.records(about_own.of(INSTRUMENT))] == [toolkit["irl"]]
    assert [one["name"] for one in store.records(about_own.of(PARTNER))] == ["Institut inventé"]
    with store.edit(Words("Nouveau code", "New code")) as edit:  # UMI 3527 became IRL 3527, on either side
        edit.set(UNIT, own, "code", "IRL 2999")
        edit.set(UNIT, own, "former_codes", ("IRL 1234",))
    assert [one["id"] for one in store.records(about_own.of(INSTRUMENT))] == [toolkit["irl"]]
    with store.edit(Words("Nouveau code", "New code")) as edit:
        edit.set(UNIT, own, "former_codes", None)
        edit.set(INSTRUMENT, toolkit["irl"], "code", "IRL 3000")
        edit.set(INSTRUMENT, toolkit["irl"], "former_codes", ("IRL 2999",))
    assert linked(store, "unit", own) == {"IRL": "The laboratory itself"}
    about = Subject("unit", toolkit["unit"])
    held = {str(one["acronym"]) for one in store.records(about.of(INSTRUMENT))}
    assert held == {"U1", "U2"}
    assert [one["name"] for one in store.records(about.of(PARTNER))] == ["Ministère"]


def test_a_partner_leads_by_its_instruments_to_others(store: Store, toolkit: dict[str, str]) -> None:
    found = network_of(store, "partner", toolkit["host"], "en")
    assert found is not None
    rings = {node.name: (node.ring, node.over) for node in found.nodes}
    assert rings["IRL"] == (1, False)
    assert rings["OLD"] == (1, True)
    assert rings["Faculté inventée"][0] == 1
    assert rings["UMR 1234"][0] == rings["IRC"][0] == 2
    assert found == network_of(store, "partner", toolkit["host"], "en")  # the same picture each time


def test_a_large_network_says_how_much_it_leaves_out(store: Store, toolkit: dict[str, str]) -> None:
    with store.edit(Words("Beaucoup", "Many")) as edit:
        for number in range(MOST[0] + 5):
            unit = edit.add(UNIT, {"code": f"UMR {number:04}", "name": f"U{number}"})
            edit.add(PARTY, {"instrument": toolkit["u1"], "role": "member", "unit": unit})
    found = network_of(store, "instrument", toolkit["u1"], "en")
    assert found is not None
    assert len(found.nodes) == MOST[0] + 1
    assert found.left_out == 7
    assert network_of(store, "instrument", "0" * 32, "en") is None


def test_every_kind_of_link_is_said_from_both_ends() -> None:
    for kind in choices("link_kinds"):
        there, back = link_words(kind), link_words(kind, backwards=True)
        assert all(there)
        assert all(back)
        assert there != back or kind == "related"


def test_an_instrument_shows_what_its_partners_and_units_are_linked_to_where_that_is_asked(
    store: Store, toolkit: dict[str, str]
) -> None:
    near = network_of(store, "instrument", toolkit["u1"], "en")
    far = network_of(store, "instrument", toolkit["u1"], "en", further=True)
    assert near is not None
    assert far is not None
    assert {node.ring for node in near.nodes} == {0, 1}
    assert {node.name for node in far.nodes if node.ring == 1} == {node.name for node in near.nodes if node.ring}
    # The other UMIFRE of the same unit and ministry, once, with a line from each of them.
    assert [node.name for node in far.nodes if node.ring == 2] == ["U2"]
    assert sorted(edge.words.en for edge in far.edges if edge.outer == toolkit["u2"]) == [
        "Member",
        "Supervising ministry",
    ]
