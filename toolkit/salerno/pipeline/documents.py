"""What `status --json` and `queue --json` print, and the review server's API answers (DESIGN.md, section 8)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from salerno.model import Finding, State
from salerno.pipeline.queue import Waiting
from salerno.pipeline.status import ArticleStatus


def status_document(rows: Iterable[ArticleStatus]) -> dict[str, Any]:
    """Return counts by state as the contract's document."""
    return {"articles": [_status(row) for row in rows]}


def _status(row: ArticleStatus) -> dict[str, Any]:
    return {
        "article": row.article,
        "locale": row.locale,
        "units": row.units,
        **{state.value: row.counts[state] for state in State},
        "signed": list(row.signed),
        "publishable": row.publishable,
    }


def queue_document(items: Iterable[Waiting]) -> dict[str, Any]:
    """Return what waits as the contract's document."""
    return {"entries": [_entry(item) for item in items]}


def _entry(item: Waiting) -> dict[str, Any]:
    unit = item.entry.unit
    return {
        "article": item.article,
        "locale": item.locale,
        "key": unit.key,
        "state": item.state.value,
        "risk": item.risk.value,
        "source": unit.source,
        "target": item.entry.targets[0],
        "findings": [_finding(finding) for _, finding in item.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "source_span": list(finding.source_span) if finding.source_span else None,
        "target_span": list(finding.target_span) if finding.target_span else None,
    }
