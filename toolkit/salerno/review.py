"""How far an entry has come: computed from its text, never stored."""

from __future__ import annotations

from salerno.model import Entry, State


def state_of(entry: Entry) -> State:
    """Return the state of an entry; a fuzzy flag beats whatever was decided on its text."""
    if entry.missing:
        return State.MISSING
    if entry.fuzzy:
        return State.STALE if entry.previous else State.DRAFT
    return State.TRANSLATED
