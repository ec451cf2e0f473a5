"""What people confirmed for the very same text elsewhere in the same locale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from salerno.model import Entry, Unit

_Key = tuple[str, str | None]


@dataclass(slots=True)
class Memory:
    """Confirmed translations of one locale, looked up by their exact source text."""

    _known: dict[_Key, Counter[tuple[str, ...]]] = field(default_factory=dict)

    def add(self, entries: Iterable[Entry]) -> None:
        """Remember the entries that a person confirmed: complete, and not fuzzy."""
        for entry in entries:
            if not entry.missing and not entry.fuzzy:
                self._known.setdefault(_key(entry.unit), Counter())[entry.targets] += 1

    def find(self, unit: Unit) -> tuple[str, ...] | None:
        """Return the translation that most entries with the unit's text have, or None."""
        found = self._known.get(_key(unit))
        return found.most_common(1)[0][0] if found else None


def _key(unit: Unit) -> _Key:
    return (unit.source, unit.source_plural)
