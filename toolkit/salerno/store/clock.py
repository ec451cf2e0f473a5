"""The time, for events."""

from __future__ import annotations

import datetime as dt


def now() -> str:
    """Return the present moment in UTC as RFC 3339, to the second."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
