"""The page templates as texts, for whoever extracts or compares them without rendering anything."""

from __future__ import annotations

from collections.abc import Mapping

from salerno.page.names import NAMES, PAGES, shipped


def template_sources(own: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the templates as (name, text), a workspace's own before Salerno's."""
    names = (*PAGES, *sorted(name for name in own if name not in NAMES))
    return tuple((name, own[name] if name in own else shipped(name)) for name in names)
