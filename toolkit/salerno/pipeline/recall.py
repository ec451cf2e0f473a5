"""What was approved in a locale, kept in step with its ledgers while a reviewer looks at entry after entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock

from salerno.memory import Like, Similar
from salerno.model import Unit
from salerno.pipeline.decisions import decisions
from salerno.store import ledger
from salerno.store.ledger import Stamp
from salerno.store.workspace import Workspace

_AT_ONCE = 250_000
"""Bytes of changed ledgers that one look reads, some 300 events: the rest waits for the next look, so that
no reviewer waits for all of a large workspace."""


@dataclass(slots=True)
class Recall:
    """The approvals of one locale; safe to ask from several threads."""

    _similar: Similar = field(default_factory=Similar)
    _stamps: dict[str, Stamp] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def like(
        self, workspace: Workspace, article: str, locale: str, unit: Unit
    ) -> tuple[list[Like], bool]:
        """Return approvals of texts like a unit's, and whether all ledgers are in by now."""
        with self._lock:
            is_whole = self._catch_up(workspace, locale)
            found = self._similar.find(unit.source, without=(article, unit.identity))
        return found, is_whole

    def _catch_up(self, workspace: Workspace, locale: str) -> bool:
        """Take in what changed in the ledgers, some of it at a time; one that was edited gives nothing."""
        now = ledger.stamps(workspace, locale)
        for article in self._stamps.keys() - now.keys():
            del self._stamps[article]
            self._similar.put(article, ())
        read = 0
        for article in sorted(now):
            if self._stamps.get(article) == now[article]:
                continue
            if read and read + now[article].size > _AT_ONCE:
                return False
            read += now[article].size
            decided = decisions(workspace, article, locale)
            self._similar.put(article, () if decided.problems else decided.history.approvals())
            self._stamps[article] = now[article]
        return True


@lru_cache(maxsize=64)
def recall(root: Path, locale: str) -> Recall:
    """Return the approvals of a locale of the workspace in a folder: one for the whole process."""
    del root, locale  # they only tell one from another
    return Recall()
