"""Reports by name: what they are asked, what they refuse, the files they become."""

import json
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.event import EVENT
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.reports import GALLERY
from desktop_app.reports.clipboard import copied
from desktop_app.reports.description import Row, Table
from desktop_app.reports.encode import printed
from desktop_app.reports.request import Period
from desktop_app.reports.run import default_paper, run_report
from desktop_app.store.base import Store
from desktop_app.store.queries import Query
from tests.reports import poppler
from tests.reports.conftest import NOW


def test_the_gallery_announces_reports_that_can_be_made(office: Store) -> None:
    for name, kind in GALLERY.items():
        ref = str(office.records(Query(kind.entity))[0]["ref"]) if kind.entity else None
        every = frozenset(part.name for part in kind.parts)
        for lang, parts in product(LANGUAGES, (None, every)):
            country = "VN" if kind.needs("country") else None
            report = run_report(office, name, country=country, ref=ref, lang=lang, sections=parts, now=NOW)
            assert report.typeset.accessible
            assert report.data(".docx").startswith(b"PK")
            assert report.data(".xlsx").startswith(b"PK")
            assert report.figures() == report.figures()
            assert report.pages >= 1
            assert kind.title.said(lang)
            assert kind.sentence.said(lang)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"name": "poster"}, "no report “poster”: choose among country_summary, instrument_list"),
        ({"name": "country_summary"}, "about a country: say which"),
        ({"name": "country_summary", "country": "Atlantis"}, "country “Atlantis” is unknown"),
        ({"name": "country_summary", "country": "VN", "period": "2024-13-01..2024"}, "does not exist"),
        ({"name": "country_summary", "country": "VN", "period": "2025..2024"}, "ends before it starts"),
        ({"name": "country_summary", "country": "VN", "as_of": date(2020, 1, 1)}, "was not there yet"),
        ({"name": "country_summary", "country": "VN", "as_of": "2030-01-01"}, "still to come"),
        ({"name": "country_summary", "country": "VN", "as_of": "someday"}, "not a date"),
        ({"name": "country_summary", "country": "VN", "sections": frozenset({"weather"})}, "no part “weather”"),
        ({"name": "instrument_list", "ref": "SIN-I-8K3F7Q2M"}, "not about one entry"),
    ],
)
def test_what_can_not_be_made_is_refused_with_what_to_do(office: Store, wishes: dict[str, object], said: str) -> None:
    with pytest.raises(Refused) as refused:
        run_report(office, now=NOW, **wishes)  # type: ignore[arg-type]
    assert said in refused.value.words.en
    assert refused.value.words.fr != refused.value.words.en


def test_another_day_shows_what_was_known_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on(day: int) -> None:
        wall = int(datetime(2026, 11, day, 12, tzinfo=UTC).timestamp() * 1000)
        monkeypatch.setattr(Store, "wall", lambda _store: wall)

    on(10)
    with Store.create(tmp_path / "office.passerelle", "SIN") as store:
        type_ = store.resolve("instrument_type", "IRP")
        for day in (11, 15):
            on(day)
            with store.edit(Words("Ajouter", "Add")) as edit:
                edit.add(INSTRUMENT, {"type": type_, "title": f"L’eau {day}", "status": "active"})
        then = run_report(store, "instrument_list", as_of="2026-11-12", lang="fr", now=NOW)
        now = run_report(store, "instrument_list", lang="fr", now=NOW)
        counts = [next(f["value"] for f in report.figures() if f["name"] == "instruments") for report in (then, now)]
    assert counts == [1, 2]
    assert then.description.subtitle.replace("\u00a0", " ").startswith("Au 12 novembre 2026")
    assert printed(then.description) == "Imprimé le 22/11/2026 · données au 12/11/2026"


@pytest.mark.parametrize(("name", "country"), [("instrument_sheet", "VN"), ("partner_sheet", "IN")])
def test_all_sheets_of_a_country_are_one_booklet(office: Store, name: str, country: str) -> None:
    report = run_report(office, name, country=country, lang="en", now=NOW)
    first = [section.title for section in report.description.sections if section.level == 1]
    assert len(first) == report.pages
    assert sorted(first) == sorted({section.of for section in report.description.sections})
    with pytest.raises(Refused, match="or a country"):
        run_report(office, name, now=NOW)


def test_empty_records_and_an_empty_base_make_every_report(tmp_path: Path) -> None:
    with Store.create(tmp_path / "office.passerelle", "SIN") as store:
        with store.edit(Words("Ajouter", "Add")) as edit:
            edit.add(EVENT, {"title": "E"})
        for filled in (False, True):
            if filled:
                with store.edit(Words("Ajouter", "Add")) as edit:
                    for entity in ENTITIES.values():
                        if entity.owner is None and not entity.coded and not entity.identity:
                            edit.add(entity, {})
            for name, kind in GALLERY.items():
                ref = str(store.records(Query(EVENT))[0]["ref"]) if kind.needs("ref") else None
                country = "VN" if kind.asks("country") else None
                every = frozenset(part.name for part in kind.parts)
                report = run_report(store, name, country=country, ref=ref, sections=every, now=NOW)
                assert report.description.title
                assert report.data(".xlsx")
            assert run_report(store, "activity_year", sections=frozenset(), now=NOW).pages == 1


