"""What a typed text asks for, and what is found when it was mistyped."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id
from desktop_app.domain.words import Words
from desktop_app.gui import theme
from desktop_app.gui.palette.answer import answer
from desktop_app.gui.palette.entries import ENTRY, MARGIN, ROW, Entry, EntryDelegate, spans
from desktop_app.gui.palette.wishes import take_apart, wishes_of
from desktop_app.gui.theme import look
from desktop_app.store.base import Store
from desktop_app.store.spelling import Spelling

WORDS = Words("Essai", "Try")
VN = derived_id("country", "VN")


@pytest.fixture
def office(store: Store) -> Store:
    """A base with a university, an embassy, a person and an instrument."""
    with store.edit(WORDS) as edit:
        university = edit.add(
            ENTITIES["partner"], {"name": "Cần Thơ University", "kind": "university", "city": "Cần Thơ", "country": VN}
        )
        edit.add(
            ENTITIES["partner"],
            {"name": "Ambassade de France au Viêt Nam", "kind": "embassy", "city": "Hanoi", "country": VN},
        )
        edit.add(
            ENTITIES["person"],
            {"family_name": "Fictive", "given_name": "Lan", "partner": university, "email": "lan@example.org"},
        )
        edit.add(
            ENTITIES["instrument"],
            {
                "type": derived_id("instrument_type", "IRN"),
                "acronym": "MEKONG-ONE",
                "title": "Water",
                "status": "to_renew",
            },
        )
    return store


@pytest.mark.parametrize(
    ("typed", "verb", "kind", "rest"),
    [
        ("vietnam summary", "summary", "", "vietnam"),
        ("résumé du Viêt Nam", "summary", "", "viet nam"),
        ("send hanoi", "send", "", "hanoi"),
        ("envoyer à Hanoi", "send", "", "hanoi"),
        ("renew mekong", "renew", "", "mekong"),
        ("renouv mekong", "renew", "", "mekong"),
        ("backup now", "backup", "", ""),
        ("sauvegarder maintenant", "backup", "", ""),
        ("back up", "backup", "", ""),
        ("new mission to can tho", "new", "mission", "can tho"),
        ("nouvelle mission à Cần Thơ", "new", "mission", "can tho"),
        ("can tho", None, "", "can tho"),
    ],
)  # fmt: skip
def test_a_text_is_taken_apart_in_both_languages(typed: str, verb: str | None, kind: str, rest: str) -> None:
    assert take_apart(typed) == (verb, kind, rest)


@pytest.mark.parametrize(
    ("typed", "verb", "name"),
    [
        ("vietnam summary", "summary", "Vietnam"),
        ("summ viet", "summary", "Vietnam"),
        ("vietnam", "overview", "Vietnam"),
        ("about vietnam", "overview", "Vietnam"),
        ("vue d’ensemble Viêt Nam", "overview", "Vietnam"),
        ("map vietnam", "map", "Vietnam"),
        ("carte du Viêt Nam", "map", "Vietnam"),
        ("send hanoi", "send", "Ambassade de France au Viêt Nam"),
        ("send vietnam", "send", "Ambassade de France au Viêt Nam"),
        ("renew mekong", "renew", "MEKONG-ONE"),
        ("backup now", "backup", ""),
        ("new mission to can tho", "new", "Cần Thơ"),
        ("new mission to laos", "new", "Laos"),
        ("new mission to nowheretown", "new", "Nowheretown"),
        ("new instrument can tho", "new", "Cần Thơ University"),
    ],
)  # fmt: skip
def test_a_text_says_what_is_wanted(office: Store, typed: str, verb: str, name: str) -> None:
    wish = answer(office, typed, "en").wishes[0]
    assert (wish.verb, wish.name) == (verb, name)


def test_a_mission_to_a_town_knows_its_country(office: Store) -> None:
    (wish, *_others) = wishes_of(office, "new mission to can tho", (), "en")
    assert dict(wish.given) == {"countries": (VN,), "cities": ("Cần Thơ",)}


def test_who_was_sent_a_workbook_before_can_be_sent_another(office: Store) -> None:
    from desktop_app.store.base import Shipment

    office.ledger.add_shipment(Shipment("EX0001", "Bureau fictif de Vinh", 1, None, {}, "x.xlsx", "0", b""))
    assert [wish.name for wish in wishes_of(office, "send vinh", (), "en")] == ["Bureau fictif de Vinh"]


def test_the_line_of_a_partner_says_whom_to_ask(office: Store) -> None:
    line = answer(office, "can tho univ", "en").records[0]
    assert line.title == "Cần Thơ University"
    assert line.below == "Partner · Vietnam · Lan Fictive · lan@example.org"


@pytest.mark.parametrize(
    ("typed", "first"),
    [("contact can tho", "Lan Fictive"), ("contacts can tho", "Lan Fictive"), ("can tho partenaires", "Cần Thơ University"),
     ("instrument can tho", "Cần Thơ University"), ("instruments mekong", "MEKONG-ONE")],
)  # fmt: skip
def test_a_kind_named_beside_a_name_finds_what_is_of_it_first(office: Store, typed: str, first: str) -> None:
    found = answer(office, typed, "fr")
    assert found.records[0].title == first
    assert found.meant == ""
    assert found.asked == typed


def test_what_is_found_suggests_what_can_be_done(office: Store) -> None:
    said = [(wish.verb, wish.entity, wish.name) for wish in answer(office, "can tho", "en").wishes]
    assert said == [
        ("new", "mission", "Cần Thơ"),
        ("overview", "partner", "Cần Thơ University"),
        ("new", "instrument", "Cần Thơ University"),
    ]
    assert ("send", "partner", "Ambassade de France au Viêt Nam") in [
        (wish.verb, wish.entity, wish.name) for wish in answer(office, "ambassade", "en").wishes
    ]


def test_old_names_find_what_is_called_otherwise_today(office: Store) -> None:
    assert answer(office, "GDRI", "en").records[0].title == "MEKONG-ONE"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("mekogn", "mekong"), ("unversity", "universit"), ("can tho univrsity", "can tho universit"), ("vietnma", "vietnam"),
     ("hanio", "hanoi"), ("mekomg on", "mekong on"), ("mekongone", "mekong one"), ("mekongo", "mekong one")],
)  # fmt: skip
def test_a_mistyped_word_is_read_as_the_nearest_name(office: Store, typed: str, meant: str) -> None:
    found = answer(office, typed, "en")
    assert found.meant == meant
    assert found.records


def test_nothing_is_guessed_where_something_is_found(office: Store) -> None:
    assert answer(office, "mekong", "en").meant == ""
    assert answer(office, "zzzzqqq", "en") == ("zzzzqqq", [], [], "", False, 0)


def test_a_mistyped_country_still_has_its_summary(office: Store) -> None:
    assert [wish.name for wish in answer(office, "vietnma summary", "en").wishes] == ["Vietnam"]


def test_a_new_name_is_known_to_the_guess_at_once(office: Store) -> None:
    assert not answer(office, "salayo", "en").records
    with office.edit(WORDS) as edit:
        edit.add(ENTITIES["partner"], {"name": "Salaya School", "country": VN})
    assert answer(office, "salyaa", "en").meant == "salaya"


def test_short_words_and_numbers_are_never_guessed() -> None:
    spelling = Spelling(["mekong", "1234"])
    assert spelling.meant("abc") is None
    assert spelling.meant("mekong") is None
    assert spelling.meant("mekong 1235") is None


@pytest.mark.parametrize(
    ("text", "typed", "bold"),
    [("Cần Thơ University", "can tho", ["Cần", "Thơ"]), ("École normale", "ecole", ["École"]), ("MEKONG-WATER", "wat", ["WAT"]),
     ("Cần Thơ".encode().decode(), "zzz", []), ("Trường Đại học", "dai", ["Đại"]), ("Œuvre", "oeuv", ["Œuv"]),
     ("universal", "vers", [])],
)  # fmt: skip
def test_what_was_typed_stands_out_whatever_its_accents(text: str, typed: str, bold: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, typed)] == bold


@pytest.mark.usefixtures("qapp")
def test_a_line_is_cut_only_where_its_own_letters_have_no_room() -> None:
    entry = Entry(
        "MEKONG", "Partenaire associé : Mahidol University", "landmark", run=lambda: None, bold_below=[(21, 28)]
    )
    item = QStandardItem()
    item.setData(entry, ENTRY)
    model = QStandardItemModel()
    model.appendRow(item)

    def painted(width: int) -> QImage:
        image = QImage(width, ROW, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter, option = QPainter(image), QStyleOptionViewItem()
        option.rect = QRect(0, 0, width, ROW)
        EntryDelegate().paint(painter, option, item.index())
        painter.end()
        return image

    plain, bold = (QFontMetrics(look.font(theme.SMALL_PX, bold=strong)) for strong in (False, True))
    words = plain.horizontalAdvance(entry.below[:21]) + bold.horizontalAdvance("Mahidol")
    words += plain.horizontalAdvance(entry.below[28:])
    whole = painted(900)
    begins = look.px(17) + MARGIN + QFontMetrics(look.font()).horizontalAdvance("MEKONG") + 23
    needed = begins + words + 10 + MARGIN
    assert painted(needed + 2).copy(0, 0, begins + words, ROW) == whole.copy(0, 0, begins + words, ROW)
    assert painted(needed - 4).copy(0, 0, begins + words, ROW) != whole.copy(0, 0, begins + words, ROW)
