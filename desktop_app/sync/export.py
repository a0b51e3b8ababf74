"""Sending a workbook: which records and columns, under which number, entered in the ledger once the file is there."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.ids import new_id, short
from desktop_app.domain.letting_go import let_go
from desktop_app.domain.progress import Progress
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.excel.layout import (
    PARTNERS,
    PREPARED_ROWS,
    Column,
    Contents,
    Cover,
    Prepared,
    SheetContents,
    columns_of,
)
from desktop_app.excel.reference import export_code
from desktop_app.excel.write import write_workbook
from desktop_app.store.base import Query, Shipment, Store
from desktop_app.sync.called import Called
from desktop_app.sync.selection import chosen_fields, chosen_records, in_order

DEFAULT_ENTITIES = ("instrument", "partner", "mission")
_REACHED = ("phone", "email", "website")


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be sent, to whom. `columns`: fields by entity where not the usual ones; private ones only so.

    `countries` are ids of countries; none means all records. `only`: of one kind of record, those that a list shows.
    `return_to`: the address written on the first sheet.
    """

    entities: Sequence[str] = DEFAULT_ENTITIES
    countries: Sequence[str] = ()
    recipient: str = ""
    due_on: str | None = None
    return_to: str = ""
    columns: Mapping[str, Sequence[str]] | None = None
    password: str | None = None
    lang: str = "fr"
    only: Query | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A workbook that was written: its number, its place, how many rows by entity."""

    number: str
    path: Path
    rows: Mapping[str, int]


def _going_on(_done: int, _total: int) -> None:
    pass


def export_workbook(store: Store, path: Path, request: Request, step: Progress = _going_on) -> Sent:
    """Write an exchange workbook and enter it in the ledger. A folder is given the usual file name.

    Where `step` raises, neither a file nor an entry in the ledger is left.
    """
    entities = in_order(request.entities)
    number, today, position = store.ledger.next_shipment(), date.today(), store.journal_position()  # noqa: DTZ011  # a civil date
    subject = subject_of(store, request)
    if path.is_dir():
        path /= file_name(store.office, entities, subject.en if request.countries else "", today, number)
    total = len(request.entities) + 2
    contents = contents_of(store, request, number, today, subject, step)
    step(total - 2, total)
    written = write_workbook(path, contents, lang=request.lang, password=request.password)
    try:
        step(total - 1, total)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    scope = {
        "lang": request.lang,
        "entities": list(request.entities),
        "countries": [_ref(store, id_) for id_ in request.countries],
        "fields": {
            sheet.entity.name: [column.code for column in sheet.columns if column.role == "field"]
            for sheet in contents.sheets
        },
        "rows": written.rows,
    }
    store.ledger.add_shipment(
        Shipment(
            number,
            request.recipient,
            store.wall(),
            request.due_on,
            scope,
            path.name,
            written.sha256,
            written.base,
            position,
        ),
        path.read_bytes(),
        [str(record["id"]) for sheet in contents.sheets for record in sheet.records],
    )
    for sheet in contents.sheets:
        if isinstance(sheet.records, list):
            let_go(sheet.records)
    return Sent(number, path, written.rows)


def _ref(store: Store, id_: str) -> str:
    record = store.names.record("country", id_)
    return str(record["ref"]) if record else id_


def contents_of(
    store: Store, request: Request, number: str, today: date, subject: Words, step: Progress = _going_on
) -> Contents:
    """Return all that a workbook will show."""
    records: dict[str, list[Record]] = {}
    for place, name in enumerate(in_order(request.entities)):
        step(place, len(request.entities) + 2)
        records[name] = chosen_records(store, ENTITIES[name], request.countries, records, request.only)
    showing = store.names.showing(request.lang)
    sheets = []
    for name, found in records.items():
        entity = ENTITIES[name]
        fields = chosen_fields(entity, request.columns)
        store.names.fetch(entity, found)
        shown: tuple[Column, ...] = ()
        if name == "instrument":
            shown, found = (PARTNERS,), _with_partners(store, found, showing)  # noqa: PLW2901
        behind = store.behind(entity, fields, [str(record["id"]) for record in found])
        columns = columns_of(entity, fields, shown)
        sheets.append(SheetContents(entity, columns, found, _prepared(store, entity), behind))
    cover = Cover(
        number, export_code(store.replica, number), store.office, subject, today, request.recipient, request.due_on,
        request.return_to, store.demo, sender=_sender(store),
    )  # fmt: skip
    called = Called(store, sheets, showing)
    return Contents(cover, tuple(sheets), called.showing, called.references, called.names)


def _sender(store: Store) -> Words | None:
    """Return who sends a workbook, as the office shows itself; nothing where it has set neither address nor telephone."""
    office = store.get(ENTITIES["office"], found) if (found := store.resolve("office", store.office)) else None
    lines = [line.strip() for line in str((office or {}).get("address") or "").splitlines()]
    where = [line for line in (*lines, *(str((office or {}).get(name) or "") for name in _REACHED)) if line]
    if office is None or not where:
        return None
    fr, en = (" · ".join([str(office[f"name_{lang}"]), *where]) for lang in ("fr", "en"))
    return Words(fr, en)


def _with_partners(store: Store, records: Sequence[Record], showing: Showing) -> list[Record]:
    """Return instruments with the names of their partners beside them, for people to read."""
    ids, parties = {record["id"] for record in records}, ENTITIES["party"]
    of_instruments = [
        record for record in store.records(Query(parties)) if record["instrument"] in ids and record["partner"]
    ]
    store.names.fetch(parties, of_instruments)
    names: dict[Value, list[str]] = {}
    # Lead institutions first, then the others by name.
    for record in sorted(
        of_instruments, key=lambda party: (party["role"] not in ("lead_foreign", "host"), party["id"])
    ):
        name = showing.label(str(record["partner"]))
        if name not in names.setdefault(record["instrument"], []):
            names[record["instrument"]].append(name)
    return [{**record, PARTNERS.code: "; ".join(names.get(record["id"], ()))} for record in records]


def _prepared(store: Store, entity: Entity) -> tuple[Prepared, ...]:
    ids = [new_id() for _ in range(PREPARED_ROWS)]
    return tuple(Prepared(id_, f"{store.office}-{entity.letter}-{short(id_)}") for id_ in ids)


def subject_of(store: Store, request: Request) -> Words:
    """Return what the workbook is about: the countries, else the office."""
    if request.countries:
        said = [", ".join(store.names.label("country", id_, lang) for id_ in request.countries) for lang in LANGUAGES]
        return Words(*said)
    office = store.resolve("office", store.office)
    if office:
        return Words(*(store.names.label("office", office, lang) for lang in LANGUAGES))
    return Words(f"CNRS {store.office}", f"CNRS {store.office}")


def file_name(office: str, entities: Sequence[str], place: str, day: date, number: str) -> str:
    """Return the usual name of a workbook, in letters that every system and mail program keeps."""
    if len(entities) == 1:
        what = ENTITIES[entities[0]].en
    else:
        what = "Instruments" if "instrument" in entities else ENTITIES[entities[0]].en
    parts = [f"CNRS-{office}", what, place, day.isoformat(), number]
    return "_".join(_ascii(part) for part in parts if part)[:120] + ".xlsx"


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")
