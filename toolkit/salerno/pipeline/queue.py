"""`queue`: what waits for a reviewer, riskiest first, and in reading order among equals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from salerno.checks import findings_of
from salerno.model import Entry, Finding, State, Unit
from salerno.pipeline.content import contents, entries
from salerno.pipeline.decisions import Decisions, decisions
from salerno.review import Risk, risk_of
from salerno.store.workspace import Workspace
from salerno.termbase import Termbase

_WAITING = {State.STALE, State.DRAFT, State.TRANSLATED}
"""A missing entry waits for a translator, and so does one that was rejected."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that waits, with what a reviewer should know of it."""

    article: str
    locale: str
    entry: Entry
    state: State
    risk: Risk
    findings: tuple[tuple[int, Finding], ...]
    """With the plural form that each is on; waived ones are not among them."""
    unknown_words: tuple[str, ...] = ()


def queue(
    workspace: Workspace, locales: Sequence[str] = (), slugs: Sequence[str] = ()
) -> list[Waiting]:
    """Return what waits in all articles, or in the named ones."""
    found = list(_waiting(workspace, workspace.chosen(locales), slugs))
    order = list(Risk)
    return sorted(found, key=lambda item: order.index(item.risk))


def _waiting(
    workspace: Workspace, locales: Sequence[str], slugs: Sequence[str]
) -> Iterator[Waiting]:
    for content in contents(workspace, slugs):
        for locale in locales:
            decided = decisions(workspace, content.slug, locale)
            for entry in entries(workspace, content, locale):
                if waits(entry, decided):
                    yield waiting(entry, decided)


def waits(entry: Entry, decided: Decisions) -> bool:
    """Return whether an entry waits for a reviewer."""
    return decided.state(entry) in _WAITING and not _is_refused(entry, decided)


def _is_refused(entry: Entry, decided: Decisions) -> bool:
    """Return whether a reviewer has said no to this very text; fuzzy or not, it needs another one."""
    return decided.history.verdict(decided.digest(entry)) is State.REJECTED


@lru_cache(maxsize=10_000)
def _found(
    unit: Unit, targets: tuple[str, ...], locale: str, termbase: Termbase
) -> tuple[tuple[int, Finding], ...]:
    """Return the findings on a text; who looks at an article again and again asks once for each."""
    return tuple(findings_of(Entry(unit, targets), locale, termbase=termbase or None))


def waiting(entry: Entry, decided: Decisions) -> Waiting:
    """Return an entry with its state, its risk and its open findings."""
    digest = decided.digest(entry)
    waived = decided.history.waived(digest)
    open_findings = tuple(
        (form, finding)
        for form, finding in _found(entry.unit, entry.targets, decided.locale, decided.terms())
        if finding.check not in waived
    )
    unknown = decided.history.unknown_words(digest)
    risk = risk_of(entry.unit, [finding for _, finding in open_findings], unknown)
    return Waiting(
        decided.article,
        decided.locale,
        entry,
        decided.state(entry),
        risk,
        open_findings,
        unknown,
    )
