"""How far an entry has come: computed from its text and the decisions on it, never stored."""

from __future__ import annotations

from salerno.model import Entry, State
from salerno.review.history import History


def state_of(entry: Entry, history: History, article: str, locale: str) -> State:
    """Return the state of an entry; a fuzzy flag beats whatever was decided on its text."""
    if entry.missing:
        return State.MISSING
    if entry.fuzzy:
        has_message = entry.previous is not None and entry.previous.source is not None
        return State.STALE if has_message else State.DRAFT
    return history.verdict(entry.digest(article, locale)) or State.TRANSLATED
