"""Letters about a workbook: in the recipient's language, with the workbook attached, and what became of each change."""

import email
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from desktop_app.domain.plan import REFUSE
from desktop_app.domain.words import Words
from desktop_app.store.ledger import Shipment
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.letters import address, as_file, covering, language, reminder, thanks
from tests.sync.conftest import PARTNER, PERSON, VN, Office
from tests.sync.hands import FIRST_ROW, Hands, taken


def _sent(office: Office, folder: Path, lang: str) -> Shipment:
    number = office.export(
        folder, "instrument", recipient="Ambassade fictive à Hanoï", due_on="2026-12-15", lang=lang
    ).number
    found = office.store.ledger.shipment(number)
    assert found
    return found


def _opened(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize(("lang", "said"), [("fr", "15/12/2026"), ("en", "15 Dec 2026")])
def test_a_reminder_is_a_draft_with_the_very_workbook_attached(
    office: Office, tmp_path: Path, lang: str, said: str
) -> None:
    shipment = _sent(office, tmp_path, lang)
    letter = reminder(office.store, shipment, language(office.store, shipment))
    data = office.store.ledger.kept_file(shipment.sha256)
    assert data
    message = _opened(as_file(letter, (shipment.file_name, data)))
    assert message["X-Unsent"] == "1"
    (workbook,) = message.iter_attachments()
    assert (workbook.get_filename(), workbook.get_content()) == (shipment.file_name, data)
    text = message.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # it has one
    assert text.startswith("Bonjour" if lang == "fr" else "Hello")
    assert said in text, text
    assert "EX0001" in text


@pytest.mark.parametrize(("lang", "said"), [("fr", "avant le 15/12/2026"), ("en", "before 15 Dec 2026")])
def test_the_letter_with_which_a_workbook_goes_out_says_what_is_wanted_and_until_when(
    office: Office, tmp_path: Path, lang: str, said: str
) -> None:
    shipment = _sent(office, tmp_path, lang)
    letter = covering(office.store, shipment, lang)
    assert said in letter.text
    assert shipment.file_name in letter.text
    assert ("mot de passe" if lang == "fr" else "password") not in letter.text
    locked = covering(office.store, shipment, lang, locked=True)
    assert ("mot de passe" if lang == "fr" else "password") in locked.text
    office.store.keep_setting("exchange/return_to", "bureau@example.org")
    assert "bureau@example.org" in covering(office.store, shipment, lang).text


def test_the_address_is_that_of_the_one_contact_that_is_known(office: Office) -> None:
    with office.store.edit(Words("Ajouter", "Add")) as edit:
        embassy = edit.add(PARTNER, {"name": "Ambassade fictive à Hanoï", "country": VN, "kind": "embassy"})
        edit.add(PERSON, {"family_name": "Attaché", "partner": embassy, "email": "science@example.org"})
    assert address(office.store, "Ambassade fictive à Hanoï") == "science@example.org"
    assert address(office.store, "M. Attaché <attache@example.org>") == "attache@example.org"
    assert address(office.store, "Personne") == ""
    with office.store.edit(Words("Ajouter", "Add")) as edit:
        edit.add(PERSON, {"family_name": "Second", "partner": embassy, "email": "second@example.org"})
    assert address(office.store, "Ambassade fictive à Hanoï") == ""


def test_the_note_of_thanks_says_what_was_taken_and_what_was_not(office: Office, tmp_path: Path) -> None:
    shipment = _sent(office, tmp_path, "fr")
    hands = Hands(tmp_path / shipment.file_name)
    hands.type(FIRST_ROW, "title", "Un titre qui est pris")
    hands.type(FIRST_ROW + 1, "city", "Ville refusée")
    hands.type(FIRST_ROW + 2, "status", "n’importe quoi")
    plan = taken(office, hands.send_back())
    next(item for item in plan.items if item.field == "city").decision = REFUSE
    apply_plan(office.store, plan)
    (one,) = office.store.ledger.returns(shipment.number)
    text = thanks(office.store, shipment, one, "fr").text
    before, _, after = text.partition("Nous n’avons pas repris")
    assert "Un titre qui est pris" in before
    assert "DELTA-01" in after
    assert "Ville refusée" in after
