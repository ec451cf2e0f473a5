"""`report`: one HTML page for an inspector, from the ledger, the catalog and the editions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from salerno.model import Entry, Event, EventType, Reviewer
from salerno.page.report import Deed, Dossier, Sentence, render_report
from salerno.pipeline.content import Content, contents, entries
from salerno.pipeline.decisions import Decisions, decisions
from salerno.pipeline.deeds import details_of, what_of, who_did
from salerno.pipeline.ledgers import verify_ledger
from salerno.pipeline.publication import Publication, publication
from salerno.pipeline.verify import verify_page
from salerno.review.order import in_order
from salerno.store import clock, files
from salerno.store.workspace import Workspace

_ON_EDITIONS = {EventType.SIGNOFF, EventType.WITHDRAW}


def report(workspace: Workspace, article: str, locale: str, output: Path | None = None) -> Path:
    """Write the dossier of an article in a locale; return where."""
    path = output or workspace.root / "output" / "reports" / locale / f"{article}.html"
    files.write(path, dossier(workspace, article, locale).encode("utf-8"))
    return path


def dossier(workspace: Workspace, article: str, locale: str) -> str:
    """Return the dossier as HTML that needs no other file."""
    workspace.chosen([locale])
    content = next(contents(workspace, [article]))
    return render_report(_dossier(workspace, content, locale))


def _dossier(workspace: Workspace, content: Content, locale: str) -> Dossier:
    decided = decisions(workspace, content.slug, locale)
    found = publication(workspace, content, locale)
    existing = entries(workspace, content, locale)
    events = in_order(decided.history.events)
    known = decided.reviewers
    units = {entry.unit.identity for entry in existing}
    return Dossier(
        article=content.slug,
        locale=locale,
        source_locale=workspace.settings.source_locale,
        made=clock.now(),
        publisher=workspace.settings.publisher,
        standing=_standing(found),
        edition=found.standing.edition,
        signatures=[_deed(e, known, decided) for e in events if e.type in _ON_EDITIONS],
        verification=_verification(workspace, content.slug, locale),
        sentences=[_sentence(entry, events, decided) for entry in existing],
        others=[
            _deed(event, known, decided)
            for event in events
            if event.source is not None and event.unit not in units
        ],
    )


def _standing(found: Publication) -> list[str]:
    if found.is_published:
        return [f"Published; the edition is {found.consequence}."]
    return ["Not published.", *found.reasons]


def _verification(workspace: Workspace, article: str, locale: str) -> list[str]:
    """Return what is wrong with the ledger and the page of this very article and locale."""
    flaws = [f"{flaw.file}: {flaw.what}" for flaw in verify_ledger(workspace, article, locale)]
    return flaws + verify_page(workspace, article, locale)


def _sentence(entry: Entry, events: Sequence[Event], decided: Decisions) -> Sentence:
    own = [event for event in events if event.unit == entry.unit.identity]
    waived = decided.history.waived(decided.digest(entry))
    return Sentence(
        key=entry.unit.key,
        description=" · ".join(entry.unit.comments),
        source=entry.unit.source,
        state=decided.state(entry),
        drafts=[" | ".join(event.targets) for event in own if event.type is EventType.DRAFT],
        targets=entry.targets,
        findings=[
            f"{finding.severity} finding of {finding.check}: {finding.message}"
            + (f" — waived: {waived[finding.check].reason}" if finding.check in waived else "")
            for _, finding in decided.findings(entry)
        ],
        deeds=[_deed(event, decided.reviewers, decided) for event in own],
    )


def _deed(event: Event, known: dict[str, Reviewer], decided: Decisions) -> Deed:
    return Deed(
        event.at,
        who_did(event, known),
        what_of(event, decided),
        " ".join(_details(event)),
        event.id,
    )


def _details(event: Event) -> Iterable[str]:
    yield from details_of(event)
    if event.type in {EventType.EDIT, EventType.APPROVE, EventType.REJECT}:
        yield f"on “{' | '.join(event.targets)}”"
