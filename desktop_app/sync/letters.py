"""Letters about a workbook: what comes with it, a reminder, and a note of thanks that says what was taken."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from desktop_app.domain import ENTITIES
from desktop_app.domain.draft import Draft, as_eml
from desktop_app.domain.naming import title
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE
from desktop_app.domain.types import Day
from desktop_app.domain.values import Showing, Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.ledger import Shipment
from desktop_app.store.returns import Return

# A letter that lists more than this is no longer read.
_MOST_LINES = 40
_GREETING = Words("Bonjour,", "Hello,")
_COVER = Words(
    "Vous trouverez ci-joint le classeur « {name} » ({number}). Merci d’en relire les lignes et de les corriger directement"
    " dans les cellules : ses consignes tiennent sur la première feuille.",
    "Please find attached the workbook “{name}” ({number}). Please read through its rows and correct them right in the"
    " cells: the first sheet says how.",
)
_UNTIL = Words(
    "Renvoyez-le-nous{to} avant le {day}, sous n’importe quel nom.", "Send it back{to} before {day}, under any name."
)
_SOON = Words(
    "Renvoyez-le-nous{to} dès que possible, sous n’importe quel nom.",
    "Send it back{to} as soon as you can, under any name.",
)
_TO = Words(" à {address}", " to {address}")
_LOCKED = Words(
    "Il s’ouvre avec un mot de passe, qui vous parvient séparément.",
    "It opens with a password, which reaches you separately.",
)
_REMINDER = Words(
    "Le {sent}, nous vous avons envoyé le classeur « {name} » ({number}).{due} Nous ne l’avons pas encore reçu en retour.",
    "On {sent} we sent you the workbook “{name}” ({number}).{due} It has not come back to us yet.",
)
_DUE = Words(" Le retour était attendu pour le {day}.", " We expected it back by {day}.")
_ATTACHED = Words(
    "Le voici de nouveau, tel qu’il vous a été envoyé ; si vous l’avez déjà complété, renvoyez plutôt votre version.",
    "Here it is again, as it was sent to you; if you have already completed it, please send back your version instead.",
)
_THANKS = Words(
    "Merci pour le classeur « {name} » que vous nous avez renvoyé.",
    "Thank you for the workbook “{name}” that you sent back.",
)
_TAKEN = Words("Nous avons repris :", "We have taken in:")
_NOT_TAKEN = Words("Nous n’avons pas repris :", "We have not taken in:")
_WAITING = Words("Nous regardons encore :", "We are still looking at:")
_NOTHING = Words("Il ne contenait pas de modification.", "It contained no change.")
_MORE = Words("… et {count} autre(s).", "… and {count} more.")
_SUBJECT = Words("CNRS : {name} ({number})", "CNRS: {name} ({number})")
_CLOSING = Words("Bien cordialement,", "Kind regards,")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to be sent: to whom (nothing where no address is known), its subject and its text."""

    to: str
    subject: str
    text: str


def covering(store: Store, shipment: Shipment, lang: str, *, locked: bool = False) -> Letter:
    """Return the letter with which a workbook is sent: what is wanted, how, until when; `locked`: it has a password."""
    back_to = store.setting("exchange/return_to")
    to = _TO.filled(address=back_to).said(lang) if back_to else ""
    day = Day().show(shipment.due_on, Showing(lang, str)) if shipment.due_on else ""
    back = _UNTIL.filled(to=to, day=day) if day else _SOON.filled(to=to)
    cover = _COVER.filled(name=shipment.file_name, number=shipment.number)
    parts = (_GREETING, cover, back, *((_LOCKED,) if locked else ()), _CLOSING)
    return Letter(address(store, shipment.recipient), _subject(shipment, lang), _text(parts, lang))


