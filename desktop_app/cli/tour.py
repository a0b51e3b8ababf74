"""The guided tour: what an office does in a day, without a window, with everything it makes in one folder."""

import argparse
import json
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desktop_app.cli.answer import Answer
from desktop_app.cli.exchange import referred
from desktop_app.demo.in_use import put_in_use
from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import Plan, to_json
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Query

INSTRUMENT = ENTITIES["instrument"]

BASE, RETURN, PLAN, SUMMARY = "demo.passerelle", "return_from_hanoi.xlsx", "return_from_hanoi.json", "vietnam.pdf"
# Says that a folder was filled by a tour, so that the next one may clear it.
MARK = ".passerelle-tour"


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Declare the tour."""
    tour = commands.add_parser("tour", parents=[common], help="the guided tour, without a window")
    tour.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    tour.set_defaults(run=run)


def run(options: argparse.Namespace) -> Answer:
    """Make a demo base, send a workbook, edit it as an embassy would, take it back, and print a summary."""
    folder: Path = options.out
    prepare(folder)
    said: list[Words] = []
    with _demo(folder / BASE) as store:
        said.append(
            Words(
                f"Base de démonstration : {store.count(Query(INSTRUMENT))} instruments et"
                f" {store.count(Query(ENTITIES['mission']))} missions.",
                f"Demo base: {store.count(Query(INSTRUMENT))} instruments and"
                f" {store.count(Query(ENTITIES['mission']))} missions.",
            )
        )
        sent = _send(store, folder, options.lang)
        returned = folder / RETURN
        _edit_by_hand(store, sent, returned)
        plan = _take_back(store, returned, folder / PLAN)
        said.append(_counts(plan))
        pages = _print(store, folder / SUMMARY, options.lang)
        put_in_use(store)
        said.append(Words(f"Synthèse du Viêt Nam : {pages} page(s).", f"Summary of Vietnam: {pages} page(s)."))
    files = sorted(path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    said.append(Words(f"Tout est dans {folder}.", f"Everything is in {folder}."))
    return Answer({"folder": str(folder), "files": files}, [words.said(options.lang) for words in said])


def prepare(folder: Path) -> None:
    """Make the folder, or take away what an earlier tour left in it and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / MARK).exists():
        for path in _left_by_a_tour(folder):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
    elif (folder / BASE).exists():
        raise Refused(
            Words(
                f"« {folder} » contient une base qui n’est pas celle d’une visite : choisissez un autre dossier.",
                f"“{folder}” holds a base that is not a tour’s: choose another folder.",
            )
        )
    (folder / MARK).touch()


def _left_by_a_tour(folder: Path) -> Iterator[Path]:
    yield from folder.glob(f"{BASE}*")
    yield from (folder / name for name in (RETURN, PLAN, SUMMARY) if (folder / name).exists())
    yield from folder.glob("CNRS-SIN_Instruments_*_EX0001.xlsx")
    yield from folder.glob(f"{Path(BASE).stem} - sauvegardes")


def _demo(path: Path) -> Store:
    from desktop_app.demo.office import fill_demo

    store = Store.create(path, "SIN", demo=True)
    fill_demo(store)
    return store


def _send(store: Store, folder: Path, lang: str) -> Path:
    from desktop_app.sync.export import Request, export_workbook

    vietnam = store.resolve("country", "VN")
    due = (date.today() + timedelta(days=30)).isoformat()  # noqa: DTZ011  # a civil date
    countries = [vietnam] if vietnam else []
    request = Request(("instrument", "partner"), countries, "Ambassade de France au Viêt Nam", due, lang=lang)
    return export_workbook(store, folder, request).path


def _edit_by_hand(store: Store, sent: Path, returned: Path) -> None:
    """Play the attaché, while the office goes on working on its own side."""
    from desktop_app.excel.by_hand import HandEdit

    hand = HandEdit(sent)
    first, second, third = hand.references("instrument")[:3]
    hand.type("instrument", first, "city", "Hanoï")
    hand.type("instrument", second, "notes", "Relu par le poste.")
    hand.type("instrument", third, "ends_on", "31/02/2027")
    hand.add("partner", {"name": "Université fictive du delta", "country": "Viêt Nam / Vietnam", "city": "Cần Thơ"})
    hand.sort("instrument", "acronym")
    hand.save(returned)
    if found := store.find(second):
        with store.edit(Words("Notes de l’office", "Notes of the office")) as edit:
            edit.set(INSTRUMENT, found[1], "notes", "Relu par le bureau.")


def _take_back(store: Store, returned: Path, shown: Path) -> Plan:
    from desktop_app.sync.apply import apply_plan
    from desktop_app.sync.receive import receive

    plan = receive(store, returned)
    if plan is None:
        raise LookupError(returned)
    shown.write_text(json.dumps(to_json(plan, referred(store)), ensure_ascii=False, indent=1), encoding="utf-8")
    apply_plan(store, plan)
    return plan


def _counts(plan: Plan) -> Words:
    cells, rows = plan.cells, plan.rows
    return Words(
        f"Retour de Hanoï : {cells['theirs']} modification(s) reprise(s), {cells['conflicts']} à décider,"
        f" {rows['new']} nouvelle(s) ligne(s), {cells['unreadable']} valeur(s) non comprise(s).",
        f"Return from Hanoi: {cells['theirs']} change(s) taken, {cells['conflicts']} to decide,"
        f" {rows['new']} new row(s), {cells['unreadable']} value(s) not understood.",
    )


def _print(store: Store, path: Path, lang: str) -> int:
    from desktop_app.reports.run import run_report

    report = run_report(store, "country_summary", country="VN", lang=lang)
    report.save(path)
    return report.pages
