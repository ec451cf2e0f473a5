"""What was made of which inputs, so that the same inputs need no work; it may be lost at any time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from salerno.store import files
from salerno.store.program import program
from salerno.store.workspace import Workspace


class Cache:
    """The memory of one verb, in `.salerno/cache/`; another version of the program knows nothing of it."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        """Read what there is; what cannot be read is forgotten."""
        self._path = workspace.root / ".salerno" / "cache" / f"{name}.json"
        self._known: dict[str, Any] = _read(self._path)
        self._asked: set[str] = set()
        self._is_changed = False

    def find(self, key: str, inputs: str) -> Any:
        """Return what was made of the inputs (a digest), or None."""
        self._asked.add(key)
        found = self._known.get(key)
        if isinstance(found, list) and len(found) == 2 and found[0] == inputs:  # noqa: PLR2004
            return found[1]
        return None

    def last(self, key: str) -> Any:
        """Return what was made last time, of whatever inputs, or None."""
        found = self._known.get(key)
        return found[-1] if isinstance(found, list) and found else None

    def keep(self, key: str, inputs: str, made: object) -> None:
        """Remember what was made of the inputs: anything that JSON can say."""
        self._asked.add(key)
        if self._known.get(key) != [inputs, made]:
            self._known[key] = [inputs, made]
            self._is_changed = True

    def forget(self, key: str) -> None:
        """Know nothing of a key any more."""
        if self._known.pop(key, None) is not None:
            self._is_changed = True

    def unasked(self) -> Iterator[tuple[str, Any]]:
        """Yield the keys that nobody has asked for, with what was made: it may not be wanted any more."""
        for key in self._known:
            if key not in self._asked:
                yield key, self.last(key)

    def save(self, *, forget: bool) -> None:
        """Write it down; with `forget`, without what nobody asked for."""
        kept = {key: self._known[key] for key in self._known if not forget or key in self._asked}
        if self._is_changed or len(kept) < len(self._known):
            text = json.dumps({"program": program(), "made": kept}, ensure_ascii=True)
            files.write(self._path, text.encode("ascii"))


def _read(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_bytes())
        made = document["made"] if document["program"] == program() else {}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return {}
    return made if isinstance(made, dict) else {}
