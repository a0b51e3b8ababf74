"""Letters from Word templates: filled, in the recipient's language, and what is wrong with a template is said where it stands."""

import io
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt
from pypdf import PdfReader

from desktop_app.domain.event import ATTACHMENT, EVENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.picture import looked_at
from desktop_app.domain.place import OFFICE
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.reports.letters.fields import KNOWN, LETTERED, language_of, letters_about
from desktop_app.reports.letters.seen import described, page
from desktop_app.reports.letters.templates import add, folder_of, offered, templates
from desktop_app.reports.letters.writing import kept_with, save, write
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from tests.reports import poppler
from tests.reports.conftest import country
from tests.strategies import PNG, SVG

if TYPE_CHECKING:
    from desktop_app.domain.values import Value

TODAY = date(2026, 11, 22)


@pytest.fixture
def desk(office: Store, tmp_path: Path) -> Iterator[Store]:
    """A copy of the base, with a mission of a guest, a French traveller's, an event and an embassy."""
    with Store.open(Path(shutil.copy(office.path, tmp_path / "office.passerelle"))) as store:
        with store.edit(Words("Remplir", "Fill")) as edit:
            edit.update(
                OFFICE,
                str(store.resolve("office", "SIN")),
                {"address": "1 avenue Fictive", "logo": looked_at(SVG).text},
            )
            house = edit.add(PARTNER, {"name": "Exempelia University", "country": country(store, "VN"), "kind": "university",
                                       "address": "2 <Invented> & Street\nFloor 3", "city": "Hanoi"})  # fmt: skip
            guest = edit.add(
                PERSON, {"family_name": "Nguyen-Fictif", "given_name": "Lan", "title": "dr", "partner": house}
            )
            french = edit.add(PERSON, {"family_name": "Fictive", "given_name": "Claude", "title": "mme"})
            common: dict[str, Value] = {
                "starts_on": "2026-12-01",
                "ends_on": "2026-12-05",
                "cities": ("Paris",),
                "purpose": "meeting",
            }
            edit.add(MISSION, {**common, "person": guest, "number": "GUEST-1"})
            edit.add(MISSION, {**common, "person": french, "number": "FRENCH-1"})
            edit.add(
                EVENT,
                {"kind": "visit", "title": "Fictitious days", "participants": (guest, french), "starts_on": "2026"},
            )
            edit.add(PARTNER, {"name": "Ambassade Fictive", "country": country(store, "VN"), "kind": "embassy"})
        yield store


def found(store: Store, number: str) -> str:
    """The id of a mission by its number."""
    return str(store.records(Query(MISSION, (Filter("number", "is", number),)))[0]["id"])


def text_of(data: bytes) -> str:
    """All that a document says, its tables first."""
    made = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(paragraph.text for paragraph in made.paragraphs)])


def template(folder: Path, name: str, *paragraphs: str) -> Path:
    """Write a template as an office would."""
    made = docx.Document()
    for one in paragraphs:
        made.add_paragraph(one)
    made.sections[0].footer.paragraphs[0].add_run("{{ office.name }}")
    made.save(str(folder / name))
    return folder / name


def test_every_template_that_is_shipped_is_there_in_both_languages_without_a_flaw(desk: Store) -> None:
    shipped = templates(desk.path)
    assert {one.name for one in shipped} >= {"invitation", "visa_support", "attestation", "thanks", "embassy_reminder"}
    assert {(one.name, one.lang) for one in shipped} == {(one.name, lang) for one in shipped for lang in ("fr", "en")}
    assert [one.flaws for one in shipped] == [()] * len(shipped)
    for kind in LETTERED:
        assert offered(shipped, kind, "fr"), kind


