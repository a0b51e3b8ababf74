"""E-mail drafts and contact cards, read back by other readers; whoever objects is on none."""

import email
import email.policy
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.draft import Draft, as_eml
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.reports.mail import _folded, _said, as_cards, draft_to, people_of
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from tests.reports.conftest import country


@pytest.fixture
def desk(office: Store, tmp_path: Path) -> Iterator[Store]:
    """A copy of the base of the office."""
    with Store.open(Path(shutil.copy(office.path, tmp_path / "office.passerelle"))) as store:
        with store.edit(Words("Remplir", "Fill")) as edit:
            house = edit.add(PARTNER, {"name": "Université, fictive; d’Exempelia",
                                       "country": country(store, "VN"), "city": "Hà Nội",
                                       "address": "1, rue Fictive\nBât. 2"})  # fmt: skip
            common = {"partner": house, "phone": "+84 0"}
            edit.add(
                PERSON,
                {"family_name": "Đặng", "given_name": "Lan", "email": "lan@example.org", "title": "dr", **common},
            )
            edit.add(PERSON, {"family_name": "Sans", "given_name": "Adresse", **common})
            edit.add(
                PERSON,
                {"family_name": "Jamais", "given_name": "Non", "email": "non@example.org", "objects": True, **common},
            )
        yield store


def house(store: Store) -> list[str]:
    """The partner, as a selection."""
    return [str(one["id"]) for one in store.records(Query(PARTNER, (Filter("city", "is", "Hà Nội"),)))]


def read(data: bytes) -> email.message.EmailMessage:
    """Read a message as a mail program does."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, email.message.EmailMessage)
    return message


def test_a_draft_goes_to_those_who_can_be_written_to_with_the_report_attached(desk: Store) -> None:
    people = people_of(desk, PARTNER, house(desk))
    assert people.left_out == 1
    assert people.without == ("Adresse Sans",) or len(people.without) == 1
    made = read(as_eml(draft_to(desk, people, "fr", "Rapport", [("Viêt Nam.pdf", b"%PDF-1.7")])))
    assert made["X-Unsent"] == "1"
    assert [one.addr_spec for one in made["To"].addresses] == ["lan@example.org"]
    assert "Bureau du CNRS à Singapour" in made.get_body().get_content()  # type: ignore[union-attr]
    (attached,) = made.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == ("Viêt Nam.pdf", "application/pdf")


def test_several_recipients_do_not_see_each_other() -> None:
    made = read(as_eml(Draft("x", "y", (("A", "a@example.org"), ("B", "b@example.org"), ("C", "wrong address")))))
    assert made["To"] is None
    assert [one.addr_spec for one in made["Bcc"].addresses] == ["a@example.org", "b@example.org"]


def test_cards_hold_names_addresses_and_signs_as_they_are(desk: Store) -> None:
    people = people_of(desk, PARTNER, house(desk))
    text = as_cards(desk, people, "en").decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    cards = re.sub(r"\r\n ", "", text).split("END:VCARD\r\n")
    assert len(cards) == 3  # two, and nothing after the last
    assert "FN:Lan Đặng" in cards[0]
    assert "N:Đặng;Lan;;Dr;" in cards[0]
    assert r"ORG:Université\, fictive\; d’Exempelia" in cards[0]
    assert r"ADR;TYPE=WORK:;;1\, rue Fictive\, Bât. 2;Hà Nội;;;" in cards[0]
    assert "EMAIL;TYPE=INTERNET:lan@example.org" in cards[0]
    assert "Jamais" not in text


@given(st.text())
def test_any_text_survives_a_line_of_a_card(text: str) -> None:
    said = _said(text)
    folded = _folded(said)
    assert all(len(line.encode("utf-8", "surrogatepass")) <= 76 for line in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == said
