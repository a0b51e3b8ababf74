"""What the office answered before: how a sender calls our fields, and which record a name means. It can be corrected."""

import json
from collections.abc import Mapping

from desktop_app.domain.folding import folded
from desktop_app.domain.plan import Plan
from desktop_app.store.base import Store

_ANSWERS, _SENDERS = "import:answers", "import:senders"
# The answer “none of ours”, and the kind of record of a name that may be of any kind.
NEW, ANY = "new", "*"


def name_key(entity: str, name: str) -> str:
    """Return under which key the record that a name means is remembered."""
    return f"{entity}:{folded(name)}"


def learned_from(store: Store, sender: str | None) -> dict[str, str]:
    """Return how the columns of a sender's last file were read: fields by folded heading."""
    return dict(json.loads(store.setting(f"headings:{folded(sender)}", "{}"))) if sender else {}


def said_for_all(store: Store, sender: str | None) -> dict[str, str]:
    """Return what all rows of a sender's last file had without saying it, by field."""
    return dict(json.loads(store.setting(f"same:{folded(sender)}", "{}"))) if sender else {}


def learn(store: Store, sender: str, plan: Plan, same: Mapping[str, str] | None = None) -> None:
    """Remember how a sender's columns were read, for the next file; `same`: what all its rows have without saying it."""
    store.keep_setting(f"same:{folded(sender)}", json.dumps(same or {}, ensure_ascii=False, sort_keys=True))
    known = learned_from(store, sender) | {folded(one.heading): one.field for one in plan.columns if one.field}
    store.keep_setting(f"headings:{folded(sender)}", json.dumps(known, ensure_ascii=False, sort_keys=True))
    senders = json.loads(store.setting(_SENDERS, "{}")) | {_signature(plan): sender}
    store.keep_setting(_SENDERS, json.dumps(senders, ensure_ascii=False, sort_keys=True))


def senders_of(store: Store) -> list[str]:
    """Return the senders whose columns are remembered."""
    return sorted(set(json.loads(store.setting(_SENDERS, "{}")).values()))


def forget_heading(store: Store, sender: str, heading: str) -> None:
    """Forget how a column of a sender was read; with the last one, the sender is forgotten."""
    known = {one: field for one, field in learned_from(store, sender).items() if one != heading}
    store.keep_setting(f"headings:{folded(sender)}", json.dumps(known, ensure_ascii=False, sort_keys=True))
    if not known:
        senders = json.loads(store.setting(_SENDERS, "{}"))
        left = {signature: one for signature, one in senders.items() if one != sender}
        store.keep_setting(_SENDERS, json.dumps(left, ensure_ascii=False, sort_keys=True))


def parts_of(key: str) -> tuple[str, str]:
    """Return the kind of record and the name that a key is about."""
    bare = key.removeprefix("row:")
    entity, _, name = bare.partition(":")
    return entity, name.rpartition(":")[0] if key.startswith("row:") else name


def sender_of(store: Store, plan: Plan) -> str:
    """Return who sent a sheet with the same headings before; empty for headings that are new."""
    return str(json.loads(store.setting(_SENDERS, "{}")).get(_signature(plan), ""))


def _signature(plan: Plan) -> str:
    return "|".join(sorted(folded(column.heading) for column in plan.columns))


def answers_of(store: Store) -> dict[str, str]:
    """Return the records that names were said to mean, by `entity:name` or the key of a row; `new` for none of ours."""
    return dict(json.loads(store.setting(_ANSWERS, "{}")))


def remember(store: Store, answers: Mapping[str, str]) -> None:
    """Remember answers, so that nobody is asked twice."""
    if answers:
        _keep(store, answers_of(store) | dict(answers))


def forget(store: Store, key: str) -> None:
    """Forget an answer that was wrong: it will be asked again."""
    _keep(store, {known: answer for known, answer in answers_of(store).items() if known != key})


def _keep(store: Store, answers: Mapping[str, str]) -> None:
    store.keep_setting(_ANSWERS, json.dumps(answers, ensure_ascii=False, sort_keys=True))