@pytest.mark.parametrize("name", ["invitation", "visa_support", "attestation", "thanks"])
def test_a_letter_is_filled_in_the_language_of_its_recipient(desk: Store, name: str) -> None:
    ids = [found(desk, "GUEST-1"), found(desk, "FRENCH-1")]
    guest, french = write(desk, templates(desk.path), name, MISSION, ids, today=TODAY)
    assert (guest.letter.lang, french.letter.lang) == ("en", "fr")
    assert "Dr Lan Nguyen-Fictif" in text_of(guest.data)
    assert "Mme Claude Fictive" in text_of(french.data)
    assert "22\u00a0November\u00a02026" in text_of(guest.data)
    assert "22\u00a0novembre\u00a02026" in text_of(french.data)
    assert not {"{", "}", "None"} & set(text_of(guest.data).split())
    assert "{{" not in text_of(guest.data) + text_of(french.data)
    assert docx.Document(io.BytesIO(guest.data)).inline_shapes
    assert guest.name.endswith("Dr Lan Nguyen-Fictif - 2026-11-22.docx")


def test_dates_places_and_address_stand_as_in_a_letter(desk: Store) -> None:
    (guest,) = write(desk, templates(desk.path), "invitation", MISSION, [found(desk, "GUEST-1")], today=TODAY)
    text = text_of(guest.data)
    assert "from 1\u00a0December\u00a02026 to 5\u00a0December\u00a02026 (Paris)" in text
    assert "Dear Dr Nguyen-Fictif," in text
    assert "2 <Invented> & Street\nFloor 3\nHanoi\nVIET NAM" in text.replace("VIETNAM", "VIET NAM")
    assert "hosted by" not in text
    (asked,) = write(
        desk, templates(desk.path), "invitation", MISSION, [found(desk, "GUEST-1")], lang="fr", today=TODAY
    )
    assert "du 1er\u00a0décembre\u00a02026 au 5\u00a0décembre\u00a02026" in text_of(asked.data)


def test_an_event_has_a_letter_for_each_participant(desk: Store) -> None:
    event = str(desk.records(Query(EVENT, (Filter("title", "is", "Fictitious days"),)))[0]["id"])
    letters = write(desk, templates(desk.path), "event_invitation", EVENT, [event], today=TODAY)
    assert {(one.letter.recipient, one.letter.lang) for one in letters} == {
        ("Dr Lan Nguyen-Fictif", "en"),
        ("Mme Claude Fictive", "fr"),
    }
    assert len({one.name for one in letters}) == 2


def test_an_embassy_is_reminded_of_the_workbooks_that_it_holds(desk: Store, tmp_path: Path) -> None:
    from desktop_app.sync.export import Request, export_workbook

    request = Request(
        entities=("partner",), countries=[country(desk, "VN")], recipient="Ambassade Fictive", due_on="2026-12-24"
    )
    sent = export_workbook(desk, tmp_path, request, lambda _done, _all: None)
    embassy = str(desk.records(Query(PARTNER, (Filter("name", "is", "Ambassade Fictive"),)))[0]["id"])
    assert language_of(desk, PARTNER, embassy) == "fr"
    (letter,) = write(desk, templates(desk.path), "embassy_reminder", PARTNER, [embassy], today=TODAY)
    text = text_of(letter.data)
    assert sent.number in text
    assert sent.path.name in text
    assert "attendu pour le 24\u00a0décembre\u00a02026" in text


def test_every_field_that_is_told_is_there_for_every_kind_of_record(desk: Store) -> None:
    for kind, entity in (("mission", MISSION), ("person", PERSON), ("partner", PARTNER), ("event", EVENT)):
        for record in desk.records(Query(entity, limit=3)):
            for letter in letters_about(desk, entity, str(record["id"]), None, TODAY):
                for root, held in letter.fields.items():
                    if isinstance(held, dict):
                        assert set(held) == set(KNOWN[root]), (kind, root)
                    elif isinstance(held, list):
                        assert all(set(one) == set(KNOWN[root]) for one in held)


