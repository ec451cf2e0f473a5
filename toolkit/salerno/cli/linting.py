"""`lint-source`: what to mend in articles, as text or as one JSON document."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from salerno.cli.options import AS_JSON, workspace_in
from salerno.model import Severity
from salerno.pipeline.wording import harmless

if TYPE_CHECKING:
    from salerno.pipeline.lint import Linted


@click.command("lint-source")
@click.argument("articles", nargs=-1)
@AS_JSON
@click.pass_obj
def lint_source(folder: Path, articles: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001
    """Say what in articles is hard to read or to translate. Exits with 1 where something is major."""
    from salerno.cli.show import document
    from salerno.pipeline.lint import lint_source as run

    found = list(run(workspace_in(folder), articles))
    if as_json:
        document({"findings": _findings(found), "grades": _grades(found)})
    else:
        _text(found)
    sys.exit(int(any(each.blocks for each in found)))


def _text(found: list[Linted]) -> None:
    for each in found:
        for remark in each.remarks:
            finding = remark.finding
            place = f"{each.file}:{remark.piece.line}"
            said = f"{finding.severity} [{finding.check}] {finding.message}"
            click.echo(harmless(f"{place}: {said}"))
        for grade in each.grades:
            where = f"{each.file}:{grade.first.line}: {grade.section or each.article}"
            click.echo(harmless(f"{where}: {grade.formula} {grade.value:.1f}"))
        if not each.grades:
            click.echo(f"{each.file}: reading level not measured", err=True)
    counts = Counter(remark.finding.severity for each in found for remark in each.remarks)
    said = ", ".join(f"{counts[severity]} {severity}" for severity in Severity if counts[severity])
    click.echo(said or "nothing found", err=True)


def _findings(found: list[Linted]) -> list[dict[str, Any]]:
    from salerno.pipeline.lint import key_of

    return [
        {
            "rule": remark.finding.check,
            "severity": remark.finding.severity.value,
            "article": each.article,
            "file": each.file,
            "line": remark.piece.line,
            "key": key_of(remark.piece),
            "source": remark.piece.source,
            "message": remark.finding.message,
            "span": list(remark.finding.source_span or ()),
        }
        for each in found
        for remark in each.remarks
    ]


def _grades(found: list[Linted]) -> list[dict[str, Any]]:
    return [
        {
            "article": each.article,
            "section": grade.section,
            "line": grade.first.line,
            "formula": grade.formula,
            "value": round(grade.value, 2),
            "words": grade.words,
            "sentences": grade.sentences,
        }
        for each in found
        for grade in each.grades
    ]
