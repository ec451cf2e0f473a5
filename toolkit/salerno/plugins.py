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


@cache
def load(group: str, name: str) -> Any:
    """Import what is registered as `name`, once; raise PluginError if there is no such thing."""
    point = _registered(group).get(name)
    if point is None:
        known = ", ".join(names(group)) or "none"
        msg = f"no {group.removesuffix('s')} named {name!r} (installed: {known})"
        raise PluginError(msg)
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        msg = f"{group.removesuffix('s')} {name!r} ({point.value}) does not load: {error}"
        raise PluginError(msg) from error
