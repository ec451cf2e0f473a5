"""What the verbs return, in words: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from salerno.model import State
from salerno.pipeline.listener import Listener
from salerno.pipeline.wording import harmless

if TYPE_CHECKING:  # to show a result is no reason to load the verb that made it
    from salerno.pipeline.build import BuildReport
    from salerno.pipeline.draft import LocaleDrafts
    from salerno.pipeline.pages import PagesReport, Withheld
    from salerno.pipeline.status import ArticleStatus
    from salerno.store.workspace import Workspace


def document(value: Any) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def changed(workspace: Workspace, paths: Sequence[Path], what: str) -> None:
    """Print the files that a verb changed."""
    for path in paths:
        click.echo(f"wrote {workspace.name(path)}")
    if not paths:
        click.echo(f"every {what} was up to date", err=True)


def listener() -> Listener:
    """Return a listener that prints messages on standard error."""
    return _Printing()


class _Printing(Listener):
    def message(self, text: str) -> None:
        click.echo(harmless(text), err=True)


@contextmanager
def progress() -> Iterator[Listener]:
    """Give a listener that also draws a progress bar, if somebody watches."""
    if not sys.stderr.isatty():
        yield _Printing()
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        yield _Bar(bar)


class _Bar(Listener):
    def __init__(self, bar: Any) -> None:
        self._bar = bar
        self._tasks: dict[str, Any] = {}

    def message(self, text: str) -> None:
        self._bar.console.print(text, markup=False, highlight=False)

    def progress(self, what: str, done: int, total: int) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._bar.add_task(what, total=total)
        self._bar.update(self._tasks[what], completed=done)


def drafts(result: LocaleDrafts) -> None:
    """Print what was drafted in a locale, and why anything stays missing."""
    click.echo(f"{result.locale}: {result.drafted} drafted, {result.missing} missing")
    if result.missing:
        for reason in result.reasons or ["no engine is set for this locale"]:
            click.echo(f"{result.locale}: {reason}", err=True)


def status(rows: Sequence[ArticleStatus], *, as_json: bool) -> None:
    """Print counts by state, as a table or as the contract's JSON."""
    if as_json:
        from salerno.pipeline.documents import status_document

        document(status_document(rows))
        return
    width = max((len(row.article) for row in rows), default=7)
    states = list(State)
    click.echo(f"{'article':{width}}  {'locale':8}  {'units':>5}  {'  '.join(states)}")
    for row in rows:
        cells = "  ".join(f"{row.counts[state]:>{len(state)}}" for state in states)
        click.echo(f"{row.article:{width}}  {row.locale:8}  {row.units:>5}  {cells}")


def pages(report: PagesReport, *, as_json: bool) -> None:
    """Print the pages that stand now, and what holds the others up."""
    if as_json:
        withheld = [
            {"article": held.article, "locale": held.locale, "reasons": list(held.reasons)}
            for held in report.withheld
        ]
        document({"published": report.published, "notices": report.notices, "withheld": withheld})
        return
    for path in report.published:
        click.echo(f"published {path}")
    for path in report.previews:
        click.echo(f"preview   {path}")
    gone(report.removed)
    held_up(report.withheld)


def held_up(found: Sequence[Withheld]) -> None:
    """Say what holds articles up."""
    for held in found:
        reasons = harmless("; ".join(held.reasons))
        click.echo(f"withheld {held.article} in {held.locale}: {reasons}", err=True)


def gone(names: Sequence[str]) -> None:
    """Say which handouts were taken away."""
    for name in names:
        click.echo(f"removed {name}: it is not what is published now", err=True)


def build(report: BuildReport) -> None:
    """Print what a build came to, short enough to be read."""
    for result in report.drafts:
        drafts(result)
    severities = Counter(str(item.finding.severity) for item in report.findings)
    found = ", ".join(f"{count} {severity}" for severity, count in sorted(severities.items()))
    click.echo(f"checks: {found or 'nothing found'}")
    pages_ = report.pages
    click.echo(
        f"pages: {len(pages_.published)} published, {len(pages_.previews)} previews, "
        f"{len(pages_.withheld)} withheld; {pages_.changed} files changed",
    )
    gone(pages_.removed)
    click.echo("open output/preview/index.html to look at the previews", err=True)


def done(text: str) -> None:
    """Say on standard error that something is as it should be."""
    click.echo(text, err=True)
