"""The time, for events."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

_FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def now() -> str:
    """Return the present moment in UTC as RFC 3339, to the second."""
    return dt.datetime.now(dt.UTC).strftime(_FORMAT)


def tomorrow() -> str:
    """Return this moment a day later: what is dated beyond it was written by a wrong clock."""
    return (dt.datetime.now(dt.UTC) + dt.timedelta(days=1)).strftime(_FORMAT)


def elapsed() -> float:
    """Return seconds since some moment in the past, to tell how long something took."""
    return time.monotonic()


def age(path: Path) -> float:
    """Return the seconds since a file was last written, 0 if there is none."""
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0
