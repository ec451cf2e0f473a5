"""The options of engines in salerno.toml; an unknown one is refused, never passed over.

Those of the built-in engines stand here, and not in their modules, so that a mistake is found by every
command and without loading an engine. Another's are checked by itself, when it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from salerno.errors import OptionError

_Options = Mapping[str, object]


def text_of(engine: str, options: _Options, name: str, default: str) -> str:
    """Return an option that is a text."""
    value = options.get(name, default)
    if isinstance(value, str):
        return value
    raise OptionError(f"[engine.{engine}] {name} = {value!r} is no text", option=name)


def seconds_of(engine: str, options: _Options, name: str, default: float) -> float:
    """Return an option that is a number of seconds, more than none."""
    value = options.get(name, default)
    # Python counts a bool among the integers; TOML's `timeout = true` is a slip all the same.
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        return float(value)
    raise OptionError(
        f"[engine.{engine}] {name} = {value!r} is no time limit",
        option=name,
        help="give a number of seconds above 0",
    )


def number_of(engine: str, options: _Options, name: str, default: int) -> int:
    """Return an option that is a whole number, 1 or more."""
    value = options.get(name, default)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise OptionError(
        f"[engine.{engine}] {name} = {value!r} is no number of times",
        option=name,
        help="give a whole number, 1 or more",
    )


_Kind = Callable[[str, _Options, str, Any], object]

OPTIONS: Mapping[str, Mapping[str, _Kind]] = {
    "memory": {},
    "apertium": {"modes": text_of, "pipelines": number_of, "timeout": seconds_of},
    "libretranslate": {"attempts": number_of, "timeout": seconds_of, "url": text_of},
    "pseudo": {},
    "pseudo-rtl": {},
}
"""The options of the built-in engines, and what each has to be. The memory stands in lists of engines, too."""


def check_options(engine: str, options: _Options) -> None:
    """Raise OptionError for what a built-in engine has not or cannot take; nothing is known of others."""
    known = OPTIONS.get(engine)
    if known is None:
        return
    for name, value in sorted(options.items()):
        if name not in known:
            have = ", ".join(sorted(known)) or "none"
            what = f"[engine.{engine}] has no option {name!r}"
            raise OptionError(what, option=name, help=f"it has: {have}")
        known[name](engine, options, name, value)
