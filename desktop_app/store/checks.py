"""Whether a base is whole: the file, the journal against the tables, the links, the search index."""

import hashlib

from sqlalchemy import Connection, Select, and_, func, select, text

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
        table = TABLES[name]
        columns = [table.c.id, *(table.c[field] for field in ENTITIES[name].fields)]
        for line in connection.execute(select(*columns).where(table.c.gone == 0).order_by(table.c.id)):
            digest.update(canonical([name, *line]).encode())
    for line in connection.execute(_disagreements()):
        digest.update(canonical(list(line)).encode())
    return digest.hexdigest()


def _disagreements() -> Select[str, str, str]:
    same = and_(HEAD.c.row == CONFLICT.c.row, HEAD.c.field == CONFLICT.c.field)
    asked = select(CONFLICT.c.row, CONFLICT.c.field, HEAD.c.id).outerjoin(HEAD, same)
    return asked.order_by(CONFLICT.c.row, CONFLICT.c.field, HEAD.c.id)


def check(connection: Connection) -> list[Words]:
    """Return what is wrong, a sentence each; nothing when all is well."""
    found = [
        Words(f"Le fichier est abîmé : {line}.", f"The file is damaged: {line}.")
        for (line,) in connection.exec_driver_sql("PRAGMA integrity_check").all()
        if line != "ok"
    ]
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        found.append(Words("Le journal a perdu des lignes.", "The journal has lost lines."))
    for name, entity in ENTITIES.items():
        found += _against_journal(connection, name)
        for field in entity.fields:
            if (target := link_target(entity, field)) and not entity.fields[field].several:
                found += _broken_links(connection, name, field, target)
    return found


def _against_journal(connection: Connection, name: str) -> list[Words]:
    table, entity, found = TABLES[name], ENTITIES[name], []
    born = select(CHANGE.c.row).where(CHANGE.c.tbl == name, CHANGE.c.kind == BORN)
    strays = connection.scalar(select(func.count()).select_from(table).where(table.c.id.not_in(born))) or 0
    if strays:
        found.append(
            Words(
                f"{entity.fr} : {strays} fiche(s) sans naissance dans le journal.",
                f"{entity.en}: {strays} record(s) without a birth in the journal.",
            )
        )
    else:
        found += _unlike_the_journal(connection, entity)
    if name in SEARCHED:
        alive = connection.scalar(select(func.count()).select_from(table).where(table.c.gone == 0)) or 0
        indexed = connection.scalar(text(f"SELECT count(*) FROM search_{name}_docsize")) or 0  # noqa: S608
        if alive != indexed:
            found.append(
                Words(
                    f"{entity.fr} : la recherche connaît {indexed} fiches sur {alive}.",
                    f"{entity.en}: search knows {indexed} records of {alive}.",
                )
            )
    return found


def _unlike_the_journal(connection: Connection, entity: Entity) -> list[Words]:
    found = []
    if count := strangers(connection, entity):
        found.append(
            Words(
                f"{entity.fr} : {count} fiche(s) ne montrent pas ce que dit le journal.",
                f"{entity.en}: {count} record(s) do not show what the journal says.",
            )
        )
    if loose := loose_members(connection, entity):
        found.append(
            Words(
                f"{entity.fr} : {loose} lien(s) multiples ne se retrouvent pas des deux côtés.",
                f"{entity.en}: {loose} multiple link(s) are not the same from both sides.",
            )
        )
    return found


def _broken_links(connection: Connection, name: str, field: str, target: str) -> list[Words]:
    table, entity = TABLES[name], ENTITIES[name]
    # None is in no list either, not even in an empty one.
    broken = (table.c[field].is_not(None), table.c[field].not_in(select(TABLES[target].c.id).correlate(None)))
    count = connection.scalar(select(func.count()).select_from(table).where(table.c.gone == 0, *broken)) or 0
    words = entity.fields[field].words
    return (
        [
            Words(
                f"{entity.fr} : {count} lien(s) « {words.fr} » sans fiche.",
                f"{entity.en}: {count} link(s) “{words.en}” without a record.",
            )
        ]
        if count
        else []
    )
