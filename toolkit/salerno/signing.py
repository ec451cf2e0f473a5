"""Event ids: what makes a line of a ledger that line and no other (DESIGN.md, section 6)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from salerno.model import Event, EventType, Provenance, canonical_json, digest_of

_LISTS = {"parents", "targets"}


def seal(event: Event, *, at: str, parents: tuple[str, ...]) -> Event:
    """Return the event in its place in the ledger, with the id that follows from all of it."""
    placed = replace(event, at=at, parents=parents)
    return replace(placed, id=id_of(placed))


def id_of(event: Event) -> str:
    """Return the SHA-256 of the event's canonical JSON without `id`."""
    return digest_of(_payload(event))


def line_of(event: Event) -> bytes:
    """Return a sealed event as its line in the ledger: canonical JSON and LF."""
    return canonical_json(_payload(event) | {"id": event.id}) + b"\n"


def _payload(event: Event) -> dict[str, Any]:
    """Return what the id is made of; what an event has not is left out."""
    payload: dict[str, Any] = {}
    for name in (field.name for field in fields(event) if field.name != "id"):
        value = getattr(event, name)
        if name in _LISTS:
            value = list(value) if value or name == "parents" else None
        if isinstance(value, Provenance):
            value = _provenance(value)
        if value is not None:
            payload[name] = value
    return payload


def _provenance(provenance: Provenance) -> dict[str, Any]:
    known = {name: getattr(provenance, name) for name in ("name", "pair", "version")}
    return known | ({"unknown": list(provenance.unknown)} if provenance.unknown else {})


def parse(line: bytes) -> Event:
    """Return the event on a line; raise ValueError if it is none, or not in its canonical bytes."""
    value = json.loads(line)
    if not isinstance(value, dict):
        raise ValueError("no JSON object")  # noqa: TRY004 - a reader expects one kind of error
    known = {field.name for field in fields(Event)}
    if unknown := value.keys() - known:
        raise ValueError(f"unknown field {min(unknown)!r}")
    event = _event(value)
    if line_of(event) != line or id_of(event) != event.id:
        raise ValueError("changed after it was written: its id does not fit")
    return event


def _event(value: dict[str, Any]) -> Event:
    try:
        made = value | {name: tuple(value[name]) for name in _LISTS & value.keys()}
        if "engine" in value:
            engine = value["engine"]
            made["engine"] = Provenance(**engine | {"unknown": tuple(engine.get("unknown", ()))})
        return Event(**made | {"type": EventType(value["type"])})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no event: {error}") from error


def heads(events: Iterable[Event]) -> tuple[str, ...]:
    """Return the ids of the events that no other one was appended on, sorted."""
    known = list(events)
    parents = {parent for event in known for parent in event.parents}
    return tuple(sorted(event.id for event in known if event.id not in parents))
