"""A base that can't be opened is refused with one sentence that says what to do, and nothing is written."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from desktop_app.domain.partner import PARTNER
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.driver import compiled, translated
from desktop_app.store.queries import Query
from tests.rights import without_rights

WORDS = Words("Essai", "Try")


def refusal(act: Callable[[], object], *, fr: str, en: str) -> Words:
    with pytest.raises(Refused) as refused:
        act()
    words = refused.value.words
    assert fr in words.fr
    assert en in words.en
    assert words.fr.endswith(".")
    assert "Traceback" not in words.en
    return words


def raw(path: Path, *statements: str) -> None:
    """Do to a base what a careless tool would."""
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.fixture
def shared_disk() -> Iterator[Path]:
    """A folder that any user of the machine may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Protect a folder and its files as a read-only disk would; an administrator becomes somebody without rights."""
    modes = {path: path.stat().st_mode for path in (folder, *folder.iterdir())}
    for path, mode in modes.items():
        path.chmod((mode | stat.S_IROTH) & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    try:
        with without_rights():
            yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


on_unix = pytest.mark.skipif(sys.platform == "win32", reason="folders are not protected by their mode there")


def test_a_base_that_is_missing_a_folder_or_another_file_is_refused(tmp_path: Path) -> None:
    refusal(lambda: Store.open(tmp_path / "none.passerelle"), fr="introuvable", en="was not found")
    refusal(lambda: Store.open(tmp_path), fr="est un dossier", en="is a folder")
    for name, content in {"empty": b"", "text": b"bonjour", "zip": b"PK\x03\x04" + b"x" * 200,
                          "other": b"SQLite format 3\x00" + b"\x00" * 84}.items():  # fmt: skip
        path = tmp_path / f"{name}.passerelle"
        path.write_bytes(content)
        refusal(lambda path=path: Store.open(path), fr="n’est pas une base Passerelle", en="is not a Passerelle base")  # type: ignore[misc]
        assert path.read_bytes() == content
    assert {path.suffix for path in tmp_path.iterdir()} == {".passerelle"}


def test_a_file_that_is_there_is_never_replaced_by_a_new_base(tmp_path: Path) -> None:
    path = tmp_path / "office.passerelle"
    path.write_text("rapport", encoding="utf-8")
    refusal(lambda: Store.create(path, "SIN"), fr="existe déjà", en="already exists")
    assert path.read_text(encoding="utf-8") == "rapport"


def test_a_base_that_is_open_says_who_has_it(base_path: Path) -> None:
    with Store.open(base_path) as first:
        words = refusal(lambda: Store.open(base_path), fr="déjà ouverte par", en="already open by")
        assert first.author in words.fr
        assert "lecture seule" in words.fr
        with Store.open(base_path, readonly=True) as second:
            assert second.counts() == first.counts()
    Store.open(base_path).close()


def test_another_program_that_has_the_base_open_is_named(base_path: Path, tmp_path: Path) -> None:
    go = tmp_path / "go"
    program = (
        "import sys, time, pathlib; from desktop_app.store.base import Store\n"
        f"store = Store.open(pathlib.Path({str(base_path)!r})); print('open', flush=True)\n"
        f"while not pathlib.Path({str(go)!r}).exists(): time.sleep(0.02)\nstore.close()"
    )
    root = str(Path(__file__).resolve().parents[2])
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=root, env={**os.environ, "PYTHONPATH": root}
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        refusal(lambda: Store.open(base_path), fr="déjà ouverte par", en="already open by")
        go.touch()
        assert other.wait(timeout=30) == 0
    Store.open(base_path).close()


def test_a_base_left_open_by_a_program_that_died_opens_again(base_path: Path) -> None:
    root = str(Path(__file__).resolve().parents[2])
    program = (
        "import os, pathlib; from desktop_app.store.base import Store; from desktop_app.domain.partner import PARTNER\n"
        "from desktop_app.domain.words import Words\n"
        f"store = Store.open(pathlib.Path({str(base_path)!r}))\n"
        "with store.edit(Words('a', 'b')) as edit: edit.add(PARTNER, {'name': 'Mahidol'})\n"
        "os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=root, env={**os.environ, "PYTHONPATH": root}, check=False)
    with Store.open(base_path) as store:
        assert [record["name"] for record in store.records(Query(PARTNER))] == ["Mahidol"]
        assert store.check() == []
    assert {path.name for path in base_path.parent.iterdir()} == {base_path.name}


def test_a_closed_base_is_one_plain_file(base_path: Path) -> None:
    with Store.open(base_path) as store, store.edit(WORDS) as edit:
        edit.add(PARTNER, {"name": "A"})
    assert [path.name for path in base_path.parent.iterdir()] == [base_path.name]
    copy = base_path.with_name("copy.passerelle")
    shutil.copy(base_path, copy)
    with Store.open(copy, readonly=True) as store:
        assert store.count(Query(PARTNER)) == 1


def test_a_base_of_a_newer_version_is_refused_untouched(base_path: Path) -> None:
    raw(base_path, "UPDATE alembic_version SET version_num = '9999'")
    before = base_path.read_bytes()
    for readonly in (False, True):
        refusal(
            lambda readonly=readonly: Store.open(base_path, readonly=readonly),  # type: ignore[misc]
            fr="version plus récente de Passerelle (9999)", en="newer version of Passerelle (9999)",
        )  # fmt: skip
    assert base_path.read_bytes() == before
    assert [path.name for path in base_path.parent.iterdir()] == [base_path.name]


@pytest.mark.parametrize("cut", [100, 4096, 20_000, 0.5])
def test_a_damaged_base_is_refused_and_sends_to_the_backups(base_path: Path, cut: float) -> None:
    whole = base_path.read_bytes()
    base_path.write_bytes(whole[: int(cut if cut > 1 else cut * len(whole))])

    def open_and_look() -> None:
        with Store.open(base_path) as store:
            if said := store.check():
                raise Refused(said[0])

    with pytest.raises(Refused) as refused:
        open_and_look()
    assert "abîmé" in refused.value.words.fr
    assert "damaged" in refused.value.words.en


def test_a_base_whose_pages_were_overwritten_is_found_damaged(base_path: Path) -> None:
    whole = bytearray(base_path.read_bytes())
    for start in range(len(whole) // 2, len(whole) // 2 + 40_000):
        whole[start] = 0xAA
    base_path.write_bytes(whole)

    def open_and_look() -> None:
        with Store.open(base_path) as store:
            if said := store.check():
                raise Refused(said[0])

    refusal(open_and_look, fr="abîmé", en="damaged")


@on_unix
def test_a_base_on_a_read_only_disk_is_refused_and_opens_read_only(base_path: Path, shared_disk: Path) -> None:
    path = Path(shutil.copy(base_path, shared_disk))
    with read_only(shared_disk):
        refusal(lambda: Store.open(path), fr="lecture seule", en="read-only")
        with Store.open(path, readonly=True) as store:
            assert store.count(Query(PARTNER)) == 0
            assert store.office == "SIN"
    assert [found.name for found in shared_disk.iterdir()] == [path.name]


@on_unix
def test_a_new_base_on_a_read_only_disk_is_refused(shared_disk: Path) -> None:
    with read_only(shared_disk):
        refusal(lambda: Store.create(shared_disk / "new.passerelle", "SIN"), fr="lecture seule", en="read-only")
    assert list(shared_disk.iterdir()) == []


def test_a_base_opened_read_only_is_never_written_to(base_path: Path) -> None:
    before = base_path.read_bytes()
    with Store.open(base_path, readonly=True) as store:
        assert store.readonly
        for act in (
            lambda: store.undo_step(1), lambda: store.keep_setting("a", "b"), lambda: store.edit(WORDS).__enter__(),
        ):  # fmt: skip
            refusal(act, fr="ouverte en lecture seule", en="open read-only")
        assert store.undo() is None
    assert base_path.read_bytes() == before
    assert [path.name for path in base_path.parent.iterdir()] == [base_path.name]


def test_a_base_that_could_not_be_made_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.store.reference.REFERENCE_FOLDER", tmp_path / "nowhere")
    with pytest.raises(OSError, match="nowhere"):
        Store.create(tmp_path / "new.passerelle", "SIN")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("message", "fr", "en"),
    [("database or disk is full", "Le disque est plein", "The disk is full"),
     ("attempt to write a readonly database", "disque en lecture seule", "read-only"),
     ("unable to open database file", "lecture seule ou protégé", "protected disk"),
     ("database disk image is malformed", "est abîmée", "is damaged"), ("file is not a database", "est abîmée", "is damaged"),
     ("database is locked", "occupée par un autre programme", "busy with another program")],
)  # fmt: skip
def test_what_the_disk_says_becomes_a_sentence(message: str, fr: str, en: str) -> None:
    def fail() -> None:
        with translated("office.passerelle"):
            raise driver.OperationalError(message)

    refusal(fail, fr=fr, en=en)


def test_what_is_no_fault_of_the_disk_is_not_hidden() -> None:
    def fail() -> None:
        with translated("office.passerelle"):
            raise ZeroDivisionError(message)

    message = "a fault of the program"
    with pytest.raises(ZeroDivisionError, match=message):
        fail()


def test_a_full_disk_saves_nothing_and_says_so(base_path: Path) -> None:
    with Store.open(base_path) as store:
        with store._writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 100}")
        words = refusal(lambda: _fill(store), fr="Le disque est plein", en="The disk is full")
        assert "rien n’a été enregistré" in words.fr
        assert store.count(Query(PARTNER)) == 0
        assert store.check() == []
        with store.edit(WORDS) as edit:
            edit.add(PARTNER, {"name": "A"})


@pytest.mark.skipif(sys.platform != "linux", reason="the disk fails by a limit on the size of files")
def test_a_disk_that_fails_saves_nothing_and_says_so(base_path: Path) -> None:
    import resource
    import signal

    with Store.open(base_path) as store:
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
        try:
            refusal(lambda: _fill(store), fr="Le disque ne répond pas", en="The disk does not answer")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, before)
        assert store.count(Query(PARTNER)) == 0
        assert store.check() == []


def _fill(store: Store) -> None:
    with store.edit(WORDS) as edit:
        for number in range(5_000):
            edit.add(PARTNER, {"name": f"Partenaire {number}", "notes": "x" * 400})


def test_settings_of_the_office_are_kept_in_the_base(base_path: Path) -> None:
    with Store.open(base_path) as store:
        assert store.setting("letterhead", "none") == "none"
        store.keep_setting("letterhead", "Bureau de Singapour")
    with Store.open(base_path) as store:
        assert store.setting("letterhead") == "Bureau de Singapour"


def test_each_base_has_its_own_identity_and_a_copy_keeps_it(base_path: Path, tmp_path: Path) -> None:
    with Store.create(tmp_path / "other.passerelle", "SIN") as other, Store.open(base_path) as store:
        assert other.replica != store.replica
        assert len(store.replica) == 32


def test_a_statement_is_compiled_once_for_all_bases(empty_base: Path, tmp_path: Path) -> None:
    kept = []
    for name in ("one", "other"):
        with Store.open(Path(shutil.copy(empty_base, tmp_path / f"{name}.passerelle"))) as opened:
            opened.records(Query(PARTNER))
            kept.append(len(compiled))
    assert kept[0] == kept[1] > 0
