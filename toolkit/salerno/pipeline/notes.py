"""What a catalog's comments say of drafts: only of those that stand, and each thing once."""

from __future__ import annotations

from collections.abc import Iterable

from salerno.model import Entry, Event, EventType, Provenance


def note_of(engine: Provenance) -> str:
    """Return what a translator should know of a draft: words that the engine left as they were."""
    return f"{engine.name} does not know: {', '.join(engine.unknown)}" if engine.unknown else ""


class Notes:
    """The notes that were made on drafts, as the ledger has them; any other line is a person's."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Remember the drafts with a note."""
        self._known: dict[tuple[str | None, str | None], list[tuple[tuple[str, ...], str]]] = {}
        for event in events:
            if event.type is EventType.DRAFT and event.engine and event.engine.unknown:
                made = (event.targets, note_of(event.engine))
                self._known.setdefault(event.unit, []).append(made)

    def comment_of(self, entry: Entry) -> str:
        """Return the comment of an entry without notes on other texts than its own."""
        known = self._known.get(entry.unit.identity)
        if not known:
            return entry.comment
        notes = {note for _, note in known}
        right = {note for targets, note in known if targets == entry.targets}
        lines: list[str] = []
        for line in entry.comment.split("\n"):
            is_stale = line in notes and (line not in right or line in lines)
            if not is_stale:
                lines.append(line)
        return "\n".join(lines)
