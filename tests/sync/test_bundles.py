"""What installations send to each other: all of it arrives, in any order, as often as one likes, and nothing else."""

import base64
import random
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.refused import Refused
from desktop_app.excel.exchange import carried_in
from desktop_app.excel.layout import SYNC_SHEET
from desktop_app.excel.read import read_book
from desktop_app.store.base import Query, Store
from desktop_app.sync.arrival import Arrival, arrived, foreseen, take
from desktop_app.sync.bundle import write_bundle
from desktop_app.sync.payload import DamagedPayload, pack, unpack
from desktop_app.sync.receive import received
from tests.sync.offices import (
    PARTNER,
    WORDS,
    add,
    agree,
    change,
    delete,
    exchange,
    installations,
    known,
    newly_made,
    parcels,
    send,
    send_file,
)


def test_what_one_writes_the_other_shows_under_the_same_reference(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        id_ = add(a, city="Hanoi", aliases=("UF", "Univ. fictive"))
        change(a, id_, city="Huế")
        taken = send_file(a, b, tmp_path / "echange.xlsx")
        assert (taken.new, taken.changes.added) == (2, {"partner": {id_}})
        assert b.get(PARTNER, id_) == a.get(PARTNER, id_)
        agree(a, b)


def test_taking_in_is_no_step_and_what_others_did_is_not_undone_here(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        mine = add(b, "Le mien")
        theirs = add(a, "Le leur")
        send(a, b)
        assert b.undo_words() == WORDS
        b.undo()
        assert b.get(PARTNER, mine) is None
        assert b.get(PARTNER, theirs) is not None
        assert b.undo() is None


def test_a_step_that_was_made_elsewhere_is_undone_elsewhere(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        id_ = add(a)
        send(a, b)
        step = next(step for step in b.steps() if step.words == WORDS)
        with pytest.raises(Refused, match="another installation"):
            b.undo_step(step.batch)
        assert b.get(PARTNER, id_) is not None


def test_a_retraction_travels_and_so_does_its_own(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        id_ = add(a, city="Hanoi")
        change(a, id_, city="Huế")
        send(a, b)
        a.undo()
        send(a, b)
        assert (b.get(PARTNER, id_) or {})["city"] == "Hanoi"
        a.redo()
        send(a, b)
        agree(a, b)


def test_what_was_removed_stays_so_when_a_birth_that_was_taken_back_comes_again(
    empty_base: Path, tmp_path: Path
) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        id_ = add(a, aliases=("UF",))
        exchange(a, b)
        change(b, id_, city="Hanoi")
        a.undo()
        exchange(a, b)
        a.redo()
        change(b, id_, aliases=("UF", "Univ. fictive"))
        change(b, id_, aliases=("Univ. fictive",))
        exchange(a, b)
        shown = a.get(PARTNER, id_)
        assert shown is not None
        assert shown["aliases"] == ("Univ. fictive",)
        agree(a, b)


def test_any_order_and_any_number_of_times_come_to_the_same(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b", "c", "d") as (a, b, c, d):
        before = known(a) | known(b)
        ids = [add(a, f"Partenaire {number}", city="Hanoi") for number in range(6)]
        send(a, b)
        for number, id_ in enumerate(ids):
            change(a, id_, city=f"Ville {number}")
            change(b, id_, aliases=(f"n{number}",))
        delete(b, ids[0])
        b.undo()
        delete(b, ids[1])
        a.undo()
        a.redo()
        send(a, b)
        # All of it, the lists that every base begins with in larger volumes, and what was done since in small ones again.
        pieces = [*a.installations.parcels({}, 40), *b.installations.parcels({}, 30)]
        pieces += [*a.installations.parcels(before, 3), *b.installations.parcels(before, 2)]
        shuffled = pieces * 2
        random.Random(7).shuffle(shuffled)
        for parcel in pieces:
            c.installations.take_in(parcel)
        for parcel in shuffled:
            d.installations.take_in(parcel)
        send(b, a)
        agree(a, b, c, d)
        assert all(taken.new == 0 for taken in send(a, c, d))


def test_a_lost_file_does_no_harm(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        id_ = add(a, city="Hanoi")
        first = parcels(a)
        change(a, id_, city="Huế")
        later = parcels(a, {replica: number for replica, (number, _id) in first[0].have.items()})
        assert b.installations.take_in(later[0]).new == 1
        assert b.get(PARTNER, id_) is None
        b.installations.take_in(first[0])
        agree(a, b)


def test_only_what_the_other_is_not_known_to_have_is_sent(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        add(a)
        send_file(a, b, tmp_path / "1.xlsx")
        send_file(b, a, tmp_path / "2.xlsx")
        add(a, "Autre")
        assert write_bundle(a, tmp_path / "3.xlsx", to=b_code(b)).changes == 1
        assert write_bundle(a, tmp_path / "4.xlsx").changes == 2 + shared(a)


def b_code(store: Store) -> str:
    """How people call an installation."""
    return next(peer.code for peer in store.installations.peers() if peer.replica == store.replica)


def shared(store: Store) -> int:
    """How many changes every base starts with."""
    return sum(
        number
        for replica, (number, _id) in store.installations.have().items()
        if replica not in {p.replica for p in store.installations.peers()}
    )


def test_changes_are_handed_on_by_those_who_did_not_write_them(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b", "c") as (a, b, c):
        id_ = add(a, city="Hanoi")
        send(a, b)
        send(b, c)
        agree(a, b, c)
        assert c.history(id_)[0].author == a.author


def test_a_large_exchange_comes_in_volumes_of_which_any_may_come_first(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        exchange(a, b)  # what every base begins with travels no more
        for number in range(5):
            add(a, f"Partenaire {number}")
        sent = write_bundle(a, tmp_path / "grand.xlsx", to=b_code(b), most=2)
        assert [path.name for path in sent.paths][:2] == ["grand.xlsx", "grand (2).xlsx"]
        assert len(sent.paths) == 3
        for path in reversed(sent.paths):
            arrival = received(b, path)
            assert isinstance(arrival, Arrival)
            take(b, arrival)
        assert b.count(Query(PARTNER)) == 5


def test_what_people_read_stands_in_the_sheets(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a") as (a,):
        add(a, "Université des Mangroves")
        write_bundle(a, tmp_path / "echange.xlsx")
        book: Any = openpyxl.load_workbook(tmp_path / "echange.xlsx")
        assert book["Partenaires - Partners"]["B4"].value == "Université des Mangroves"
        assert book[SYNC_SHEET].sheet_state == "hidden"
        said = [str(cell.value) for row in book["Lisez-moi - Read me"] for cell in row if cell.value]
        assert any("n’envoyez ce fichier à personne d’autre" in text for text in said)


def test_looking_at_a_file_writes_nothing(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        id_ = add(a, city="Hanoi")
        send(a, b)
        change(a, id_, city="Huế")
        change(b, id_, city="Vinh")
        add(a, "Une autre")
        before = b.path.read_bytes(), b.installations.have()
        write_bundle(a, tmp_path / "echange.xlsx")
        arrival = received(b, tmp_path / "echange.xlsx")
        assert isinstance(arrival, Arrival)
        plan = foreseen(b, arrival, "echange.xlsx")
        assert (plan.kind, plan.rows["new"], plan.rows["conflicts"]) == ("bundle", 1, 1)
        (item,) = [item for item in plan.items if item.kind == "conflicts"]
        assert (item.field, item.base, item.ours, item.theirs) == ("city", "Hanoi", "Vinh", "Huế")
        assert (b.path.read_bytes(), b.installations.have()) == before


class Tampered:
    """A workbook between offices, opened to be changed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.book: Any = openpyxl.load_workbook(path)
        self.sheet: Any = self.book[SYNC_SHEET]
        self.mark = next(
            row for row in range(1, self.sheet.max_row + 1)
            if str(self.sheet.cell(row, 1).value).startswith("passerelle-exchange")
        )  # fmt: skip

    def saved(self) -> Path:
        path = self._path.with_name("change.xlsx")
        self.book.save(path)
        return path


def refused(store: Store, path: Path) -> str:
    """Why a file is refused; nothing is written."""
    before = store.fingerprint(), store.installations.have()
    with pytest.raises(Refused) as caught:
        received(store, path)
    assert (store.fingerprint(), store.installations.have()) == before
    return caught.value.words.en


def test_a_damaged_file_is_refused_and_changes_nothing(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        add(a)
        write_bundle(a, tmp_path / "echange.xlsx")
        file = Tampered(tmp_path / "echange.xlsx")
        text = str(file.sheet.cell(file.mark + 1, 1).value)
        for wrong in (text[:-8], text[:100] + ("A" if text[100] != "A" else "B") + text[101:], None, "é" * 50):
            file.sheet.cell(file.mark + 1, 1).value = wrong
            assert "damaged" in refused(b, file.saved())


def test_a_file_of_a_newer_program_that_only_newer_ones_understand_is_refused(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        write_bundle(a, tmp_path / "echange.xlsx")
        file = Tampered(tmp_path / "echange.xlsx")
        cell = file.sheet.cell(file.mark, 1)
        cell.value = str(cell.value).replace('"min_reader": 1', '"min_reader": 2')
        assert "newer version" in refused(b, file.saved())


def test_a_known_sender_must_sign_as_before(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        add(a)
        first = write_bundle(a, tmp_path / "1.xlsx").paths[0]
        arrival = received(b, first)
        assert isinstance(arrival, Arrival)
        assert not arrival.verified
        assert "not verified" in arrival.notes[0].en
        take(b, arrival)
        again = received(b, first)
        assert isinstance(again, Arrival)
        assert again.verified
        # Somebody who has the base of the office, but not its key, sends in its name.
        a.keep_setting("signing_key", "")
        assert "signature" in refused(b, write_bundle(a, tmp_path / "2.xlsx").paths[0])


def test_a_signature_must_be_that_of_what_is_carried(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        write_bundle(a, tmp_path / "echange.xlsx")
        file = Tampered(tmp_path / "echange.xlsx")
        cell = file.sheet.cell(file.mark, 1)
        before, mark, after = str(cell.value).partition('"signature": "')
        cell.value = before + mark + ("0" if after[0] != "0" else "1") + after[1:]
        assert "signature" in refused(b, file.saved())


def test_a_base_given_instead_of_a_file_is_taken_in_and_stays_as_it_is(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        id_ = add(a)
        a.close()
        before = a.path.read_bytes()
        arrival = received(b, a.path)
        assert isinstance(arrival, Arrival)
        take(b, arrival)
        assert b.get(PARTNER, id_) is not None
        assert a.path.read_bytes() == before


def test_a_file_whose_sheets_were_edited_by_hand_is_also_a_return(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        id_ = add(a, city="Hanoi")
        write_bundle(a, tmp_path / "echange.xlsx")
        file = Tampered(tmp_path / "echange.xlsx")
        sheet = file.book["Partenaires - Partners"]
        column = next(cell.column for cell in sheet[1] if cell.value == "partner.city")
        sheet.cell(4, column).value = "Huế"
        arrival = received(b, file.saved())
        assert isinstance(arrival, Arrival)
        plan = foreseen(b, arrival, "change.xlsx")
        assert [(item.id, item.field, item.base, item.theirs) for item in plan.items] == [(id_, "city", "Hanoi", "Huế")]


def test_what_a_newer_program_wrote_is_kept_and_handed_on(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b", "c") as (a, b, c):
        id_ = add(a, city="Hanoi")
        (parcel,) = parcels(a, {key: number for key, (number, _id) in b.installations.have().items()})
        newer = parcel.changes[0].change._replace(
            id="0" * 31 + "1", kind=1, field="colour", value='"green"', prev=(parcel.changes[0].change.id,)
        )
        strange = newer._replace(id="0" * 31 + "2", tbl="satellite", row="0" * 31 + "7", prev=())
        stranger = newer._replace(id="0" * 31 + "3", kind=99, tbl=None, row=None, field=None)
        for place, one in enumerate((newer, strange, stranger), 2):
            parcel.changes.append(
                parcel.changes[0]._replace(place=parcel.changes[0].place._replace(number=place), change=one)
            )
        b.installations.take_in(unpack(pack(parcel)))
        assert b.get(PARTNER, id_) is not None
        assert b.check() == []
        assert b.history(id_)
        send(b, c)
        assert {sent.change.id for one in parcels(c) for sent in one.changes} >= {newer.id, strange.id, stranger.id}


@pytest.mark.parametrize("wrong", [b"", b"not zlib", pack.__name__.encode()])
def test_bytes_that_are_no_parcel_are_refused(wrong: bytes) -> None:
    with pytest.raises(DamagedPayload):
        unpack(wrong)


def test_a_payload_survives_other_spreadsheet_programs_line_by_line(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        add(a, "Tên đại học 東京 😀\n'\"<>&")
        write_bundle(a, tmp_path / "echange.xlsx")
        book: Any = openpyxl.load_workbook(tmp_path / "echange.xlsx")
        book[SYNC_SHEET].title = "Feuille cachée"
        book.save(tmp_path / "resaved.xlsx")
        carried = carried_in(read_book(tmp_path / "resaved.xlsx"))
        assert carried is not None
        take(b, arrived(b, carried))
        agree(a, b)


def test_two_copies_of_a_base_become_two_installations_and_nothing_is_skipped(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        add(a, "Avant")
        send(a, b)
        a.close()
        clone = Store.open(Path(shutil.copy(a.path, tmp_path / "clone.passerelle")))
        original = Store.open(a.path)
        with clone, original:
            assert clone.replica != original.replica
            add(clone, "Dans la copie")
            add(original, "Dans l’original")
            exchange(original, clone, b)
            agree(original, clone, b)
            assert b.count(Query(PARTNER)) == 3


def test_a_restored_base_that_nobody_noticed_finds_out_from_others(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "b") as (b,):
        a = newly_made(empty_base, tmp_path / "a.passerelle")
        add(a, "Avant")
        a.close()
        old = (tmp_path / "a.passerelle").read_bytes()
        a = Store.open(a.path)
        add(a, "Perdu ici, connu ailleurs")
        send(a, b)
        replica = a.replica
        a.close()
        (tmp_path / "a.passerelle").write_bytes(old)
        with Store.open(tmp_path / "a.passerelle", aside=True) as a:
            assert a.replica == replica
            add(a, "Écrit après la restauration")
            exchange(a, b)
            assert a.replica != replica
            agree(a, b)
            assert b.count(Query(PARTNER)) == 3


def test_what_can_not_be_understood_changes_nothing(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        add(a)
        (parcel,) = parcels(a, {key: number for key, (number, _id) in b.installations.have().items()})
        parcel.changes[0] = parcel.changes[0]._replace(change=parcel.changes[0].change._replace(value="[1, 2"))
        before = b.fingerprint(), b.installations.have()
        with pytest.raises(Refused, match="damaged"):
            take(b, Arrival([parcel]))
        assert (b.fingerprint(), b.installations.have()) == before


def test_the_pieces_are_short_enough_for_a_cell(empty_base: Path, tmp_path: Path) -> None:
    with installations(empty_base, tmp_path, "a") as (a,):
        noise = random.Random(3).randbytes(60_000)
        add(
            a,
            notes=base64.b64encode(noise).decode()[:30_000],
            address=base64.b64encode(noise[30_000:]).decode()[:30_000],
        )
        write_bundle(a, tmp_path / "echange.xlsx")
        book: Any = openpyxl.load_workbook(tmp_path / "echange.xlsx")
        assert max(len(str(row[0].value)) for row in book[SYNC_SHEET]) <= 32_767


def test_reference_data_of_two_versions_of_the_program_are_no_conflict(empty_base: Path, tmp_path: Path) -> None:
    country = ENTITIES["country"]
    with installations(empty_base, tmp_path, "a", "b") as (a, b):
        with a.fill(WORDS) as edit:
            edit.add(country, {"code": "XX", "name_fr": "Ancien", "name_en": "Old"})
        with b.fill(WORDS) as edit:
            edit.add(country, {"code": "XX", "name_fr": "Nouveau", "name_en": "New"})
        exchange(a, b)
        agree(a, b)
        assert a.installations.conflicts() == []


def test_a_backup_put_back_gets_again_what_others_know_that_it_had(empty_base: Path, tmp_path: Path) -> None:
    path = tmp_path / "b.passerelle"
    newly_made(empty_base, path).close()
    backup = path.read_bytes()

    def name(of: Store, replica: str) -> str:
        return next(peer.code for peer in of.installations.peers() if peer.replica == replica)

    with installations(empty_base, tmp_path, "a") as (a,):
        with Store.open(path, aside=True) as b:
            id_ = add(a, "Reçue, puis perdue")
            send_file(a, b, tmp_path / "first.xlsx")
            send_file(b, a, tmp_path / "answer.xlsx")
        path.write_bytes(backup)
        with Store.open(path, aside=True) as restored:
            assert send_file(a, restored, tmp_path / "nothing.xlsx", to=name(a, restored.replica)).forked
            send_file(restored, a, tmp_path / "again.xlsx")
            send_file(a, restored, tmp_path / "all.xlsx", to=name(a, restored.replica))
            assert restored.get(PARTNER, id_) is not None
            agree(a, restored)
