"""Whether a base is whole: the file, the journal against the tables, the links, the search index."""

import hashlib
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, not_, select, text

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.words import Words
from desktop_app.store.against_journal import loose_members, strangers
from desktop_app.store.fold import canonical
from desktop_app.store.names import link_target
from desktop_app.store.tables import BORN, CHANGE, CONFLICT, HEAD, SEARCHED, TABLES


def quick_check(connection: Connection) -> bool:
    """Return whether SQLite finds the file whole, quickly."""
    return connection.exec_driver_sql("PRAGMA quick_check").scalar() == "ok"


def fingerprint(connection: Connection) -> str:
    """Return a hash of what the base shows, equal on two bases that have agreed; references and row numbers are local."""
    digest = hashlib.sha256()
    for name in sorted(ENTITIES):
        for line in connection.execute(_all_shown(name)):
            digest.update(canonical([name, *line]).encode())
    for line in connection.execute(_disagreements()):
        digest.update(canonical(list(line)).encode())
    return digest.hexdigest()


@cache
def _all_shown(name: str) -> Select[Any]:
    table = TABLES[name]
    columns = [table.c.id, *(table.c[field] for field in ENTITIES[name].fields)]
    return select(*columns).where(table.c.gone == 0).order_by(table.c.id)


@cache
def _disagreements() -> Select[str, str, str]:
    same = and_(HEAD.c.row == CONFLICT.c.row, HEAD.c.field == CONFLICT.c.field)
    asked = select(CONFLICT.c.row, CONFLICT.c.field, HEAD.c.id).outerjoin(HEAD, same)
    return asked.order_by(CONFLICT.c.row, CONFLICT.c.field, HEAD.c.id)


def check(connection: Connection) -> list[Words]:
    """Return what is wrong, a sentence each; nothing when all is well."""
    found = [
        Words(f"Le fichier est abîmé : {line}.", f"The file is damaged: {line}.")
        for (line,) in connection.exec_driver_sql("PRAGMA integrity_check").all()
        if line != "ok"
    ]
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        found.append(Words("Le journal a perdu des lignes.", "The journal has lost lines."))
    for entity in ENTITIES.values():
        held, alive = connection.execute(_counted(entity.name)).one()
        if held:  # most kinds of a young base have no record
            found += _against_journal(connection, entity)
            found += _broken_links(connection, entity)
        found += _unlike_the_indexes(connection, entity, alive or 0)
    return found


@cache
def _counted(name: str) -> Select[int, int]:
    table = TABLES[name]
    return select(func.count(), func.count().filter(table.c.gone == 0)).select_from(table)


def _against_journal(connection: Connection, entity: Entity) -> list[Words]:
    if strays := connection.scalar(_strays(entity.name)):
        return [
            Words(
                f"{entity.fr} : {strays} fiche(s) sans naissance dans le journal.",
                f"{entity.en} without a birth in the journal: {strays}.",
            )
        ]
    if count := strangers(connection, entity):
        return [
            Words(
                f"{entity.fr} : {count} fiche(s) ne montrent pas ce que dit le journal.",
                f"{entity.en} that do not show what the journal says: {count}.",
            )
        ]
    return []


@cache
def _strays(name: str) -> Select[int]:
    table = TABLES[name]
    born = select(CHANGE.c.row).where(CHANGE.c.tbl == name, CHANGE.c.kind == BORN)
    return select(func.count()).select_from(table).where(table.c.id.not_in(born))


def _unlike_the_indexes(connection: Connection, entity: Entity, alive: int) -> list[Words]:
    found = []
    if entity.name in SEARCHED:
        indexed = connection.scalar(text(f"SELECT count(*) FROM search_{entity.name}_docsize")) or 0  # noqa: S608
        if alive != indexed:
            found.append(
                Words(
                    f"{entity.fr} : la recherche connaît {indexed} fiches sur {alive}.",
                    f"{entity.en}: search knows {indexed} of {alive}.",
                )
            )
    if loose := loose_members(connection, entity):
        found.append(
            Words(
                f"{entity.fr} : {loose} lien(s) multiples ne se retrouvent pas des deux côtés.",
                f"{entity.en}: {loose} multiple link(s) are not the same from both sides.",
            )
        )
    return found


def _broken_links(connection: Connection, entity: Entity) -> list[Words]:
    links = _links(entity)
    if not links:
        return []
    found = zip(links, connection.execute(_broken(entity.name)).one(), strict=True)
    return [
        Words(
            f"{entity.fr} : {count} lien(s) « {entity.fields[name].words.fr} » sans fiche.",
            f"{entity.en}: {count} link(s) “{entity.fields[name].words.en}” without an entry.",
        )
        for name, count in found
        if count
    ]


def _links(entity: Entity) -> dict[str, str]:
    """Return the fields that hold one link, and the kind of record to which each leads."""
    links = {name: link_target(entity, name) for name, field in entity.fields.items() if not field.several}
    return {name: target for name, target in links.items() if target}


@cache
def _broken(name: str) -> Select[Any]:
    """Ask how many links of each field lead to no record, all at once."""
    table = TABLES[name]
    counts: list[ColumnElement[Any]] = []
    for field, target in _links(ENTITIES[name]).items():
        # None is in no list either, not even in an empty one.
        there = table.c[field].in_(select(TABLES[target].c.id).correlate(None))
        counts.append(func.count().filter(table.c[field].is_not(None), not_(there)))
    return select(*counts).select_from(table).where(table.c.gone == 0)
