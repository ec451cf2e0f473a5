"""Machine-translation engines: one module each, behind one small protocol.

An engine gets sentences in which markup is already masked (`masking`): every private-use character
of plane 15 is a placeholder that has to come back exactly once, in whatever disguise the engine's own
protocol carries it. The caller verifies that; an engine that loses one has its sentence translated
piecewise instead. What an engine gives back is a draft, whatever it thinks of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from salerno import plugins
from salerno.engines._options import check_options as check_options
from salerno.model import Draft


class Engine(Protocol):
    """A machine-translation engine; safe to call from several threads."""

    name: str

    def pair(self, source: str, target: str) -> str:
        """Return the language pairs that lead from `source` to `target` (BCP 47), without work.

        Raises EngineUnavailable, with what would help, if there is no way.
        """

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[Draft]:
        """Return one draft for each text, in order; the same text gives the same draft, always.

        Raises EngineError if any of them fails: there are no half answers.
        """

    def close(self) -> None:
        """End what the engine started; calling it twice is fine."""


def load_engine(name: str, options: Mapping[str, object]) -> Engine:
    """Make the engine registered as `name` with its `[engine.NAME]` options from salerno.toml.

    Raises PluginError for an unknown name, EngineUnavailable or InputError for bad options.
    """
    engine: Engine = plugins.load("engines", name)(options)
    return engine
