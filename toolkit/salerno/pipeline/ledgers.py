"""`ledger verify` and `ledger merge`: proof of the decisions; union of two clones' ledgers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from salerno import edition as editions
from salerno import signing
from salerno.errors import InputError, LedgerError
from salerno.languages import gettext_name
from salerno.model import Reviewer
from salerno.review.order import in_order
from salerno.store import editions as edition_files
from salerno.store import files, git, ledger, reviewers
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Flaw:
    """What does not hold, and in which file."""

    file: str
    what: str


def verify_ledgers(workspace: Workspace, since: str = "") -> Iterator[Flaw]:
    """Yield what is wrong with ledgers, editions and reviewers; `since` is a revision of git.

    A removed newest event and a rolled-back edition show against git's history alone.
    """
    known = reviewers.read(workspace)
    for path in _ledgers(workspace):
        yield from _ledger_flaws(workspace, path, known)
    for path in _editions(workspace):
        yield from _edition_flaws(workspace, path)
    if since:
        yield from _history_flaws(workspace, since, known)


def _ledgers(workspace: Workspace) -> list[Path]:
    return sorted((workspace.root / "locales").glob("*/decisions/*.jsonl"))


def _editions(workspace: Workspace) -> list[Path]:
    return sorted((workspace.root / "locales").glob("*/editions/*/*.json"))


def _locale_of(workspace: Workspace, folder: str) -> str:
    settings = workspace.settings
    tags = {gettext_name(tag): tag for tag in (*settings.locales, settings.source_locale)}
    return tags.get(folder, folder.replace("_", "-"))


def _ledger_flaws(
    workspace: Workspace, path: Path, known: Mapping[str, Reviewer]
) -> Iterator[Flaw]:
    name = workspace.name(path)
    try:
        found = ledger.load(workspace, path)
    except LedgerError as error:
        yield Flaw(name, str(error).removeprefix(f"{name}:"))
        return
    for torn in found.torn:
        yield Flaw(name, f"line {torn.line} is torn: the next command that writes sets it aside")
    locale = _locale_of(workspace, path.parent.parent.name)
    for problem in signing.problems_of(
        found.events,
        known,
        article=path.stem,
        locale=locale,
        source_locale=workspace.settings.source_locale,
    ):
        place = f"event {problem.event[:12]} " if problem.event else ""
        yield Flaw(name, f"{place}{problem.what}")
    for event in found.events:
        if event.edition:
            file = edition_files.path_of(workspace, path.stem, locale, event.edition)
            if not file.exists():
                yield Flaw(
                    name, f"event {event.id[:12]} is on edition {event.edition[:16]}, which is gone"
                )


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
        locale=_locale_of(workspace, path.parent.parent.parent.name),
        workspace=str(workspace.settings.workspace or ""),
    ):
        yield Flaw(name, problem)


def _history_flaws(
    workspace: Workspace, since: str, known: Mapping[str, Reviewer]
) -> Iterator[Flaw]:
    """Yield what was there at a revision and is gone or changed: all of it only ever grows."""
    for name, data in git.files_at(workspace.root, since, "locales"):
        path = workspace.root / name
        if path.suffix == ".jsonl" and path.parent.name == "decisions":
            yield from _lost_lines(workspace, path, name, data, since)
        elif path.suffix == ".json" and path.parent.parent.name == "editions":
            if not path.exists():
                yield Flaw(name, f"was there at {since} and is gone")
            elif files.read_bytes(path) != data:
                yield Flaw(name, f"was changed since {since}")
        elif name == "locales/reviewers.toml":
            yield from _changed_reviewers(name, data, since, known)


def _lost_lines(
    workspace: Workspace, path: Path, name: str, data: bytes, since: str
) -> Iterator[Flaw]:
    now = set(files.read_bytes(workspace.inside(path)).split(b"\n")) if path.exists() else set()
    torn = path.with_suffix(".torn")
    now |= set(files.read_bytes(torn).split(b"\n")) if torn.exists() else set()
    for number, line in enumerate(data.split(b"\n"), 1):
        if line and line not in now:
            yield Flaw(
                name, f"line {number} at {since} is gone: {line[:60].decode('utf-8', 'replace')}…"
            )


def _changed_reviewers(
    name: str,
    data: bytes,
    since: str,
    known: Mapping[str, Reviewer],
) -> Iterator[Flaw]:
    for before in reviewers.parse(data.decode("utf-8"), f"{since}:{name}").values():
        now = known.get(before.id)
        if now is None:
            yield Flaw(name, f"reviewer {before.id} was there at {since} and is gone")
            continue
        if now.public_key != before.public_key:
            yield Flaw(name, f"the key of {before.id} was changed since {since}")
        if before.compromised and not now.compromised:
            yield Flaw(name, f"{before.id} was compromised at {since} and is not now")
        if before.retired and now.retired != before.retired:
            yield Flaw(name, f"the retirement of {before.id} was changed since {since}")
        for role in sorted(set(now.roles) - set(before.roles)):
            yield Flaw(name, f"{before.id} became a {role} since {since}")
    for identifier in sorted(known.keys() - reviewers.parse(data.decode("utf-8"), name).keys()):
        key = signing.fingerprint(known[identifier].public_key)
        yield Flaw(name, f"reviewer {identifier} is new since {since}: is {key} theirs?")


def merge_ledgers(workspace: Workspace, other: Path) -> list[str]:
    """Unite the ledgers and editions of another clone with ours; return the files that changed.

    The union has one order, parents first and otherwise by id, so it is the same from either side.
    """
    if not (other / "locales").is_dir():
        raise InputError(f"{other} is no workspace: it has no locales/")
    changed = []
    with workspace.lock():
        for path in sorted((other / "locales").glob("*/decisions/*.jsonl")):
            relative = path.relative_to(other)
            if _united(workspace, workspace.root / relative, files.read_bytes(path), str(path)):
                changed.append(relative.as_posix())
        for path in sorted((other / "locales").glob("*/editions/*/*.json")):
            relative = path.relative_to(other)
            if _copied(workspace.root / relative, files.read_bytes(path)):
                changed.append(relative.as_posix())
    return changed


def _united(workspace: Workspace, path: Path, data: bytes, name: str) -> bool:
    theirs = ledger.parse(data, name)
    ours = ledger.load(workspace, path)
    if theirs.torn or ours.torn:
        raise LedgerError("holds a torn line: let a command there write first", where=name)
    events = {event.id: event for event in (*ours.events, *theirs.events)}
    united = in_order(list(events.values()))
    if set(events) == {event.id for event in ours.events}:
        return False
    return files.write(path, b"".join(map(signing.line_of, united)))


def _copied(path: Path, data: bytes) -> bool:
    if path.exists() and files.read_bytes(path) != data:
        raise LedgerError("is another edition there than here", where=str(path))
    try:
        editions.parse(data)
    except ValueError as error:
        raise LedgerError(f"no edition: {error}", where=str(path)) from error
    return files.write(path, data)
