"""All that a reviewer is shown of one entry, on a page or in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from salerno.checks import source_of_form, visible
from salerno.differences import difference
from salerno.highlights import highlights, segments
from salerno.memory import Like
from salerno.model import (
    Difference,
    Entry,
    Event,
    EventType,
    Finding,
    Segments,
    State,
    Syntax,
)
from salerno.page.listing import Origin
from salerno.pipeline.content import Content, all_entries, entry_of
from salerno.pipeline.decisions import Decisions, decisions
from salerno.pipeline.deeds import Deed, deed
from salerno.pipeline.origins import origin_of
from salerno.pipeline.recall import recall
from salerno.pipeline.surroundings import Surroundings, surroundings
from salerno.review import Risk, risk_of
from salerno.store.workspace import Workspace
from salerno.termbase import Termbase
from salerno.words import count_words

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding on one plural form; with the waiver of somebody who has answered for it, or None."""

    finding: Finding
    waiver: Deed | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A plural form of an entry, or the only one: the text it answers to, and what there is to see in both.

    The spans of its findings are in `source` and `target`. Joined, the segments are the texts.
    """

    source: str
    target: str
    source_segments: Segments
    target_segments: Segments
    found: tuple[Found, ...]
    source_words: int
    target_words: int
    """Words; where a script sets no spaces between them, signs."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text that the unit had, and what the one that it has now makes of it, form by form."""

    event: Event
    differences: tuple[Difference, ...]
    is_same: bool


@dataclass(frozen=True, slots=True)
class Match:
    """An approved translation of a like text; the difference is from that text to this one."""

    like: Like
    difference: Difference


@dataclass(frozen=True, slots=True)
class Sight:
    """An entry as it is at this moment."""

    article: str
    locale: str
    entry: Entry
    digest: str
    """What a decision on this very text is bound to; if it is another by then, the text was changed."""
    state: State
    risk: Risk
    origin: Origin
    forms: tuple[Form, ...]
    unknown_words: tuple[str, ...]
    """Those that the engine did not know which wrote this very text."""
    surroundings: Surroundings
    history: tuple[Deed, ...]
    """All that was done to any text of the unit, the oldest first."""
    source_change: Difference | None
    """From the source that the text was written for to the one that it stands under, if it is another."""
    last_approved: Earlier | None
    """Of this source, or else of the one that the text was written for."""
    draft: Earlier | None
    """What an engine or the memory wrote last."""
    matches: tuple[Match, ...]
    is_memory_whole: bool
    """Whether all ledgers were looked through for them; if not, the next look knows more."""
    problems: tuple[str, ...]
    """What is wrong with the ledger, so that nothing may be published from it."""

    @property
    def is_unchanged_draft(self) -> bool:
        """Whether the text is, to the letter, what a machine wrote."""
        return self.origin is Origin.MACHINE

    @property
    def open_findings(self) -> tuple[tuple[int, Finding], ...]:
        """The findings that nobody has answered for, each with its plural form."""
        return tuple(
            (number, found.finding)
            for number, form in enumerate(self.forms)
            for found in form.found
            if not found.waiver
        )

    @property
    def comments(self) -> tuple[Deed, ...]:
        """What reviewers said to translators; what translators wrote is the entry's own `comment`."""
        return tuple(
            done for done in self.history if done.event.type is EventType.COMMENT and done.counts
        )


