"""The engines of a workspace, made once, when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from salerno.engines import Engine, load_engine
from salerno.errors import EngineUnavailable
from salerno.store.settings import placed
from salerno.store.workspace import Workspace

if TYPE_CHECKING:  # a build with nothing to draft need not wait for what drafts
    from salerno.pipeline.drafting import Pair


class Engines:
    """Engines by their names, with the options that salerno.toml has for them."""

    def __init__(self, workspace: Workspace) -> None:
        """Take a workspace; no engine is made yet."""
        self._root = workspace.root
        self._options = workspace.settings.engine
        self._made: dict[str, Engine] = {}

    def get(self, name: str) -> Engine:
        """Return an engine; raise PluginError, EngineUnavailable or InputError if there is none."""
        if name not in self._made:
            with placed(self._root, name):
                self._made[name] = load_engine(name, self._options.get(name, {}))
        return self._made[name]

    def first(self, names: Sequence[str], pair: Pair, reasons: list[str]) -> Engine | None:
        """Return the first engine that knows the way; else add, for each, why it does not."""
        for name in names:
            try:
                engine = self.get(name)
                engine.pair(pair.source, pair.target)
            except EngineUnavailable as error:
                reasons.append(str(error))
            else:
                reasons.clear()
                return engine
        return None

    def close(self) -> None:
        """End what the engines started."""
        with ExitStack() as stack:
            for engine in self._made.values():
                stack.callback(engine.close)
