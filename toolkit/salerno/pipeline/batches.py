"""What decisions changed since the last commit, put together by the people who made them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import PurePosixPath

from salerno.errors import InputError
from salerno.model import Event, EventType, Reviewer
from salerno.pipeline.committing import clean, commit_decisions, decided
from salerno.pipeline.recording import recover as recover_decisions
from salerno.store import commits, git, ledger, moves, reviewers
from salerno.store.commits import Author
from salerno.store.repository import Repository
from salerno.store.workspace import Workspace

LEFT_OVER = "Changes that no decision tells of"
_NOWHERE = "salerno.invalid"
"""A domain that nobody can have (RFC 2606): an address in a commit is read by all the world."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that one commit takes, and in whose name."""

    author: Author
    message: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """The changed files of one article in one locale, and the events that nobody has committed yet."""

    name: str
    paths: tuple[str, ...]
    events: tuple[Event, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """The ids of those who decided: first whoever signed, then whoever decided most."""
        said = [event for event in self.events if event.actor]
        counted = Counter(event.actor.id for event in said if event.actor)
        signed = {event.actor.id for event in said if event.actor and event.signature}
        return tuple(sorted(counted, key=lambda each: (each not in signed, -counted[each], each)))


@contextmanager
def held(workspace: Workspace, clone: Repository) -> Iterator[None]:
    """Keep out other Salerno processes, and finish what a killed one had begun."""
    with workspace.lock(), clone.lock():
        with suppress(InputError):  # whoever decides next is told what is wrong with a ledger
            recover_decisions(workspace)
        if not moves.recover(clone):
            commit_batches(workspace, clone)
        yield


def commit_batches(workspace: Workspace, clone: Repository) -> list[str]:
    """Commit all that decisions changed, and return the commits. The caller holds the locks."""
    made = [
        commit_decisions(clone, batch.author, batch.message, batch.paths)
        for batch in _batches(workspace, clone)
    ]
    return [commit for commit in made if commit]


def author_of(reviewer: str, name: str) -> Author:
    """Return in whose name a person's decisions are committed; the address is one of nobody."""
    return Author(name, f"{reviewer}@{_NOWHERE}")


def _batches(workspace: Workspace, clone: Repository) -> Iterator[Batch]:
    by_people: dict[tuple[str, ...], list[_Part]] = {}
    for part in _parts(workspace, clone):
        by_people.setdefault(part.people, []).append(part)
    known = reviewers.read(workspace) if any(by_people) else {}
    for people, parts in by_people.items():
        paths = tuple(path for part in parts for path in part.paths)
        names = [_author(known, each) for each in people]
        author = names[0] if names else commits.server(clone)
        yield Batch(author, _message(parts, known, names[1:]), paths)


def _author(known: Mapping[str, Reviewer], identifier: str) -> Author:
    name = known[identifier].name if identifier in known else identifier
    return clean(author_of(identifier, name))


def _parts(workspace: Workspace, clone: Repository) -> Iterator[_Part]:
    found: dict[tuple[str, str], list[str]] = {}
    for path in decided(clone):
        found.setdefault(_part_of(path.removeprefix(clone.prefix)), []).append(path)
    for (article, locale), paths in found.items():
        events = _fresh(workspace, clone, article, locale) if article else ()
        yield _Part(f"{article} in {locale}" if article else paths[0], tuple(paths), events)


def _part_of(name: str) -> tuple[str, str]:
    """Return the article and the locale that a file is of; empty for what is of none."""
    match PurePosixPath(name).parts:
        case ("locales", locale, "LC_MESSAGES" | "decisions", file):
            return PurePosixPath(file).stem, locale
        case ("locales", locale, "editions", article, _):
            return article, locale
        case _:
            return "", ""


def _fresh(workspace: Workspace, clone: Repository, article: str, locale: str) -> tuple[Event, ...]:
    """Return the events of a ledger that no commit has; none of one that was edited."""
    path = workspace.ledger(article, locale)
    name = workspace.name(path)
    committed = git.ask(clone.top, "cat-file", "blob", f"HEAD:{clone.prefix}{name}")
    try:
        before = ledger.parse(b"" if committed.status else committed.out, name).events
        known = {event.id for event in before}
        return tuple(event for event in ledger.read(workspace, path) if event.id not in known)
    except InputError:
        return ()


def _message(parts: Sequence[_Part], known: Mapping[str, Reviewer], others: list[Author]) -> str:
    """Return a subject, a line for each part that says who did what, and who else is an author."""
    events = [event for part in parts for event in part.events]
    where = parts[0].name if len(parts) == 1 else f"{len(parts)} articles"
    lines = [line for part in parts for line in _lines(part, known)]
    trailers = [f"Co-authored-by: {each.name} <{each.email}>" for each in others]
    body = "\n".join(lines) + ("\n\n" if lines and trailers else "") + "\n".join(trailers)
    return f"{where}: {_counted(events) or LEFT_OVER}\n\n{body}"


def _lines(part: _Part, known: Mapping[str, Reviewer]) -> Iterator[str]:
    for who in part.people:
        done = [event for event in part.events if event.actor and event.actor.id == who]
        yield f"{part.name}, {_author(known, who).name}: {_counted(done)}"


def _counted(events: Iterable[Event]) -> str:
    """Return what was done, such as `approve 12, reject, signoff medical`."""
    counted = Counter(map(_done, events))
    return ", ".join(f"{what} {count}" if count > 1 else what for what, count in counted.items())


def _done(event: Event) -> str:
    is_signed = event.type is EventType.SIGNOFF
    return " ".join([event.type.value, *event.meanings]) if is_signed else event.type.value