def sight(workspace: Workspace, content: Content, locale: str, key: str) -> Sight:
    """Return all there is to see of the entry with a KEY; raise InputError if there is none.

    Nothing is written. Files are read anew, and what was made of the same bytes is not made again.
    """
    decided = decisions(workspace, content.slug, locale)
    everything = all_entries(workspace, content, locale)
    entry = entry_of(everything, key, content.slug)
    digest, history = decided.digest(entry), decided.history
    forms = _forms(entry, decided, workspace.settings.source_locale)
    is_open = [found.finding for form in forms for found in form.found if not found.waiver]
    unknown = history.unknown_words(digest)
    matches, is_whole = _matches(workspace, entry, decided)
    return Sight(
        article=content.slug,
        locale=locale,
        entry=entry,
        digest=digest,
        state=decided.state(entry),
        risk=risk_of(entry.unit, is_open, unknown),
        origin=origin_of(entry.unit.identity, digest, history),
        forms=forms,
        unknown_words=unknown,
        surroundings=surroundings(content, everything, entry, decided),
        history=tuple(deed(event, decided) for event in history.of(entry.unit.identity)),
        source_change=source_change(entry),
        last_approved=last_approved(entry, decided),
        draft=_earlier(history.last_draft(entry.unit.identity), entry),
        matches=matches,
        is_memory_whole=is_whole,
        problems=decided.problems,
    )


def last_approved(entry: Entry, decided: Decisions) -> Earlier | None:
    """Return the last text of an entry that somebody approved, and what became of it, or None.

    An entry whose source was reworded is known by the former one, which its text was written for.
    """
    history = decided.history
    found = history.last_approved(entry.unit.identity)
    if found is None and entry.previous is not None:
        found = history.last_approved((entry.previous.context, entry.previous.source))
    return _earlier(found, entry)


def source_change(entry: Entry) -> Difference | None:
    """Return what became of the source that a stale text was written for, or None."""
    written_for = entry.previous.source if entry.previous else None
    return None if written_for is None else difference(written_for, entry.unit.source)


def _earlier(event: Event | None, entry: Entry) -> Earlier | None:
    if event is None:
        return None
    pairs = zip_longest(event.targets, entry.targets, fillvalue="")
    differences = tuple(difference(before, after) for before, after in pairs)
    return Earlier(event, differences, event.targets == entry.targets)


def _forms(entry: Entry, decided: Decisions, source_locale: str) -> tuple[Form, ...]:
    found: dict[int, list[Finding]] = {}
    for number, finding in decided.findings(entry):
        found.setdefault(number, []).append(finding)
    waived = decided.history.waived(decided.digest(entry))
    waivers = {check: deed(event, decided) for check, event in waived.items()}
    tongues = _Tongues(source_locale, decided.locale, decided.terms())
    return tuple(
        _form(
            entry,
            number,
            found.get(number, ()),
            waivers,
            tongues,
        )
        for number in range(len(entry.targets))
    )


@dataclass(frozen=True, slots=True)
class _Tongues:
    """The two languages of an entry, and the terminology of both."""

    source: str
    target: str
    terms: Termbase

    def marked(
        self, text: str, syntax: Syntax, locale: str, findings: Sequence[tuple[Span, Finding]]
    ) -> Segments:
        """Return a text in segments, with what to look at twice."""
        terms = [found.span for found in self.terms.find(visible(text, syntax), locale)]
        found = highlights(text, syntax, locale, findings=findings, terms=terms)
        return segments(text, found)


def _form(
    entry: Entry,
    number: int,
    findings: Sequence[Finding],
    waivers: dict[str, Deed],
    tongues: _Tongues,
) -> Form:
    source, target = source_of_form(entry.unit, number, tongues.target), entry.targets[number]
    syntax = entry.unit.syntax
    said = [(finding.source_span, finding) for finding in findings if finding.source_span]
    answered = [(finding.target_span, finding) for finding in findings if finding.target_span]
    return Form(
        source,
        target,
        tongues.marked(source, syntax, tongues.source, said),
        tongues.marked(target, syntax, tongues.target, answered),
        tuple(Found(finding, waivers.get(finding.check)) for finding in findings),
        count_words(source),
        count_words(target),
    )


def _matches(
    workspace: Workspace, entry: Entry, decided: Decisions
) -> tuple[tuple[Match, ...], bool]:
    known = recall(workspace.root, decided.locale)
    likes, is_whole = known.like(workspace, decided.article, decided.locale, entry.unit)
    matches = (
        Match(like, difference(like.approval.source or "", entry.unit.source)) for like in likes
    )
    return tuple(matches), is_whole