def reminder(store: Store, shipment: Shipment, lang: str) -> Letter:
    """Return a reminder of a workbook that is still out."""
    day = Day()
    due = _DUE.filled(day=day.show(shipment.due_on, Showing(lang, str))) if shipment.due_on else Words("", "")
    body = _REMINDER.filled(
        sent=_day(shipment.wall, lang), name=shipment.file_name, number=shipment.number, due=due.said(lang)
    )
    parts = (_GREETING, body, _ATTACHED, _CLOSING)
    return Letter(address(store, shipment.recipient), _subject(shipment, lang), _text(parts, lang))


def thanks(store: Store, shipment: Shipment | None, one: Return, lang: str) -> Letter:
    """Return a note of thanks for a return that was taken in: what was taken, what was not, what is still looked at."""
    showing = store.names.showing(lang)
    lines: dict[str, list[str]] = {}
    for entity, id_, name, value, decision, kind in one.said.get("said", ()):
        if kind not in ("missing", "identical"):
            kept = tuple(value) if isinstance(value, list) else value
            lines.setdefault(decision, []).append(_line(store, showing, entity, id_, name, kept))
    parts: list[Words] = [_GREETING, _THANKS.filled(name=one.file_name)]
    if not lines:
        parts.append(_NOTHING)
    for heading, decision in ((_TAKEN, ACCEPT), (_NOT_TAKEN, REFUSE), (_WAITING, OPEN)):
        if held := lines.get(decision):
            more = [_MORE.filled(count=len(held) - _MOST_LINES).said(lang)] if len(held) > _MOST_LINES else []
            listed = "\n".join([heading.said(lang), *held[:_MOST_LINES], *more])
            parts.append(Words(listed, listed))
    parts.append(_CLOSING)
    to = address(store, shipment.recipient) if shipment else ""
    subject = _subject(shipment, lang) if shipment else one.file_name
    return Letter(to, subject, _text(parts, lang))


def as_file(letter: Letter, attachment: tuple[str, bytes] | None = None) -> bytes:
    """Return a letter as an .eml file that mail programs open as a draft, with a workbook attached."""
    to = (("", letter.to),) if letter.to else ()
    held = ((PurePath(attachment[0]).name, attachment[1]),) if attachment else ()
    return as_eml(Draft(letter.subject, letter.text, to, held))


def address(store: Store, recipient: str) -> str:
    """Return the e-mail address of whoever holds a workbook: written with the name, else that of the one contact found."""
    found = [word.strip("<>(),;") for word in recipient.split() if "@" in word]
    if found:
        return found[0]
    partner = store.resolve("partner", recipient) if recipient else None
    if partner is None:
        return ""
    from desktop_app.store.queries import Filter, Query

    people = store.records(Query(ENTITIES["person"], (Filter("partner", "is", partner),), limit=20))
    addresses = {str(one["email"]) for one in people if one.get("email") and not one.get("objects")}
    return addresses.pop() if len(addresses) == 1 else ""


def language(store: Store, shipment: Shipment) -> str:
    """Return the language in which a workbook was made for its recipient."""
    said = str(shipment.scope.get("lang", ""))
    return said if said in ("fr", "en") else store.setting("lang", "fr")


def _subject(shipment: Shipment, lang: str) -> str:
    return _SUBJECT.filled(name=PurePath(shipment.file_name).stem, number=shipment.number).said(lang)


def _text(parts: tuple[Words, ...] | list[Words], lang: str) -> str:
    return "\n\n".join(part.said(lang) for part in parts) + "\n"


def _day(wall: int, lang: str) -> str:
    return Day().show(f"{datetime.fromtimestamp(wall / 1000):%Y-%m-%d}", Showing(lang, str))  # noqa: DTZ006  # the office's day


def _line(store: Store, showing: Showing, entity_name: str, id_: str, name: str, value: Value) -> str:
    entity = ENTITIES[entity_name]
    record = store.get(entity, id_)
    called = title(entity, record, showing) if record else id_[:8]
    held = entity.fields[name]
    shown = held.type.show(value, showing) or "–"
    return f"- {called} · {held.words.said(showing.lang)} : {shown}"
