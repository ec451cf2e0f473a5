"""What the review commands do with their arguments, and what they print."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from salerno.cli.options import Seat
from salerno.cli.secrets import opener, passphrase
from salerno.cli.show import document
from salerno.model import Change, Meaning, Reviewer, Role
from salerno.pipeline import decide as steps
from salerno.pipeline import reviewers as registry
from salerno.pipeline.documents import queue_document
from salerno.pipeline.pulled import pulled
from salerno.pipeline.queue import queue as waiting
from salerno.pipeline.signoff import classify as classify_change
from salerno.pipeline.signoff import sign_off as sign
from salerno.pipeline.signoff import source_desk
from salerno.pipeline.signoff import withdraw as pull
from salerno.pipeline.wording import harmless
from salerno.signing import fingerprint
from salerno.store.workspace import Workspace


def add_reviewer(workspace: Workspace, identifier: str, details: Mapping[str, Any]) -> None:
    """Add a reviewer, and print what has to be compared on the telephone."""
    reviewer = Reviewer(
        identifier,
        details["name"],
        tuple(dict.fromkeys(map(Role, details["roles"]))),
        tuple(dict.fromkeys(details["locales"])),
        details["credential"],
        details["public_key"],
        details["organisation"],
        details["public_name"],
        details["valid_from"],
        details["valid_until"],
    )
    secret = "" if reviewer.public_key else passphrase(identifier, confirm=True)
    made = registry.add_reviewer(workspace, reviewer, secret)
    click.echo(f"added {identifier}: {made.fingerprint}")
    if made.made_here:
        click.echo(
            "its private key is in .salerno/keys, under the passphrase; git ignores it", err=True
        )
    else:
        click.echo(f"ask {identifier} whether that is the fingerprint of their key", err=True)


def make_key(workspace: Workspace, identifier: str) -> None:
    """Make a key and print its public half, for `reviewer add --public-key`."""
    made = registry.make_key(workspace, identifier, passphrase(identifier, confirm=True))
    click.echo(made.public_key)
    click.echo(f"fingerprint {made.fingerprint}", err=True)


def list_reviewers(workspace: Workspace) -> None:
    """Print a line for each reviewer."""
    for reviewer in registry.listed(workspace):
        until = f", until {reviewer.valid_until}" if reviewer.valid_until else ""
        gone = f", retired {reviewer.retired[:10]}" if reviewer.retired else ""
        void = ", COMPROMISED" if reviewer.compromised else ""
        click.echo(
            f"{reviewer.id}: {reviewer.name}, {'+'.join(reviewer.roles)} for "
            f"{' '.join(reviewer.locales)}, {reviewer.credential}{until}{gone}{void}",
        )
        click.echo(f"    {fingerprint(reviewer.public_key)}")


def show_queue(workspace: Workspace, locales: Sequence[str], *, as_json: bool) -> None:
    """Print what waits, as lines or as the contract's JSON."""
    items = waiting(workspace, locales)
    if as_json:
        document(queue_document(items))
        return
    for item in items:
        source = item.entry.unit.source.replace("\n", " ")
        click.echo(
            f"{item.locale:8} {item.risk:16} {item.article} {item.entry.unit.key} "
            f"{harmless(source[:70])}"
        )
    click.echo(f"{len(items)} entries wait", err=True)


def approve(workspace: Workspace, seat: Seat, keys: Sequence[str]) -> None:
    """Approve the named units, or all; name those that were passed over."""
    desk = steps.desk(workspace, *seat)
    result = steps.approve(desk, keys) if keys else steps.approve_all(desk)
    for entry, why in result.skipped:
        click.echo(f"skipped {entry.unit.key} {entry.unit.source[:50]!r}: {why}", err=True)
    click.echo(f"approved {len(result.entries)} units")


def decide(
    workspace: Workspace, seat: Seat, key: str, verb: str, details: Mapping[str, Any]
) -> None:
    """Do one of reject, edit, comment, waive, and print the event that it left."""
    desk = steps.desk(workspace, *seat)
    entry = desk.entry(key)
    match verb:
        case "reject":
            event = steps.reject(desk, entry, **details)
        case "edit":
            event = steps.edit(desk, entry, details["targets"])
        case "comment":
            event = steps.comment(desk, entry, **details)
        case _:
            event = steps.waive(desk, entry, key=opener(workspace, seat[2])(), **details)
    click.echo(f"{event.type} {event.id[:12]}")


def retract(
    workspace: Workspace,
    event: str,
    identifier: str,
    article: str | None,
    locale: str | None,
) -> None:
    """Take back a decision, wherever it stands."""
    place = steps.find_event(workspace, event, article, locale)
    taken_back = steps.retract(steps.desk(workspace, *place, identifier), event)
    click.echo(f"retracted {(taken_back.from_ or '')[:12]}")


def sign_off(workspace: Workspace, seat: Seat, meanings: Sequence[str]) -> None:
    """Sign and print the edition; or print the reasons against it, and exit with 1."""
    desk = steps.desk(workspace, *seat)
    result = sign(desk, opener(workspace, seat[2])(), [Meaning(meaning) for meaning in meanings])
    for reason in result.reasons:
        click.echo(f"refused: {harmless(reason)}", err=True)
    if result.reasons:
        sys.exit(1)
    click.echo(f"signed {', '.join(result.meanings)} of edition {result.edition[:16]}")


def withdraw(workspace: Workspace, seat: Seat, reason: str) -> None:
    """Pull what is signed, and list the pages that go."""
    desk = steps.desk(workspace, *seat)
    article, locale, _ = seat
    names = pulled(workspace, article, locale)
    for event in pull(desk, reason=reason, key=opener(workspace, seat[2])()):
        click.echo(f"withdrew edition {(event.edition or '')[:16]}")
    for name in names:
        click.echo(f"{name} goes with the next `salerno pages`")


def classify(workspace: Workspace, said: Seat, reason: str) -> None:
    """Classify a change of the source."""
    article, change, identifier = said
    desk = source_desk(workspace, article, identifier)
    key = opener(workspace, identifier)()
    events = classify_change(desk, Change(change), reason=reason, key=key)
    click.echo(f"classified {len(events)} changes of {article} as {change}")
