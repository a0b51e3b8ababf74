"""A parcel as bytes and back: one line of JSON for each batch and change, compressed."""

import base64
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any

from desktop_app.store.fold import Change
from desktop_app.store.parcel import Batch, Enclosed, Parcel, Sent
from desktop_app.store.peers import Have, Peer, Place

# The format of the lines; the oldest reader that understands them.
FORMAT = 1
MIN_READER = 1
# What a volume may unpack to: fifty thousand changes with long texts are a tenth of it.
_MOST_BYTES = 400_000_000
_ID = re.compile(r"[0-9a-f]{32}")
_BATCH = ("id", "kind", "words_fr", "words_en", "replica", "author", "wall", "target", "file_name", "file_sha256",
          "shipment", "decisions")  # fmt: skip


class DamagedPayload(ValueError):
    """Raised for bytes that are no parcel."""


def pack(parcel: Parcel) -> bytes:
    """Return a parcel as bytes."""
    return zlib.compress("\n".join(_lines(parcel)).encode(), 6)


def _lines(parcel: Parcel) -> Iterator[str]:
    dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    replicas = list(dict.fromkeys(sent.place.replica for sent in parcel.changes))
    batches = {batch["id"]: place for place, batch in enumerate(parcel.batches)}
    known = [[peer.replica, peer.office, peer.name, peer.have] for peer in parcel.peers]
    head = {"sender": parcel.sender, "have": parcel.have, "peers": known, "replicas": replicas, "wanted": parcel.wanted}
    yield dumps(head)
    for batch in parcel.batches:
        yield dumps(["b", *(batch[name] for name in _BATCH)])
    numbers = {replica: place for place, replica in enumerate(replicas)}
    for place, change, origins in parcel.changes:
        yield dumps(
            ["c", numbers[place.replica], place.number, *change[:-1], change.prev,
             [batches[batch] for batch in origins if batch in batches]]
        )  # fmt: skip
    for file in parcel.files:
        yield dumps(["f", file.name, file.content, base64.b64encode(file.data).decode()])


def unpack(packed: bytes) -> Parcel:
    """Return the parcel from its bytes, which may have come from anywhere. Raises DamagedPayload."""
    try:
        return _parcel(_inflated(packed).split("\n"))
    except (zlib.error, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedPayload from error


def _inflated(packed: bytes) -> str:
    engine = zlib.decompressobj()
    text = engine.decompress(packed, _MOST_BYTES)
    if not engine.eof:
        raise DamagedPayload
    return text.decode()


def _parcel(lines: list[str]) -> Parcel:
    head = json.loads(lines[0])
    replicas = [_id(replica) for replica in head["replicas"]]
    parcel = Parcel(_id(head["sender"]), _have(head["have"]), [_peer(*held) for held in head["peers"]])
    parcel.wanted = [(_text(content), _text(name)) for content, name, *_more in head.get("wanted", ())]
    for line in lines[1:]:
        kind, *rest = json.loads(line)
        if kind == "b":
            parcel.batches.append(_batch(rest))
        elif kind == "c":
            parcel.changes.append(_sent(rest, replicas, parcel.batches))
        elif kind == "f":
            name, content, data, *_more = rest
            parcel.files.append(Enclosed(_text(name), _text(content), base64.b64decode(_text(data), validate=True)))
        # What a newer program adds beside them is for newer programs.
    return parcel


def _id(text: Any) -> str:
    if not isinstance(text, str) or not _ID.fullmatch(text):
        raise DamagedPayload
    return text


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise DamagedPayload
    return value


def _number(value: Any) -> int:
    if type(value) is not int or not -(2**63) <= value < 2**63:
        raise DamagedPayload
    return value


def _have(held: Any) -> Have:
    return {_id(replica): (_number(number), _id(id_)) for replica, (number, id_) in held.items()}


def _peer(replica: Any, office: Any, name: Any, have: Any, *_more: Any) -> Peer:
    return Peer(_id(replica), _text(office), _text(name), None, _have(have), None)


def _batch(held: list[Any]) -> Batch:
    batch: Batch = dict(zip(_BATCH, held, strict=False))
    for name in ("id", "replica"):
        _id(batch[name])
    for name in ("kind", "words_fr", "words_en", "author"):
        _text(batch[name])
    _number(batch["wall"])
    for name in ("target", "file_name", "file_sha256", "shipment", "decisions"):
        if batch[name] is not None:
            _text(batch[name])
    return batch


def _sent(held: list[Any], replicas: list[str], batches: list[Batch]) -> Sent:
    at, number, id_, kind, tbl, row, field, value, wall, author, prev, origins, *_more = held
    if _number(at) < 0 or _number(number) < 1:
        raise DamagedPayload
    for text in (tbl, field, value):
        if text is not None:
            _text(text)
    change = Change(
        _id(id_), _number(kind), tbl, None if row is None else _id(row), field, value, _number(wall), _text(author),
        tuple(_id(one) for one in prev),
    )  # fmt: skip
    return Sent(Place(replicas[at], number), change, tuple(str(batches[_number(place)]["id"]) for place in origins))