def test_the_offices_own_template_comes_first_and_is_offered_where_it_can_be_filled(
    desk: Store, tmp_path: Path
) -> None:
    made = add(
        desk.path,
        template(tmp_path, "Welcome_en.docx", "Dear {{ person.full_name }}, see you in {{ mission.places }}."),
    )
    assert (made.name, made.lang, set(made.about)) == ("Welcome", "en", {"mission"})
    assert templates(desk.path)[0].name == "Welcome"
    assert "Welcome" not in [one.name for one in offered(templates(desk.path), "person", "en")]
    (letter,) = write(desk, templates(desk.path), "Welcome", MISSION, [found(desk, "GUEST-1")], today=TODAY)
    assert "Dear Dr Lan Nguyen-Fictif, see you in Paris." in text_of(letter.data)
    shutil.copy(
        template(tmp_path, "invitation_fr.docx", "Notre invitation : {{ mission.dates }}"), folder_of(desk.path)
    )
    (own,) = write(desk, templates(desk.path), "invitation", MISSION, [found(desk, "FRENCH-1")], today=TODAY)
    assert text_of(own.data).startswith("Notre invitation")


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        (
            "Bonjour {{ mission.datess }}",
            "“mission.datess” is unknown, in the paragraph “Bonjour {{ mission.datess }}”",
        ),
        ("{{ mission.datess }}", "Did you mean “mission.dates”?"),
        ("{{ missionn.dates }}", "“missionn.dates” is unknown"),
        ("{{ horoscope }}", "“horoscope” is unknown"),
        ("{{ mission }}", "“mission” is unknown"),
        ("{% for one in participants %}{{ one.nom }}{% endfor %}", "“participants.nom” is unknown"),
        ("{{ mission.dates }", "badly written in the paragraph “{{ mission.dates }"),
        ("{% if mission.dates %}", "badly written"),
        ("{{ mission['datess'] }}", "“mission.datess” is unknown"),
        ("{{ mission.__class__ }}", "“mission.__class__” is unknown"),
        ("{{ ''.__class__.__mro__ }}", "“….__mro__” is unknown"),
        ("{{ workbooks }}{{ mission.dates }}", "at once"),
    ],
)
def test_a_template_with_a_mistake_says_which_and_where(desk: Store, tmp_path: Path, paragraph: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        add(desk.path, template(tmp_path, "mine.docx", "First.", paragraph, "Last."))
    assert said in refused.value.words.en
    assert refused.value.words.fr != refused.value.words.en
    assert not folder_of(desk.path).exists()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nothing", b"{\\rtf1}", b"%PDF-1.7"])
def test_what_is_no_word_document_is_refused(desk: Store, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "mine.docx"
    path.write_bytes(data)
    with pytest.raises(Refused, match="no Word document"):
        add(desk.path, path)


def test_a_text_of_the_base_is_never_read_as_a_field(desk: Store, tmp_path: Path) -> None:
    with desk.edit(Words("Changer", "Change")) as edit:
        edit.set(MISSION, found(desk, "GUEST-1"), "cities", ("{{ office.name }}<w:br/>",))
    add(desk.path, template(tmp_path, "mine.docx", "To {{ mission.places }}."))
    (letter,) = write(desk, templates(desk.path), "mine", MISSION, [found(desk, "GUEST-1")], today=TODAY)
    assert "To {{ office.name }}<w:br/>." in text_of(letter.data)


def test_a_letter_is_kept_with_its_record_as_one_step(desk: Store, tmp_path: Path) -> None:
    mission = found(desk, "GUEST-1")
    letters = write(desk, templates(desk.path), "attestation", MISSION, [mission], today=TODAY)
    once, again = save(letters, tmp_path), save(letters, tmp_path)
    assert once[0].name != again[0].name
    words, attach = kept_with(desk.path, letters, once)
    with desk.edit(words) as edit:
        attach(edit)
    (kept,) = desk.records(Query(ATTACHMENT, (Filter("owner", "is", mission),)))
    assert kept["name"] == once[0].name
    desk.undo()
    assert not desk.records(Query(ATTACHMENT, (Filter("owner", "is", mission),)))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_letter_is_shown_with_every_word_of_its_document(desk: Store, pdf_path: Path, lang: str) -> None:
    (mission,) = desk.records(Query(MISSION, limit=1))
    for template in offered(templates(desk.path), "mission", lang):
        (made,) = write(
            desk, templates(desk.path), template.name, MISSION, [str(mission["id"])], lang=lang, today=TODAY
        )
        pdf_path.write_bytes(page(made.data, lang))
        held = docx.Document(io.BytesIO(made.data))
        said = [one.text for one in held.paragraphs]
        said += [cell.text for table in held.tables for row in table.rows for cell in row.cells]
        assert set(" ".join(said).split()) <= set(poppler.text(pdf_path).split())


def test_what_a_template_looks_like_is_seen_too() -> None:
    made = docx.Document()
    made.sections[0].different_first_page_header_footer = False
    made.sections[0].footer.paragraphs[0].text = "Below every page"
    right = made.add_paragraph()
    right.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    bold = right.add_run("To the right\tand on\nbelow")
    bold.bold = bold.underline = True
    bold.font.size = Pt(14)
    made.add_heading("A heading", 1)
    made.add_paragraph("First point", style="List Bullet")
    made.add_picture(io.BytesIO(PNG), width=Pt(40))
    grid = made.add_table(2, 2, style="Table Grid")
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "Both"
    grid.cell(1, 1).text = "Alone"
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph("On the second page")
    buffer = io.BytesIO()
    made.save(buffer)
    told = described(buffer.getvalue(), "en")
    first, heading, point, picture, table = told["blocks"][:5]
    assert first["align"] == "right"
    assert [part["kind"] for part in first["parts"]] == ["text", "break", "text"]
    assert (first["parts"][0]["bold"], first["parts"][0]["underline"], first["parts"][0]["size"]) == (True, True, 14)
    assert heading["parts"][0]["bold"]
    assert point["parts"][0]["text"].startswith("•")
    assert (picture["parts"][0]["kind"], picture["parts"][0]["width"]) == ("picture", 40)
    assert [[cell["span"] for cell in row] for row in table["rows"]] == [[2], [1, 1]]
    assert table["drawn"]
    assert told["footer"][0]["parts"][0]["text"] == "Below every page"
    assert len(PdfReader(io.BytesIO(page(buffer.getvalue(), "en"))).pages) == 2


def test_a_colleague_is_addressed_with_a_capital_only_where_the_letter_begins(desk: Store) -> None:
    with desk.edit(Words("Civilité", "Title")) as edit:
        who = edit.add(PERSON, {"family_name": "FICTIVE", "given_name": "Line", "title": "dr"})
    (made,) = write(desk, templates(desk.path), "thanks", PERSON, [who], lang="fr", today=TODAY)
    said = [one.text for one in docx.Document(io.BytesIO(made.data)).paragraphs]
    assert "Chère collègue, cher collègue," in said
    assert any(one.startswith("Je vous prie d’agréer, chère collègue, cher collègue, l’expression") for one in said)


def test_in_a_french_letter_the_office_writes_from_its_french_town_and_choices_go_on_in_the_sentence(
    desk: Store,
) -> None:
    ids = [found(desk, "FRENCH-1")]
    with desk.edit(Words("Payeurs", "Payers")) as edit:
        edit.update(MISSION, ids[0], {"purpose": "visit", "payer": "cnrs_unit"})
    (made,) = write(desk, templates(desk.path), "invitation", MISSION, ids, today=TODAY)
    text = text_of(made.data)
    assert "Singapour, le 22" in text
    assert "Motif du séjour\u00a0: visite institutionnelle." in text
    assert "Prise en charge des frais\u00a0: unité CNRS." in text
    for payer, said in (("anr", "ANR"), ("eu", "Union européenne")):
        with desk.edit(Words("Payeurs", "Payers")) as edit:
            edit.update(MISSION, ids[0], {"payer": payer})
        (made,) = write(desk, templates(desk.path), "invitation", MISSION, ids, today=TODAY)
        assert f"frais\u00a0: {said}." in text_of(made.data)
