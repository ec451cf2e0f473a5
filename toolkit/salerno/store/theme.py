"""The looks of a workspace's pages: its own templates, style sheet and script before Salerno's."""

from __future__ import annotations

from functools import lru_cache

from salerno.page.theme import Theme
from salerno.store import templates
from salerno.store.workspace import Workspace


def load(workspace: Workspace) -> Theme:
    """Return the theme of a workspace."""
    own, looks = templates.read(workspace), templates.looks(workspace)
    return _theme(tuple(own.items()), tuple(looks.items()))


@lru_cache(maxsize=4)
def _theme(own: tuple[tuple[str, str], ...], looks: tuple[tuple[str, str], ...]) -> Theme:
    return Theme(dict(own), dict(looks))
