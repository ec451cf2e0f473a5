"""`draft`: memory, then an engine → fuzzy drafts, each with an event in the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from salerno import __version__, plugins
from salerno.catalog import forms_of
from salerno.engines import Engine
from salerno.errors import EngineError, EngineUnavailable, InputError
from salerno.memory import Memory
from salerno.model import Draft, Entry, Provenance, Unit
from salerno.pipeline.content import Content, contents, entries, listed, present
from salerno.pipeline.engines import Engines
from salerno.pipeline.listener import SILENT, Listener
from salerno.pipeline.saving import Outcomes, Savings, save_drafts
from salerno.store import catalogs, files
from salerno.store.cache import Cache
from salerno.store.program import digest
from salerno.store.settings import MEMORY
from salerno.store.workspace import Workspace

if TYPE_CHECKING:  # a build with nothing to draft need not wait for what drafts
    from salerno.pipeline.drafting import Pair

_BATCH = 64
"""Units that are made before there is a look at whether to save (see `Savings`)."""
WORKERS = 2
"""Pipelines of an engine at once; one of Apertium's takes up to 600 MB."""


@dataclass(slots=True)
class LocaleDrafts:
    """What `draft` did for one locale."""

    locale: str
    drafted: int = 0
    missing: int = 0
    """Units that are still without a target."""
    reasons: list[str] = field(default_factory=list)
    """Why they are, each engine by its name."""


def draft(
    workspace: Workspace,
    locales: Sequence[str] = (),
    *,
    engine: str | None = None,
    workers: int = WORKERS,
    listener: Listener = SILENT,
) -> Iterator[LocaleDrafts]:
    """Draft what is missing, locale by locale; a locale that no engine serves is told, not failed."""
    everything = cache(lambda: list(contents(workspace)))
    full = Cache(workspace, "full")
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(workers))
        engines = Engines(workspace)
        stack.callback(engines.close)
        for locale in workspace.chosen(locales):
            names = [engine] if engine else workspace.settings.engines_for(locale)
            for name in names:
                if name != MEMORY:
                    plugins.require("engines", name)
            job = _Job(workspace, locale, LocaleDrafts(locale), listener)
            if not job.is_idle(full):
                yield job.run(everything(), names, engines, pool)
                job.is_idle(full)
            else:
                yield job.result
    full.save(forget=not locales)


@dataclass(frozen=True, slots=True)
class _Job:
    """The drafting of one locale."""

    workspace: Workspace
    locale: str
    result: LocaleDrafts
    listener: Listener

    def run(
        self,
        everything: Sequence[Content],
        names: Sequence[str],
        engines: Engines,
        pool: Executor,
    ) -> LocaleDrafts:
        if MEMORY in names:
            self._from_memory(everything)
        waiting = self._waiting(everything)
        others = [name for name in names if name != MEMORY]
        engine = engines.first(others, self.pair, self.result.reasons) if waiting else None
        if engine:
            self._from_engine(engine, waiting, pool)
            waiting = self._waiting(everything)
        self.result.missing = sum(map(len, waiting.values()))
        return self.result

    def is_idle(self, full: Cache) -> bool:
        """Return whether no entry of the locale lacks a target; what was full and is the same still is."""
        return all(self._is_full(slug, full) for slug in listed(self.workspace))

    def _is_full(self, slug: str, full: Cache) -> bool:
        path = self.workspace.catalog(slug, self.locale)
        if not path.exists():
            return False
        key, inputs = f"{self.locale}/{slug}", digest(files.read_bytes(path))
        if full.find(key, inputs):
            return True
        if all(any(entry.targets) for entry in self._entries(slug)):
            full.keep(key, inputs, made=True)
            return True
        return False

    def _entries(self, slug: str) -> tuple[Entry, ...]:
        """Return what a catalog has to say; the workspace's own names are not for machines."""
        found = catalogs.read(self.workspace, self.workspace.catalog(slug, self.locale)).entries
        return present(slug, found)

    @property
    def pair(self) -> Pair:
        from salerno.pipeline.drafting import Pair

        return Pair(self.workspace.settings.source_locale, self.locale)

    def _waiting(self, everything: Sequence[Content]) -> dict[str, list[Unit]]:
        """Return, by article, the units without any target; words in one plural form are words."""
        waiting = {}
        for content in everything:
            path = self.workspace.catalog(content.slug, self.locale)
            if not path.exists():
                name = self.workspace.name(path)
                raise InputError(f"no catalog {name}", help="run `salerno update` first")
            empty = {
                entry.unit.identity
                for entry in self._entries(content.slug)
                if not any(entry.targets)
            }
            if units := [unit for unit in content.units if unit.identity in empty]:
                waiting[content.slug] = units
        return waiting

    def _from_memory(self, everything: Sequence[Content]) -> None:
        waiting = self._waiting(everything)
        if not waiting:
            return
        memory = Memory()
        for content in everything:
            memory.add(entries(self.workspace, content, self.locale))
        provenance = Provenance(MEMORY, f"{self.pair.source} > {self.locale}", __version__)
        for slug, units in waiting.items():
            found = {unit.identity: memory.find(unit) or () for unit in units}
            drafts = {
                identity: [Draft(text, provenance) for text in targets]
                for identity, targets in found.items()
            }
            self.result.drafted += save_drafts(self.workspace, slug, self.locale, drafts)

    def _from_engine(self, engine: Engine, waiting: dict[str, list[Unit]], pool: Executor) -> None:
        done, total = 0, sum(map(len, waiting.values()))
        attempts = _Attempts(engine, self.pair)
        for slug, units in waiting.items():
            catalog = catalogs.read(self.workspace, self.workspace.catalog(slug, self.locale))
            work = partial(attempts.make, forms=forms_of(catalog))
            queue = iter(units)
            with Savings(partial(self._keep, slug)) as savings:
                while not attempts.is_over and (batch := list(islice(queue, _BATCH))):
                    savings.add(dict(zip(batch, pool.map(work, batch), strict=True)))
                    done += len(batch)
                    self.listener.progress(f"drafting {self.locale}", done, total)

    def _keep(self, slug: str, outcomes: Outcomes) -> None:
        failed = [error for error in outcomes.values() if isinstance(error, EngineError)]
        self.result.reasons.extend(dict.fromkeys(f"{slug}: {error}" for error in failed))
        drafts = {
            unit.identity: outcome
            for unit, outcome in outcomes.items()
            if not isinstance(outcome, EngineError)
        }
        self.result.drafted += save_drafts(self.workspace, slug, self.locale, drafts)


class _Attempts:
    """Units through an engine; once that is out of reach, no further unit is tried."""

    def __init__(self, engine: Engine, pair: Pair) -> None:
        self._engine = engine
        self._pair = pair
        self._over: EngineUnavailable | None = None

    @property
    def is_over(self) -> bool:
        return self._over is not None

    def make(self, unit: Unit, *, forms: int) -> tuple[Draft, ...] | EngineError:
        """Return the drafts of a unit, or what went wrong: one bad unit does not cost the others."""
        if self._over:
            return self._over
        from salerno.pipeline.drafting import draft_unit

        try:
            return draft_unit(unit, self._engine, self._pair, forms)
        except EngineUnavailable as error:
            self._over = error
            return error
        except EngineError as error:
            return error
