"""The workspace that the server works on, with the settings that it has at this moment."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from salerno.store.settings import FILE
from salerno.store.workspace import Workspace, find


def workspace() -> Workspace:
    """Return the workspace; a salerno.toml that was changed counts at once."""
    root: Path = settings.ENVIRONMENT.workspace.root
    found = (root / FILE).stat()
    return _found(root, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=1)
def _found(root: Path, _changed: int, _size: int) -> Workspace:
    return find(root)
