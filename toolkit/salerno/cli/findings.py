"""Findings as text, as the contract's JSON, and as SARIF 2.1.0 for editors and code hosts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import click

from salerno import __version__, plugins
from salerno.cli.show import document
from salerno.model import Severity
from salerno.pipeline.check import Located, explained
from salerno.pipeline.wording import harmless, printable

_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.INFO: "note",
}


def show(found: Sequence[Located], form: str) -> None:
    """Print findings in one of the forms `text`, `json`, `sarif`."""
    match form:
        case "json":
            document({"findings": [_document(item) for item in found]})
        case "sarif":
            document(_sarif(found))
        case _:
            _text(found)


def _text(found: Sequence[Located]) -> None:
    for item in found:
        finding, entry = item.finding, item.entry
        waived = " (waived)" if item.waived else ""
        place = f"{printable(item.file)}:{entry.line}"
        said = f"{finding.severity} [{finding.check}] {harmless(finding.message)}{waived}"
        click.echo(f"{place}: {said}")
        click.echo(harmless(f"    source: {item.source}"))
        click.echo(harmless(f"    target: {item.target}"))
    counts = Counter(str(item.finding.severity) for item in found)
    summary = ", ".join(
        f"{counts[severity]} {severity}" for severity in Severity if counts[severity]
    )
    click.echo(summary or "nothing found", err=True)


def _document(item: Located) -> dict[str, Any]:
    finding, unit = item.finding, item.entry.unit
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "article": item.article,
        "locale": item.locale,
        "key": unit.key,
        "source": item.source,
        "target": item.target,
        "message": finding.message,
        "source_span": _span(finding.source_span),
        "target_span": _span(finding.target_span),
        "waived": item.waived,
    }


def _span(span: tuple[int, int] | None) -> list[int] | None:
    return list(span) if span else None


def _sarif(found: Sequence[Located]) -> dict[str, Any]:
    """Return a SARIF log; a region is the line of the entry, for PO escapes hide columns."""
    driver = {
        "name": "salerno",
        "version": __version__,
        "rules": [
            {"id": name, "help": {"text": explained(name), "markdown": explained(name)}}
            for name in plugins.names("checks")
        ],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(item) for item in found],
            },
        ],
    }


def _result(item: Located) -> dict[str, Any]:
    finding = item.finding
    return {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": item.file},
                    "region": {"startLine": max(item.entry.line, 1)},
                },
                "logicalLocations": [
                    {"fullyQualifiedName": f"{item.locale}/{item.entry.unit.key}"}
                ],
            },
        ],
        "partialFingerprints": {
            "salerno/v1": f"{item.locale}/{item.entry.unit.key}/{finding.check}"
        },
        "properties": {"severity": finding.severity.value, **_spans(item)},
    }


def _spans(item: Located) -> dict[str, Any]:
    spans = {"source_span": item.finding.source_span, "target_span": item.finding.target_span}
    return {name: _span(span) for name, span in spans.items() if span}
