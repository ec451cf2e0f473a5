"""Who signed a page, as its readers are told: a name only with its bearer's consent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salerno.model import Event, Meaning, Reviewer, Role


@dataclass(frozen=True, slots=True, order=True)
class Byline:
    """A sign-off in one meaning."""

    meaning: Meaning
    role: Role
    name: str
    """Empty without consent."""
    credential: str
    organisation: str
    at: str
    """The day, YYYY-MM-DD."""


def bylines(signoffs: Iterable[Event], reviewers: Mapping[str, Reviewer]) -> list[Byline]:
    """Return a line for each meaning that was given, the latest of each reviewer, medical review first."""
    lines: dict[tuple[Meaning, str], Byline] = {}
    for event in signoffs:
        reviewer = reviewers.get(event.actor.id) if event.actor else None
        if reviewer is None:
            continue
        for meaning in event.meanings:
            line = _line(reviewer, meaning, event.at[:10])
            key = (meaning, reviewer.id)
            lines[key] = max(lines.get(key, line), line, key=lambda found: found.at)
    return sorted(lines.values(), key=lambda line: (line.meaning is not Meaning.MEDICAL, line))


def _line(reviewer: Reviewer, meaning: Meaning, day: str) -> Byline:
    role = next(role for role in reviewer.roles if role.gives is meaning)
    name = reviewer.name if reviewer.public_name else ""
    return Byline(meaning, role, name, reviewer.credential, reviewer.organisation, day)