def test_a_confidential_part_is_left_out_unless_chosen_and_its_choice_is_in_the_log(
    office: Store, caplog: pytest.LogCaptureFixture
) -> None:
    plain = copied(run_report(office, "contact_list", now=NOW).description).text
    assert not caplog.records
    chosen = frozenset({"list", "restricted"})
    whole = copied(run_report(office, "contact_list", sections=chosen, now=NOW).description).text
    assert ("Limite" in plain, "Limite" in whole) == (False, True)
    assert "Refus" not in whole
    assert "contact_list was made with a confidential part" in caplog.text


def test_today_may_be_asked_for_by_its_date(office: Store) -> None:
    assert run_report(office, "instrument_list", as_of=NOW.date(), now=NOW).pages == 1


@pytest.mark.parametrize("name", ["rapport.odt", "rapport.doc", "rapport"])
def test_a_file_that_a_report_can_not_become_is_refused(office: Store, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="PDF"):
        run_report(office, "instrument_list", now=NOW).save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_saved_report_may_be_read_by_those_who_may_read_the_folder(office: Store, pdf_path: Path) -> None:
    plain = pdf_path.with_name("plain.txt")
    plain.write_text("x", encoding="utf-8")
    run_report(office, "instrument_list").save(pdf_path)
    assert pdf_path.stat().st_mode == plain.stat().st_mode


def test_saving_replaces_the_file_and_leaves_nothing_beside_it(office: Store, pdf_path: Path) -> None:
    pdf_path.write_text("old", encoding="utf-8")
    report = run_report(office, "instrument_list", now=NOW)
    report.save(pdf_path)
    assert pdf_path.read_bytes() == report.pdf()
    assert list(pdf_path.parent.iterdir()) == [pdf_path]
    assert int(poppler.info(pdf_path)["Pages"]) == report.pages


def test_a_folder_that_is_not_there_is_refused_with_one_sentence(office: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="choose another folder"):
        run_report(office, "instrument_list", now=NOW).save(tmp_path / "nowhere" / "rapport.pdf")


def test_figures_are_plain_data_with_references_instead_of_ids(office: Store) -> None:
    figures = run_report(office, "country_summary", country="vietnam", lang="en", now=NOW).figures()
    data = json.loads(json.dumps(figures))
    assert data[0] == {
        "name": "partners", "words": "partner", "value": 1, "measure": "count",
        "query": {"entity": "partner", "where": [{"field": "country", "op": "is", "value": "VN"}], "search": ""},
    }  # fmt: skip
    budget = next(figure for figure in data if figure["name"] == "yearly_budget")
    assert (budget["value"], budget["currency"]) == ("44000", "EUR")
    assert all(ref.startswith("SIN-I-") for ref in budget["query"]["where"][0]["value"])


def test_the_office_in_washington_prints_on_letter(tmp_path: Path) -> None:
    with Store.create(tmp_path / "washington.passerelle", "WAS") as store:
        assert default_paper(store) == "letter"
        path = tmp_path / "list.pdf"
        run_report(store, "instrument_list", lang="en", now=NOW).save(path)
    assert poppler.info(path)["Page size"].startswith("612 x 792")


@pytest.mark.parametrize(
    ("text", "start", "end", "fr", "en"),
    [
        ("2024", "2024", "2024-12-31", "en 2024", "in 2024"),
        ("2023..2024", "2023", "2024-12-31", "de 2023 à 2024", "from 2023 to 2024"),
        ("03/2024 - 06/2024", "2024-03", "2024-06-30", "du 1er mars 2024 au 30 juin 2024", "from 1 March 2024 to 30 June 2024"),
        ("2024-03..2024-06", "2024-03", "2024-06-30", "du 1er mars 2024 au 30 juin 2024", "from 1 March 2024 to 30 June 2024"),
        ("2024-03-02..2024-03-09", "2024-03-02", "2024-03-09", "du 2 mars 2024 au 9 mars 2024",
         "from 2 March 2024 to 9 March 2024"),
    ],
)  # fmt: skip
def test_periods_are_read_and_said(text: str, start: str, end: str, fr: str, en: str) -> None:
    period = Period.read(text, NOW.date())
    assert (period.start, period.end) == (start, end)
    assert tuple(words.replace("\u00a0", " ") for words in period.words) == (fr, en)


def test_the_last_twelve_months_end_today() -> None:
    period = Period.last_months(date(2026, 11, 22))
    assert (period.first, period.last, len(period.months)) == (date(2025, 12, 1), date(2026, 11, 22), 12)
    assert Period.last_months(date(2026, 3, 31)).first == date(2025, 4, 1)


def test_who_comes_with_a_delegation_is_not_named_again_among_the_contacts_there(tmp_path: Path) -> None:
    with Store.create(tmp_path / "b.passerelle", "SIN") as store:
        with store.edit(Words("Essai", "Try")) as edit:
            partner = edit.add(ENTITIES["partner"], {"name": "Université fictive"})
            guest = edit.add(ENTITIES["person"], {"family_name": "Invité", "partner": partner})
            edit.add(ENTITIES["person"], {"family_name": "Hôte", "partner": partner})
            event = edit.add(EVENT, {"title": "Visite", "partners": (partner,), "participants": (guest,)})
        made = run_report(store, "delegation_day", lang="fr", ref=str((store.get(EVENT, event) or {})["ref"]))
        tables = [block for one in made.description.sections for block in one.blocks if isinstance(block, Table)]
        people = [[row.cells[0] for row in table.rows if isinstance(row, Row)] for table in tables]
        assert people == [["Invité"], ["Hôte"]]
