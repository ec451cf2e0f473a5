"""What the keeper does beside the queue, the pages and the files."""

from __future__ import annotations

from collections.abc import Callable

from salerno.store.workspace import Workspace
from salerno.web.desk.mailing import Mailing


def chores() -> tuple[Callable[[Workspace], None], ...]:
    """Return the steps of a keeper that has just been started."""
    return (Mailing(),)
