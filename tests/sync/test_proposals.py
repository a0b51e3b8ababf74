"""What a new row leaves out and its workbook says: the country for which it was sent."""

from pathlib import Path

from desktop_app.domain.plan import ACCEPT, OPEN
from desktop_app.gui.review.lines import lines
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.review import Review
from tests.sync.conftest import JP, PARTNER, VN, Office
from tests.sync.hands import Hands, only, taken


def hands(office: Office, folder: Path, *countries: str) -> Hands:
    """Partners and instruments sent for some countries, with a new partner that does not say its own."""
    found = Hands(office.export(folder, "partner", "instrument", countries=countries).path)
    found.type(_below(found), "name", "Institut neuf", sheet="Partenaires - Partners")
    return found


def _below(held: Hands) -> int:
    """The first prepared row of the partners."""
    return next(row for row in range(4, 60) if not held.read(row, "name", "Partenaires - Partners"))


def test_a_new_row_of_a_workbook_for_one_country_is_proposed_there(office: Office, tmp_path: Path) -> None:
    plan = taken(office, hands(office, tmp_path, VN).send_back())
    item = only(plan, "new")
    assert (item.theirs, item.decision) == ({"name": "Institut neuf", "country": VN}, ACCEPT)
    review = Review("r", plan, 0)
    shown = {line.name: line for line in lines(review, office.store.names.showing("fr"), review.subjects()[0])}
    assert "for which the workbook was sent, is proposed" in shown["country"].sentence
    apply_plan(office.store, plan)
    assert (office.store.get(PARTNER, item.id) or {})["country"] == VN


def test_what_the_row_says_itself_is_its_country(office: Office, tmp_path: Path) -> None:
    held = hands(office, tmp_path, VN)
    held.type(_below(held) - 1, "country", "Japon", sheet="Partenaires - Partners")
    item = only(taken(office, held.send_back()), "new")
    assert (item.theirs, item.words) == ({"name": "Institut neuf", "country": JP}, None)


def test_a_country_that_could_not_be_read_is_asked_and_not_replaced(office: Office, tmp_path: Path) -> None:
    held = hands(office, tmp_path, VN)
    held.type(_below(held) - 1, "country", "Atlantide", sheet="Partenaires - Partners")
    plan = taken(office, held.send_back())
    assert (only(plan, "new").theirs, only(plan, "unreadable").field) == ({"name": "Institut neuf"}, "country")


def test_a_workbook_for_several_countries_or_for_all_proposes_none(office: Office, tmp_path: Path) -> None:
    for countries in ((VN, JP), ()):
        item = only(taken(office, hands(office, tmp_path, *countries).send_back()), "new")
        assert (item.theirs, item.decision) == ({"name": "Institut neuf"}, OPEN)


def test_a_row_that_says_too_little_for_a_record_is_given_nothing(office: Office, tmp_path: Path) -> None:
    held = Hands(office.export(tmp_path, "partner", "instrument", countries=(VN,)).path)
    held.type(_below(held), "city", "Hué", sheet="Partenaires - Partners")
    assert only(taken(office, held.send_back()), "doubtful").theirs == {"city": "Hué"}
