"""The commands by which people decide; what they do is in `salerno.cli.review`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from salerno.cli.options import (
    AS,
    AS_JSON,
    LOCALE,
    LOCALES,
    REASON,
    UNIT,
    Seat,
    seated,
    workspace_in,
)


@click.group()
def reviewer() -> None:
    """Say who may review: add, key, list, retire."""


@reviewer.command("add")
@click.argument("identifier", metavar="ID")
@click.option("--name", required=True, help="Full name; a page shows it only with --public-name.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=click.Choice(["linguist", "clinician"]),
    help="May be given twice.",
)
@click.option(
    "-l",
    "--locale",
    "locales",
    multiple=True,
    required=True,
    metavar="LOCALE",
    help="What they review; may be given several times.",
)
@click.option("--credential", required=True, help="What qualifies them: a degree, a licence.")
@click.option("--organisation", default="", help="Where they work.")
@click.option("--public-name", is_flag=True, help="They agree that pages show their name.")
@click.option("--valid-from", default="", metavar="DATE", help="The first day, YYYY-MM-DD.")
@click.option("--valid-until", default="", metavar="DATE", help="The last day, YYYY-MM-DD.")
@click.option(
    "--public-key",
    default="",
    metavar="K",
    help="Their key, as `reviewer key` printed it on their own machine.",
)
@click.pass_context
def reviewer_add(context: click.Context, /, **details: Any) -> None:
    """Add a reviewer ID; without --public-key, a key is made here."""
    from salerno.cli import review as act

    act.add_reviewer(workspace_in(context.obj), details.pop("identifier"), details)


@reviewer.command("key")
@click.argument("identifier", metavar="ID")
@click.pass_obj
def reviewer_key(folder: Path, identifier: str) -> None:
    """Make a key for ID on this machine, and print its public half."""
    from salerno.cli import review as act

    act.make_key(workspace_in(folder), identifier)


@reviewer.command("list")
@click.pass_obj
def reviewer_list(folder: Path) -> None:
    """List the reviewers with their roles, locales and keys."""
    from salerno.cli import review as act

    act.list_reviewers(workspace_in(folder))


@reviewer.command("retire")
@click.argument("identifier", metavar="ID")
@click.option(
    "--compromised",
    is_flag=True,
    help="Somebody else may have the key: void all that it signed.",
)
@click.pass_obj
def reviewer_retire(folder: Path, identifier: str, compromised: bool) -> None:  # noqa: FBT001
    """Retire a reviewer; what they signed before goes on counting."""
    from salerno.pipeline.reviewers import retire_reviewer

    retired = retire_reviewer(workspace_in(folder), identifier, compromised=compromised)
    click.echo(f"{retired.id} is retired since {retired.retired}")


@click.command()
@LOCALES
@AS_JSON
@click.pass_obj
def queue(folder: Path, locales: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001
    """List what waits for review, riskiest first."""
    from salerno.cli import review as act

    act.show_queue(workspace_in(folder), locales, as_json=as_json)


@click.command()
@click.argument("articles", nargs=-1)
@LOCALE
@AS
@click.pass_obj
def review(folder: Path, articles: tuple[str, ...], locale: str, identifier: str) -> None:
    """Review in the terminal, entry by entry; every decision is saved at once."""
    from salerno.cli.reviewing import Session
    from salerno.cli.secrets import opener

    workspace = workspace_in(folder)
    Session(workspace, locale, identifier, opener(workspace, identifier)).run(articles)


@click.command()
@click.option(
    "--unit",
    "keys",
    multiple=True,
    metavar="KEY",
    help="Approve this unit; may be given several times.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Approve in bulk what has no critical or major finding.",
)
@seated
def approve(folder: Path, seat: Seat, *, keys: tuple[str, ...], everything: bool) -> None:
    """Approve units of an article in one step."""
    from salerno.cli import review as act

    if everything == bool(keys):
        raise click.UsageError("say which units: --unit KEY, or --all")
    act.approve(workspace_in(folder), seat, keys)


@click.command()
@UNIT
@REASON
@click.option("--category", default="accuracy", show_default=True, help="MQM category.")
@click.option("--severity", default="major", show_default=True, help="MQM severity.")
@seated
def reject(folder: Path, seat: Seat, *, key: str, **details: str) -> None:
    """Reject the translation of a unit, with a reason for the translator."""
    from salerno.cli import review as act

    act.decide(workspace_in(folder), seat, key, "reject", details)


@click.command()
@UNIT
@click.option(
    "--target",
    "targets",
    multiple=True,
    required=True,
    metavar="T",
    help="The new text; once for each plural form.",
)
@seated
def edit(folder: Path, seat: Seat, *, key: str, targets: tuple[str, ...]) -> None:
    """Replace the translation of a unit; that is no approval of it."""
    from salerno.cli import review as act

    act.decide(workspace_in(folder), seat, key, "edit", {"targets": targets})


@click.command()
@UNIT
@REASON
@seated
def comment(folder: Path, seat: Seat, *, key: str, reason: str) -> None:
    """Leave a comment on a unit for its translator."""
    from salerno.cli import review as act

    act.decide(workspace_in(folder), seat, key, "comment", {"reason": reason})


@click.command()
@UNIT
@click.option(
    "--check",
    required=True,
    metavar="NAME",
    help="The check whose findings are no problem here.",
)
@REASON
@seated
def waive(folder: Path, seat: Seat, *, key: str, **details: str) -> None:
    """Answer for the findings of a check on exactly this text; signed."""
    from salerno.cli import review as act

    act.decide(workspace_in(folder), seat, key, "waive", details)


@click.command()
@click.argument("event")
@click.option("--article", help="The article whose ledger holds the event; all are searched.")
@click.option("-l", "--locale", metavar="LOCALE", help="The locale; all are searched.")
@AS
@click.pass_context
def retract(context: click.Context, /, **details: Any) -> None:
    """Take back a decision: EVENT is the beginning of its id."""
    from salerno.cli import review as act

    act.retract(workspace_in(context.obj), **details)


@click.command()
@click.option(
    "--meaning",
    "meanings",
    multiple=True,
    type=click.Choice(["linguistic-review", "medical-review"]),
    help="What you sign for; all that you may, unless named.",
)
@seated
def signoff(folder: Path, seat: Seat, *, meanings: tuple[str, ...]) -> None:
    """Sign an article as it is now; exits with 1, and says why, if it cannot be signed."""
    from salerno.cli import review as act

    act.sign_off(workspace_in(folder), seat, meanings)


@click.command()
@REASON
@seated
def withdraw(folder: Path, seat: Seat, *, reason: str) -> None:
    """Pull a signed article; its page goes with the next `pages`."""
    from salerno.cli import review as act

    act.withdraw(workspace_in(folder), seat, reason)


@click.command()
@click.argument("article")
@click.argument("change", type=click.Choice(["editorial", "substantive", "safety"]))
@AS
@REASON
@click.pass_obj
def classify(folder: Path, article: str, change: str, identifier: str, reason: str) -> None:
    """Say what a change of the source means to those who read its translations."""
    from salerno.cli import review as act

    act.classify(workspace_in(folder), (article, change, identifier), reason)


COMMANDS: tuple[click.Command, ...] = (
    reviewer,
    queue,
    review,
    approve,
    reject,
    edit,
    comment,
    waive,
    retract,
    signoff,
    withdraw,
    classify,
)
