"""Read an engine's options from salerno.toml; an unknown one is refused, never passed over."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from salerno.errors import InputError


def check_names(engine: str, options: Mapping[str, object], known: Collection[str]) -> None:
    """Raise InputError for an option that the engine does not have, naming those it has."""
    for name in sorted(set(options) - set(known)):
        have = ", ".join(sorted(known)) or "none"
        raise InputError(f"[engine.{engine}] has no option {name!r}", help=f"it has: {have}")


def text_of(engine: str, options: Mapping[str, object], name: str, default: str) -> str:
    """Return an option that is a text."""
    value = options.get(name, default)
    if isinstance(value, str):
        return value
    raise InputError(f"[engine.{engine}] {name} = {value!r} is no text")


def seconds_of(engine: str, options: Mapping[str, object], name: str, default: float) -> float:
    """Return an option that is a number of seconds, more than none."""
    value = options.get(name, default)
    # Python counts a bool among the integers; TOML's `timeout = true` is a slip all the same.
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        return float(value)
    raise InputError(
        f"[engine.{engine}] {name} = {value!r} is no time limit",
        help="give a number of seconds above 0",
    )


def number_of(engine: str, options: Mapping[str, object], name: str, default: int) -> int:
    """Return an option that is a whole number, 1 or more."""
    value = options.get(name, default)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise InputError(
        f"[engine.{engine}] {name} = {value!r} is no number of times",
        help="give a whole number, 1 or more",
    )
