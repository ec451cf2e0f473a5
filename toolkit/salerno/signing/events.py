"""Events as lines of a ledger, and the ids that make a line that line and no other."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from salerno.model import (
    Actor,
    Event,
    EventType,
    Meaning,
    Provenance,
    Role,
    canonical_json,
    digest_of,
)

_FIELDS = tuple(field.name for field in fields(Event))
_JSON_NAMES = {"from_": "from"}
_PYTHON_NAMES = {name: python for python, name in _JSON_NAMES.items()}
_KNOWN = {_JSON_NAMES.get(name, name) for name in _FIELDS}
_UNSIGNED = {"id", "signature"}
_HEX = re.compile("[0-9a-f]{64}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


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
    for name in _FIELDS:
        value = _plain(getattr(event, name))
        if value or name == "parents" or value is False or (value == "" and name in _TEXTS):
            payload[_JSON_NAMES.get(name, name)] = value
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

    Quick, for a ledger has many lines: `json` writes the same bytes as RFC 8785 for values without
    fractions, and the id is the hash of the line without its id and signature.
    """
    value = json.loads(line)
    if not isinstance(value, dict):
        raise ValueError("no JSON object")  # noqa: TRY004 - a reader expects one kind of error
    if unknown := value.keys() - _KNOWN:
        raise ValueError(f"unknown field {min(unknown)!r}")
    if _canonical(value) + b"\n" != line:
        raise ValueError("not in canonical form: somebody edited it")
    payload = {name: value[name] for name in value.keys() - _UNSIGNED}
    if value.get("id") != hashlib.sha256(_canonical(payload)).hexdigest():
        raise ValueError("changed after it was written: its id does not fit")
    return event_of(value)


def _canonical(value: Mapping[str, Any]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def event_of(value: Mapping[str, Any]) -> Event:
    """Return the event that a JSON object says; raise ValueError for fields of the wrong kind."""
    try:
        made = {_PYTHON_NAMES.get(name, name): _read(name, value[name]) for name in value}
        return Event(**made)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no event: {error}") from error


def _read(name: str, value: Any) -> Any:
    reader = _READERS.get(name)
    return reader(value) if reader else _text(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _id(value: Any) -> str:
    if not _HEX.fullmatch(_text(value)):
        raise TypeError(f"{value!r} is no SHA-256")
    return str(value)


def _moment(value: Any) -> str:
    if not _MOMENT.fullmatch(_text(value)):
        raise TypeError(f"{value!r} is no moment in UTC")
    return str(value)


def _actor(value: Any) -> Actor:
    return Actor(id=_text(value["id"]), role=Role(value["role"]))


def _engine(value: Any) -> Provenance:
    known = {name: _text(value[name]) for name in ("name", "pair", "version")}
    return Provenance(**known, unknown=tuple(map(_text, value.get("unknown", ()))))


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


_READERS: dict[str, Callable[[Any], Any]] = {
    "type": EventType,
    "at": _moment,
    "id": _id,
    "digest": _id,
    "edition": _id,
    "from": _id,
    "to": _id,
    "actor": _actor,
    "engine": _engine,
    "bulk": _truth,
    "parents": lambda value: tuple(map(_id, value)),
    "targets": lambda value: tuple(map(_text, value)),
    "meanings": lambda value: tuple(map(Meaning, value)),
}


def heads(events: Iterable[Event]) -> tuple[str, ...]:
    """Return the ids of the events that no other one was appended on, sorted."""
    known = list(events)
    parents = {parent for event in known for parent in event.parents}
    return tuple(sorted(event.id for event in known if event.id not in parents))
