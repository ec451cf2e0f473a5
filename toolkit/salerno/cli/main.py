"""The `salerno` command; every verb is imported only when it is asked for.

Exit status: 0 done; 1 findings, withheld pages with `--strict`; 2 wrong use or broken input.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from salerno import __version__
from salerno.cli import deciding, linting, preview, printing, proving, serving
from salerno.cli.options import AS_JSON, LOCALES, STRICT, workspace_in
from salerno.errors import SalernoError
from salerno.pipeline.wording import harmless


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="salerno")
@click.option(
    "-C",
    "folder",
    metavar="DIR",
    default=".",
    type=click.Path(path_type=Path),
    help="Work in this workspace instead of the current folder.",
)
@click.pass_context
def cli(context: click.Context, folder: Path) -> None:
    """Turn health articles into localized pages that a named reviewer signed."""
    context.obj = folder


def _explained(context: click.Context, _: click.Parameter, name: str | None) -> None:
    from salerno.pipeline.check import explained

    if name:
        click.echo(explained(name))
        context.exit()


@cli.command()
@click.argument("directory")
def init(directory: str) -> None:
    """Make a new workspace in DIRECTORY."""
    from salerno.pipeline.init import init as make

    if not directory.strip():
        raise click.BadParameter("an empty name names no folder; the one you are in is `.`")
    folder = Path(directory)
    written = make(folder)
    for path in written:
        click.echo(f"wrote {path}")
    is_ours = folder / "Makefile" in written
    where = shlex.quote(str(folder))
    command = f"make -C {where} pages" if is_ours else f"salerno -C {where} build"
    click.echo(
        f"Put articles (.md, .txt) into {folder / 'source'}, then run `{command}`.", err=True
    )


@cli.command()
@click.pass_obj
def doctor(folder: Path) -> None:
    """Tell what is installed, what is missing, and the command that would add it."""
    from salerno.pipeline.doctor import examine

    for item in examine(folder):
        click.echo(f"{'ok     ' if item.found else 'missing'}  {item.what}")
        if item.remedy:
            click.echo(f"         {item.remedy}")


@cli.command()
@click.argument("articles", nargs=-1)
@click.pass_obj
def extract(folder: Path, articles: tuple[str, ...]) -> None:
    """Extract articles, or the named ones, into templates (locales/*.pot)."""
    from salerno.cli import show
    from salerno.pipeline.extract import extract as run
    from salerno.store.workspace import find

    workspace = find(folder)
    show.changed(workspace, run(workspace, articles, show.listener()), "template")


@cli.command()
@LOCALES
@click.pass_obj
def update(folder: Path, locales: tuple[str, ...]) -> None:
    """Bring catalogs up to date with their templates; every translation is kept."""
    from salerno.cli import show
    from salerno.pipeline.update import update as run
    from salerno.store.workspace import find

    workspace = find(folder)
    show.changed(workspace, run(workspace, locales), "catalog")


@cli.command()
@LOCALES
@click.option("--engine", metavar="NAME", help="Use this engine instead of the locale's own.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    help="Units translated at once.",
)
@click.pass_obj
def draft(folder: Path, locales: tuple[str, ...], engine: str | None, workers: int) -> None:
    """Draft what has no translation: from memory, then by machine. Every draft is fuzzy."""
    from salerno.cli import show
    from salerno.pipeline.draft import draft as run
    from salerno.store.workspace import find

    with show.progress() as listener:
        for result in run(find(folder), locales, engine=engine, workers=workers, listener=listener):
            show.drafts(result)


@cli.command()
@click.argument(
    "files",
    nargs=-1,
    type=click.Path(path_type=Path),
)
@LOCALES
@AS_JSON
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--explain",
    metavar="CHECK",
    callback=_explained,
    expose_value=False,
    help="Say what a check finds, and nothing else.",
)
@click.pass_obj
def check(
    folder: Path,
    files: tuple[Path, ...],
    locales: tuple[str, ...],
    form: str,
    as_json: bool,  # noqa: FBT001
) -> None:
    """Check every translation, or those in FILES, for what hurts patients.

    FILES are PO files of any repository, in the locale of their header or of -l. Exits with 1 on critical
    and major findings.
    """
    from salerno.cli import findings
    from salerno.pipeline.check import check as run
    from salerno.pipeline.check_files import check_files
    from salerno.store.workspace import find

    if files and len(locales) > 1:
        raise click.UsageError("FILES are in one locale: -l may be given once")
    found = list(check_files(files, *locales) if files else run(find(folder), locales))
    findings.show(found, "json" if as_json else form)
    sys.exit(int(any(item.blocks for item in found)))


@cli.command()
@AS_JSON
@click.pass_obj
def status(folder: Path, as_json: bool) -> None:  # noqa: FBT001
    """Count the units of each article and locale by state."""
    from salerno.cli import show
    from salerno.pipeline.status import status as run

    show.status(list(run(workspace_in(folder))), as_json=as_json)


@cli.command()
@LOCALES
@STRICT
@AS_JSON
@click.pass_obj
def pages(folder: Path, locales: tuple[str, ...], strict: bool, as_json: bool) -> None:  # noqa: FBT001
    """Write published pages to output/site and previews to output/preview."""
    from salerno.cli import show
    from salerno.pipeline.pages import pages as run

    report = run(workspace_in(folder), locales)
    show.pages(report, as_json=as_json)
    sys.exit(int(strict and bool(report.withheld)))


@cli.command()
@STRICT
@click.pass_obj
def build(folder: Path, strict: bool) -> None:  # noqa: FBT001
    """Extract, update, draft, check and write pages; only what changed."""
    from salerno.cli import show
    from salerno.pipeline.build import build as run

    with show.progress() as listener:
        report = run(workspace_in(folder), listener)
    show.build(report)
    held = report.pages.withheld or any(item.blocks for item in report.findings)
    sys.exit(int(strict and bool(held)))


for command in (
    linting.lint_source,
    *deciding.COMMANDS,
    *proving.COMMANDS,
    *printing.COMMANDS,
    *preview.COMMANDS,
    *serving.COMMANDS,
):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; what Salerno raises on purpose is one line on standard error, and status 2."""
    try:
        cli.main(arguments, prog_name="salerno")
    except SalernoError as error:
        click.echo(f"salerno: {harmless(str(error))}", err=True)
        sys.exit(2)
