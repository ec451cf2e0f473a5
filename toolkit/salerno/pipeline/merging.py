"""Two commits made one: which files theirs changed, and what each of them becomes. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from salerno.errors import CheckoutError, InputError
from salerno.model import Reviewer
from salerno.pipeline.conflicts import Choice, Conflict
from salerno.pipeline.file_kinds import FileKind, kind_of
from salerno.pipeline.merge_case import Case, Ground, Outcome
from salerno.pipeline.merge_rules import outcome
from salerno.store import files, git, reviewers
from salerno.store.repository import Blob, Repository, Step
from salerno.store.workspace import Workspace

_REVIEWERS = "locales/reviewers.toml"


@dataclass(frozen=True, slots=True)
class Fresh:
    """A file that git does not have yet."""

    mode: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Merging:
    """What two commits come to."""

    changes: Mapping[str, Blob | Fresh | None]
    """What becomes of paths of the repository, where that is not what ours has."""
    conflicts: tuple[Conflict, ...]
    """What somebody has to decide before any of it may be used."""
    is_forward: bool
    """Whether it is theirs as it stands, of which ours is a part."""


def merging(
    workspace: Workspace,
    repository: Repository,
    ours: str,
    theirs: str,
    choices: Sequence[Choice] = (),
) -> Merging:
    """Return what two commits come to; raise CheckoutError if they have no history in common."""
    place = str(workspace.root)
    return _merging(_Asked(ours, theirs, place, tuple(choices), workspace, repository))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question whose answer never changes: a commit is named for what it holds."""

    ours: str
    theirs: str
    place: str
    choices: tuple[Choice, ...]
    workspace: Workspace = field(compare=False)
    repository: Repository = field(compare=False)


@lru_cache(maxsize=4)
def _merging(asked: _Asked) -> Merging:
    repository = asked.repository
    bases = repository.bases(asked.ours, asked.theirs)
    if not bases:
        what = "what the remote has and what is here have no history in common"
        raise CheckoutError(what, help="in a shallow clone, `git fetch --unshallow` may help")
    chosen = {choice.conflict: choice for choice in asked.choices}
    ground = Ground(asked.workspace, repository, chosen, {})
    cases = sorted(_cases(asked, bases), key=lambda case: case.name != _REVIEWERS)
    ground.reviewers = _reviewers_at(asked)
    found: dict[str, tuple[Case, Outcome]] = {}
    for case in _filled(repository, cases):
        found[case.path] = (case, outcome(ground, case))
        if case.name == _REVIEWERS:
            ground.reviewers = _reviewers_in(repository, found[case.path][1]) or ground.reviewers
    return Merging(
        {path: _kept(*each) for path, each in found.items() if each[1].becomes != each[0].ours},
        tuple(conflict for _, done in found.values() for conflict in done.conflicts),
        bases == [asked.ours] and all(done.becomes == case.theirs for case, done in found.values()),
    )


def _kept(case: Case, done: Outcome) -> Blob | Fresh | None:
    if not isinstance(done.becomes, bytes):
        return done.becomes
    modes = [blob.mode for blob in (case.ours, case.theirs) if blob]
    is_kept = any(base and base.mode == modes[0] for base in case.bases)
    return Fresh(modes[-1] if is_kept else modes[0], done.becomes)


def _cases(asked: _Asked, bases: Sequence[str]) -> Iterator[Case]:
    """Yield the files that theirs changed since both parted, and that are not the same here already."""
    repository, prefix = asked.repository, asked.repository.prefix
    before = [{s.path: s for s in repository.steps(base, asked.theirs)} for base in bases]
    for step in repository.steps(asked.ours, asked.theirs):
        was = [_before(steps, step) for steps in before]
        if any(blob != step.new for blob in was):
            is_within = step.path.startswith(prefix)
            name = step.path.removeprefix(prefix) if is_within else f":/{step.path}"
            kind = kind_of(name) if is_within else FileKind.OTHER
            yield Case(step.path, name, kind, tuple(was), step.old, step.new)


def _before(steps: Mapping[str, Step], step: Step) -> Blob | None:
    """Return what stood at a path where both parted: what theirs has, if theirs never changed it."""
    return steps[step.path].old if step.path in steps else step.new


def _filled(repository: Repository, cases: Sequence[Case]) -> Iterator[Case]:
    """Yield cases with what their files hold, where a rule asks for it; what is too large stays out."""
    asked = [[_asked(case, blob) for blob in case.blobs] for case in cases]
    sizes = repository.sizes({each for ids in asked for each in ids if each})
    small = {each for each, size in sizes.items() if size <= files.LARGEST}
    wanted = [[each if each in small else "" for each in ids] for ids in asked]
    contents = git.blobs(repository.top, [each for ids in wanted for each in ids if each])
    for case, ids in zip(cases, wanted, strict=True):
        *was, here, there = (next(contents) if each else None for each in ids)
        yield replace(case, was=tuple(was), here=here, there=there)


def _asked(case: Case, blob: Blob | None) -> str:
    """Return the id of a version that somebody will look into: a rule, or people where it conflicts."""
    is_plain = case.kind is FileKind.OTHER and case.is_theirs_alone
    is_asked = blob and blob.mode != "160000" and (not is_plain or blob.mode == "120000")
    return blob.id if blob and is_asked else ""


def _reviewers_at(asked: _Asked) -> Mapping[str, Reviewer]:
    """Return who may review by what ours has committed; nobody, if that cannot be told."""
    repository = asked.repository
    answer = git.ask(
        repository.top, "cat-file", "blob", f"{asked.ours}:{repository.prefix}{_REVIEWERS}"
    )
    return _parsed(answer.out) if answer.status == 0 else {}


def _reviewers_in(repository: Repository, done: Outcome) -> Mapping[str, Reviewer]:
    becomes = done.becomes
    if isinstance(becomes, Blob):
        becomes = next(git.blobs(repository.top, [becomes.id]))
    return _parsed(becomes) if becomes else {}


def _parsed(data: bytes) -> Mapping[str, Reviewer]:
    try:
        return reviewers.parse(files.decoded(data, _REVIEWERS), _REVIEWERS)
    except InputError:
        return {}
