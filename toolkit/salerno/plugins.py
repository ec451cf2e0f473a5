"""Find formats, engines and checks by their entry points; the built-in ones are registered alike."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from salerno.errors import PluginError


@cache
def _registered(group: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=f"salerno.{group}")}


def names(group: str) -> tuple[str, ...]:
    """Return the names registered under `group` (`formats`, `engines`, `checks`), sorted."""
    return tuple(sorted(_registered(group)))


def require(group: str, name: str) -> EntryPoint:
    """Return where a plugin is found, without importing it; raise PluginError if it is unknown."""
    point = _registered(group).get(name)
    if point is None:
        known = ", ".join(names(group)) or "none"
        raise PluginError(f"no {group.removesuffix('s')} named {name!r} (installed: {known})")
    return point


@cache
def load(group: str, name: str) -> Any:
    """Import what is registered as `name`, once; raise PluginError if that cannot be done."""
    point = require(group, name)
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        what = f"{group.removesuffix('s')} {name!r} ({point.value})"
        raise PluginError(f"{what} does not load: {error}") from error
