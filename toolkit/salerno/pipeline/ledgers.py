"""`ledger verify` and `ledger merge`: proof of the decisions; union of two clones' ledgers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from salerno import edition as editions
from salerno import signing
from salerno.errors import InputError, LedgerError
from salerno.languages import gettext_name
from salerno.model import Event, Reviewer
from salerno.pipeline.since import Flaw, flaws_since
from salerno.pipeline.wording import printable
from salerno.review.order import in_order
from salerno.store import clock, files, ledger, reviewers, settings
from salerno.store import editions as edition_files
from salerno.store.workspace import Workspace


def verify_ledgers(workspace: Workspace, since: str = "") -> Iterator[Flaw]:
    """Yield what is wrong with ledgers, editions and reviewers; `since` is a revision of git.

    A removed newest event and a rolled-back edition show against git's history alone.
    """
    known = reviewers.read(workspace)
    for path in _ledgers(workspace.root):
        yield from _ledger_flaws(workspace, path, known)
    for path in _editions(workspace.root):
        yield from _edition_flaws(workspace, path)
    if since:
        yield from flaws_since(workspace, since)


def verify_ledger(workspace: Workspace, article: str, locale: str) -> Iterator[Flaw]:
    """Yield what is wrong with the ledger and the editions of one article in one locale."""
    path = workspace.ledger(article, locale)
    if path.exists():
        yield from _ledger_flaws(workspace, path, reviewers.read(workspace))
    for edition in sorted(workspace.editions(article, locale).glob("*.json")):
        yield from _edition_flaws(workspace, edition)


def _ledgers(root: Path) -> list[Path]:
    return sorted((root / "locales").glob("*/decisions/*.jsonl"))


def _editions(root: Path) -> list[Path]:
    return sorted((root / "locales").glob("*/editions/*/*.json"))


def locale_of(workspace: Workspace, folder: str) -> str:
    """Return the tag of the locale that a folder below locales/ is for."""
    known = (*workspace.settings.locales, workspace.settings.source_locale)
    tags = {gettext_name(tag): tag for tag in known}
    return tags.get(folder, folder.replace("_", "-"))


def _ledger_flaws(
    workspace: Workspace, path: Path, known: Mapping[str, Reviewer]
) -> Iterator[Flaw]:
    name = workspace.name(path)
    try:
        found = ledger.load(workspace, path)
    except InputError as error:
        yield Flaw(name, str(error).removeprefix(f"{name}:").strip())
        return
    for torn in found.torn:
        yield Flaw(name, f"line {torn.line} is torn: the next decision sets it aside")
    if found.is_open and not found.torn:
        yield Flaw(name, "its last line has no end")
    yield from _future_flaws(name, found.events)
    locale = locale_of(workspace, path.parent.parent.name)
    for problem in signing.problems_of(
        found.events,
        known,
        article=path.stem,
        locale=locale,
        source_locale=workspace.settings.source_locale,
    ):
        place = f"event {problem.event[:12]} " if problem.event else ""
        yield Flaw(name, printable(f"{place}{problem.what}"))
    for event in found.events:
        if event.edition:
            file = edition_files.path_of(workspace, path.stem, locale, event.edition)
            if not file.exists():
                yield Flaw(
                    name, f"event {event.id[:12]} is on edition {event.edition[:16]}, which is gone"
                )


def _future_flaws(name: str, events: Sequence[Event]) -> Iterator[Flaw]:
    """Yield events of a wrong clock: those that follow are dated so too, and reviewers run out."""
    tomorrow = clock.tomorrow()
    for event in events:
        if event.at > tomorrow:
            yield Flaw(name, f"event {event.id[:12]} is of {event.at}, which is to come")


def _edition_flaws(workspace: Workspace, path: Path) -> Iterator[Flaw]:
    name = workspace.name(path)
    try:
        edition = editions.parse(files.read_bytes(workspace.inside(path)))
    except (ValueError, InputError, RecursionError) as error:
        yield Flaw(name, f"no edition: {error}")
        return
    found = editions.hash_of(edition)
    if not found.startswith(path.stem) or len(path.stem) != edition_files.NAME:
        yield Flaw(name, "its content is not what its name was given for")
    for problem in editions.problems_of(
        edition,
        name=found,
        article=path.parent.name,
        locale=locale_of(workspace, path.parent.parent.parent.name),
        workspace=str(workspace.settings.workspace or "none"),
    ):
        yield Flaw(name, printable(problem))


def merge_ledgers(workspace: Workspace, other: Path) -> list[str]:
    """Unite the ledgers and editions of another clone with ours; return the files that changed.

    The union has one order, parents first and otherwise by id, so it is the same from either side. All
    of it is proved before any is written, and editions come before the events that name them.
    """
    if not (other / settings.FILE).is_file():
        raise InputError(f"{other} is no workspace: it has no {settings.FILE}")
    if settings.load(other / settings.FILE).workspace != workspace.settings.workspace:
        raise InputError(f"{other} is another workspace, not a clone of this one")
    known = reviewers.read(workspace)
    with workspace.lock():
        editions_there = [path.relative_to(other) for path in _editions(other)]
        for relative in editions_there:
            data = files.read_bytes(other / relative)
            path = workspace.inside(workspace.root / relative)
            if path.exists() and files.read_bytes(path) != data:
                raise LedgerError("is another edition there than here", where=str(relative))
            check_edition(relative, data)
        united = [
            (path, _united(workspace, path, other, known))
            for path in (workspace.root / there.relative_to(other) for there in _ledgers(other))
        ]
        changed = [
            relative.as_posix()
            for relative in editions_there
            if files.write(workspace.root / relative, files.read_bytes(other / relative))
        ]
        changed += [
            workspace.name(path) for path, events in united if ledger.write(workspace, path, events)
        ]
    return changed


def _united(
    workspace: Workspace, path: Path, other: Path, known: Mapping[str, Reviewer]
) -> list[Event]:
    """Return the events of both clones; raise LedgerError for what is not a ledger's in either."""
    there = other / workspace.name(path)
    theirs, ours = ledger.parse(files.read_bytes(there), str(there)), ledger.load(workspace, path)
    for found, name in ((theirs, str(there)), (ours, workspace.name(path))):
        if found.torn:
            raise LedgerError("holds a torn line: decide something there first", where=name)
    events = united(ours.events, theirs.events)
    for problem in problems_in(workspace, path, events, known):
        raise LedgerError(problem, where=str(there))
    return events


def united(ours: Sequence[Event], theirs: Sequence[Event]) -> list[Event]:
    """Return the union of two ledgers in its one order, the same from either side.

    Of an event whose signature is another one there, ours stays: a broken one never takes its place.
    """
    return in_order(dict.fromkeys((*theirs, *ours)))


def problems_in(
    workspace: Workspace, path: Path, events: Sequence[Event], known: Mapping[str, Reviewer]
) -> Iterator[str]:
    """Yield why nothing may be built on a ledger with these events; `path` is where it stands."""
    for problem in signing.problems_of(
        events,
        known,
        article=path.stem,
        locale=locale_of(workspace, path.parent.parent.name),
        source_locale=workspace.settings.source_locale,
    ):
        if problem.holds_back:
            yield f"{problem.event[:12]} {problem.what}".strip()


def check_edition(relative: PurePosixPath | Path, data: bytes) -> None:
    """Raise LedgerError if an edition is not what its file is named for."""
    try:
        name = editions.hash_of(editions.parse(data))
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"no edition: {error}", where=relative.as_posix()) from error
    if name[: edition_files.NAME] != relative.stem:
        raise LedgerError("its content is not what its name was given for", where=str(relative))
