"""What git's history tells of ledgers, editions, reviewers and settings: all of it only ever grows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from salerno import signing
from salerno.errors import InputError
from salerno.model import Event, Reviewer
from salerno.pipeline.wording import printable
from salerno.store import files, git, reviewers, settings
from salerno.store.settings import Settings
from salerno.store.workspace import Workspace

_REVIEWERS = "locales/reviewers.toml"


@dataclass(frozen=True, slots=True)
class Flaw:
    """What does not hold, and in which file."""

    file: str
    what: str


def flaws_since(workspace: Workspace, since: str) -> Iterator[Flaw]:
    """Yield what was there at a revision and is gone or weaker, and what should not be new since."""
    day = git.day_of(workspace.root, since)
    then = dict(git.files_at(workspace.root, since, _counts))
    yield from _settings_flaws(workspace, since, then.pop(settings.FILE, b""))
    before = _reviewers_at(since, then.pop(_REVIEWERS, b""))
    yield from _reviewer_flaws(since, before, reviewers.read(workspace))
    gone = {
        reviewer.id
        for reviewer in before.values()
        if reviewer.retired or (reviewer.valid_until and reviewer.valid_until < day)
    }
    for name, data in then.items():
        if name.endswith(".json"):
            yield from _edition_flaws(workspace, since, name, data)
    for name in _ledgers(workspace) | {name for name in then if name.endswith(".jsonl")}:
        data = then.get(name, b"")
        yield from _lost_lines(workspace, since, name, data)
        yield from _late_signatures(workspace, since, name, data, gone)


def _counts(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        name in {settings.FILE, _REVIEWERS}
        or path.match("locales/*/decisions/*.jsonl")
        or path.match("locales/*/editions/*/*.json")
    )


def _ledgers(workspace: Workspace) -> set[str]:
    found = (workspace.root / "locales").glob("*/decisions/*.jsonl")
    return {workspace.name(path) for path in found}


def _settings_flaws(workspace: Workspace, since: str, data: bytes) -> Iterator[Flaw]:
    """Yield which rule was softened, so that a page may need less than it did."""
    if not data:
        return
    try:
        before = settings.parse(data.decode("utf-8"))
    except (InputError, UnicodeDecodeError) as error:
        yield Flaw(settings.FILE, f"cannot be read at {since}: {error}")
        return
    for what in _softened(before, workspace.settings):
        yield Flaw(settings.FILE, f"{what} since {since}")


def _softened(before: Settings, now: Settings) -> Iterator[str]:
    if dropped := set(before.review.required) - set(now.review.required):
        yield f"{' and '.join(sorted(dropped))} is no longer required"
    if before.review.two_person and not now.review.two_person:
        yield "one person may give all sign-offs"
    if (before.risk, now.risk) == ("critical", "standard"):
        yield "articles are standard where they were critical"
    if before.workspace and before.workspace != now.workspace:
        yield "the workspace has another UUID"
    if before.source_locale != now.source_locale:
        yield f"originals, which nobody signs, were in {before.source_locale}"
    for field in ("title", "publisher", "base_url"):
        if getattr(before, field) != getattr(now, field):
            yield f"{field} was changed"


def _reviewers_at(since: str, data: bytes) -> Mapping[str, Reviewer]:
    name = f"{since}:{_REVIEWERS}"
    try:
        return reviewers.parse(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8", where=name) from error


def _reviewer_flaws(
    since: str, before: Mapping[str, Reviewer], known: Mapping[str, Reviewer]
) -> Iterator[Flaw]:
    for identifier, reviewer in before.items():
        now = known.get(identifier)
        if now is None:
            yield Flaw(_REVIEWERS, f"reviewer {identifier} was there at {since} and is gone")
        else:
            for what in _widened(reviewer, now):
                yield Flaw(_REVIEWERS, f"{what} since {since}")
    for identifier in sorted(known.keys() - before.keys()):
        key = signing.fingerprint(known[identifier].public_key)
        yield Flaw(_REVIEWERS, f"reviewer {identifier} is new since {since}: is {key} theirs?")


def _widened(before: Reviewer, now: Reviewer) -> Iterator[str]:
    """Yield what a reviewer may do now and might not before, and what they are now said to be."""
    name = before.id
    if now.public_key != before.public_key:
        yield f"the key of {name} was changed"
    if before.compromised and not now.compromised:
        yield f"the key of {name} was compromised and is not"
    if before.retired and now.retired != before.retired:
        yield f"the retirement of {name} was changed"
    for role in sorted(set(now.roles) - set(before.roles)):
        yield f"{name} became a {role}"
    for locale in sorted(set(now.locales) - set(before.locales)):
        yield f"{name} came to review {locale}"
    if (now.valid_until or "9999") > (before.valid_until or "9999"):
        yield f"the validity of {name} was prolonged"
    if now.valid_from < before.valid_from:
        yield f"the validity of {name} was made to begin earlier"
    yield from _renamed(before, now)


def _renamed(before: Reviewer, now: Reviewer) -> Iterator[str]:
    name = before.id
    if now.public_name and not before.public_name:
        yield f"pages may show the name of {name}"
    shown = ("name", "credential", "organisation")
    for field in shown:
        if getattr(before, field) != getattr(now, field):
            yield f"the {field} of {name} was changed"


def _edition_flaws(workspace: Workspace, since: str, name: str, data: bytes) -> Iterator[Flaw]:
    path = workspace.root / name
    if not path.exists():
        yield Flaw(name, f"was there at {since} and is gone")
    elif files.read_bytes(path) != data:
        yield Flaw(name, f"was changed since {since}")


def _lost_lines(workspace: Workspace, since: str, name: str, data: bytes) -> Iterator[Flaw]:
    """Yield lines that are gone; what was torn may have been set aside, a whole event may not."""
    now = _lines(workspace, name)
    aside = _lines(workspace, name.removesuffix(".jsonl") + ".torn")
    for number, line in enumerate(data.split(b"\n"), 1):
        if line and line not in now and (_event(line) or line not in aside):
            shown = printable(line[:60].decode("utf-8", "replace"))
            yield Flaw(name, f"line {number} at {since} is gone: {shown}…")


def _late_signatures(
    workspace: Workspace, since: str, name: str, data: bytes, gone: set[str]
) -> Iterator[Flaw]:
    """Yield signatures that appeared after their reviewer had gone: a stolen key can lie about time."""
    if not gone:
        return
    for line in sorted(_lines(workspace, name) - set(data.split(b"\n"))):
        event = _event(line)
        if event and event.actor and event.actor.id in gone and event.type.is_signed:
            what = f"is new since {since}, by {event.actor.id}, whose time was over by then"
            yield Flaw(name, f"{event.type} {event.id[:12]} {what}: was it backdated?")


def _lines(workspace: Workspace, name: str) -> set[bytes]:
    path = workspace.root / name
    return set(files.read_bytes(workspace.inside(path)).split(b"\n")) if path.exists() else set()


def _event(line: bytes) -> Event | None:
    try:
        return signing.parse(line + b"\n")
    except (ValueError, RecursionError):
        return None
