"""Events as lines of a ledger, and the ids that make a line that line and no other."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import Any

from salerno.model import (
    Actor,
    Event,
    EventType,
    Meaning,
    Provenance,
    Role,
    canonical_json,
    canonical_texts,
    digest_of,
)
from salerno.signing.grammar import FIELDS, LINE, REQUIRED

_FIELDS = tuple(field.name for field in fields(Event))
_VALUES = attrgetter(*_FIELDS)
_JSON_NAMES = {"from_": "from"}
_PYTHON_NAMES = {name: python for python, name in _JSON_NAMES.items()}
_UNSIGNED = {"id", "signature"}


def seal(event: Event, *, at: str, parents: tuple[str, ...]) -> Event:
    """Return the event in its place in the ledger, with the id that follows from all of it."""
    placed = replace(event, at=at, parents=parents, signature=None)
    return replace(placed, id=id_of(placed))


def id_of(event: Event) -> str:
    """Return the SHA-256 of the event's canonical JSON without `id` and `signature`."""
    payload = _payload(event)
    return digest_of({name: payload[name] for name in payload.keys() - _UNSIGNED})


def line_of(event: Event) -> bytes:
    """Return a sealed event as its line in the ledger: canonical JSON and LF."""
    return canonical_json(_payload(event)) + b"\n"


def document_of(event: Event) -> dict[str, Any]:
    """Return the event as the JSON object that its line holds."""
    return _payload(event)


def _payload(event: Event) -> dict[str, Any]:
    """Return the fields that the event has; what it has not is left out, but for its parents."""
    payload: dict[str, Any] = {}
    for name, value in zip(_FIELDS, _VALUES(event), strict=True):
        if value is None:
            continue
        if value or name == "parents" or value is False or (value == "" and name in _TEXTS):
            plain = value if type(value) is str else _plain(value)
            payload[_JSON_NAMES.get(name, name)] = plain
    return payload


_TEXTS = {"source", "source_plural", "context"}
"""Fields in which an empty text is not the same as none."""


def _plain(value: Any) -> Any:
    match value:
        case Provenance():
            known = {"name": value.name, "pair": value.pair, "version": value.version}
            return known | ({"unknown": list(value.unknown)} if value.unknown else {})
        case Actor():
            return {"id": value.id, "role": value.role.value}
        case tuple():
            return [_plain(item) for item in value]
        case EventType() | Meaning():
            return value.value
    return value


def parse(line: bytes) -> Event:
    """Return the event on a line; raise ValueError if it is none, or not in its canonical bytes.

    The id is the hash of the line without its id and signature.
    """
    text = line.decode("utf-8")
    match = LINE.fullmatch(text)
    if not match:
        raise ValueError(_why_not(text))
    event = _event(match.groups())
    dt.datetime.fromisoformat(event.at)
    if event.id != hashlib.sha256(_unsigned(line, event)).hexdigest():
        raise ValueError("changed after it was written: its id does not fit")
    return event


def event_of(value: Any) -> Event:
    """Return the event that a JSON object says; raise ValueError if its line would be no event's."""
    try:
        return parse(canonical_texts(value) + b"\n")
    except (TypeError, RecursionError) as error:
        raise ValueError("no event of a ledger") from error


def _why_not(text: str) -> str:
    """Return what keeps a text from being the line of an event."""
    try:
        value = json.loads(text)
    except RecursionError:
        return "nested too deeply"
    if not isinstance(value, dict):
        return "no JSON object"
    if unknown := value.keys() - FIELDS.keys():
        return f"unknown field {min(unknown)[:40]!r}"
    if missing := REQUIRED - value.keys():
        return f"{min(missing)} is missing"
    return "not in canonical form: somebody edited it"


def _unsigned(line: bytes, event: Event) -> bytes:
    """Return the JSON of a line without its id and signature, neither of which comes first or last.

    Text cannot look like them: in it, a quotation mark has a backslash before it.
    """
    unsigned = line[:-1].replace(b',"id":"%b"' % event.id.encode(), b"")
    if event.signature is None:
        return unsigned
    return unsigned.replace(b',"signature":%b' % canonical_texts(event.signature), b"")


def _event(written: Iterable[str | None]) -> Event:
    """Return the event whose fields are written so, as JSON whose form has been seen to."""
    fields_ = zip(_PARTS, written, strict=True)
    return Event(**{name: read(field) for (name, read), field in fields_ if field is not None})


def _text(written: str) -> str:
    return str(json.loads(f'"{written}"')) if "\\" in written else written


def _texts(written: str) -> tuple[str, ...]:
    """Return a list of texts; a quotation mark inside of one has a backslash before it."""
    if "\\" in written or not written:
        return tuple(json.loads(f"[{written}]"))
    return tuple(written[1:-1].split('","'))


@lru_cache
def _actor(written: str) -> Actor:
    said = json.loads(written)
    return Actor(said["id"], Role(said["role"]))


@lru_cache
def _engine(written: str) -> Provenance:
    said = json.loads(written)
    unknown = tuple(said.get("unknown", ()))
    return Provenance(said["name"], said["pair"], said["version"], unknown)


_READERS: dict[str, Callable[[str], Any]] = {
    "actor": _actor,
    "bulk": json.loads,
    "engine": _engine,
    "meanings": lambda written: tuple(map(Meaning, _texts(written))),
    "parents": _texts,
    "targets": _texts,
    "type": {kind.value: kind for kind in EventType}.__getitem__,
}
_PARTS = [(_PYTHON_NAMES.get(name, name), _READERS.get(name, _text)) for name in FIELDS]


def heads(events: Iterable[Event]) -> tuple[str, ...]:
    """Return the ids of the events that no other one was appended on, sorted."""
    known = list(events)
    parents = {parent for event in known for parent in event.parents}
    return tuple(sorted(event.id for event in known if event.id not in parents))
