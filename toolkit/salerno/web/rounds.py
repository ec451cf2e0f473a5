"""When the keeper last got round: the time of a file, so that every process can see it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

_NAME = "round"


def note(folder: Path) -> None:
    """Say that a round has ended."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _NAME).touch()


def last(folder: Path) -> str | None:
    """Return when the last round ended (RFC 3339, UTC), or None if none ever did."""
    try:
        seconds = (folder / _NAME).stat().st_mtime
    except OSError:
        return None
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC).isoformat().replace("+00:00", "Z")
