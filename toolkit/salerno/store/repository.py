"""The clone that a workspace is in: its branch, its remote, what was changed; all of it is only read."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from salerno.errors import CheckoutError, SalernoError
from salerno.store import files, git, settings

_BUSY = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
}
"""What git leaves in its folder while somebody is in the middle of something."""


WORK = "work-"
"""How the names of our folders begin that a killed process may have left."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is checked out."""

    commit: str
    ref: str
    """The full name of the branch, empty where none is checked out."""

    @property
    def branch(self) -> str:
        """The name of the branch as people say it."""
        return self.ref.removeprefix("refs/heads/")


@dataclass(frozen=True, slots=True)
class Upstream:
    """The branch of a remote that ours goes with."""

    remote: str
    ref: str
    """Its full name over there."""
    tracking: str
    """The full name of what is known of it here."""

    @property
    def name(self) -> str:
        """The name that people say, such as `origin/main`."""
        return self.tracking.removeprefix("refs/remotes/")


@dataclass(frozen=True, slots=True)
class Blob:
    """What stands at a path in a commit; the mode is git's: 100644, 100755, 120000 (a link), 160000."""

    mode: str
    id: str

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file."""
        return self.mode in {"100644", "100755"}


@dataclass(frozen=True, slots=True)
class Step:
    """What stood at a path, and what shall; None is nothing."""

    path: str
    old: Blob | None
    new: Blob | None


@dataclass(frozen=True, slots=True)
class Uncommitted:
    """A file that is not as it was committed; the path is the repository's."""

    path: str
    is_new: bool
    """Whether no commit has it."""
    is_conflict: bool
    """Whether somebody's merge left it half-done."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A clone with a work tree; paths are relative to its top, with slashes."""

    top: Path
    folder: Path
    """Git's own folder of this work tree."""
    prefix: str
    """The path of the workspace with a slash at its end, empty at the top."""

    @property
    def own(self) -> Path:
        """A folder of ours in git's, which neither commits nor `git clean` see."""
        return self.folder / "salerno"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep out other Salerno processes, even those of another workspace in the same clone."""
        with files.disk(self.own, "lock"):
            self.own.mkdir(exist_ok=True)
            handle = (self.own / "lock").open("a")
        with handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    @contextmanager
    def work(self) -> Iterator[Path]:
        """Make a folder of ours for the length of a task; nobody else ever uses one of its name.

        A git that outlived a killed process may go on writing in the one that it was given.
        """
        with files.disk(self.own, "write into"):
            self.own.mkdir(exist_ok=True)
            folder = Path(mkdtemp(prefix=WORK, dir=self.own))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def head(self) -> Head:
        """Return what is checked out; raise CheckoutError where nothing was ever committed."""
        answer = git.ask(self.top, "rev-parse", "HEAD^{commit}", "--symbolic-full-name", "HEAD")
        if answer.status:
            raise CheckoutError("nothing is committed here yet", help="make the first commit")
        commit, ref = os.fsdecode(answer.out).splitlines()
        return Head(commit, ref if ref.startswith("refs/") else "")

    def upstream(self, head: Head) -> Upstream | None:
        """Return what the branch goes with, None where no remote is set for it."""
        if not head.ref:
            return None
        fields = "%(upstream)%00%(upstream:remotename)%00%(upstream:remoteref)"
        found = _line(git.run(self.top, "for-each-ref", f"--format={fields}", head.ref))
        tracking, remote, ref = found.split("\0") if found else ("", "", "")
        if not (tracking.startswith("refs/remotes/") and ref) or remote.startswith(("-", ".")):
            return None
        return Upstream(remote, ref, tracking)

    def busy(self) -> str:
        """Return what somebody is in the middle of, or an empty text."""
        found = [what for name, what in _BUSY.items() if (self.folder / name).exists()]
        return found[0] if found else ""

    def commit(self, ref: str) -> str:
        """Return the commit that a ref stands at, empty if there is none."""
        answer = git.ask(self.top, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        return "" if answer.status else _line(answer.out)

    def tree(self, commit: str) -> str:
        """Return the tree of a commit."""
        return _line(git.run(self.top, "rev-parse", "--verify", f"{commit}^{{tree}}"))

    def is_ancestor(self, old: str, new: str) -> bool:
        """Return whether a commit is in the history of another, or is it."""
        return git.ask(self.top, "merge-base", "--is-ancestor", old, new).status == 0

    def bases(self, ours: str, theirs: str) -> list[str]:
        """Return the commits that two histories parted at: mostly one, none if they never met."""
        return _line(git.ask(self.top, "merge-base", "--all", ours, theirs).out).split()

    def counts(self, ours: str, theirs: str) -> tuple[int, int]:
        """Return how many commits only one of two histories has, and how many only the other.

        Where nothing is known of theirs, the last thousand of ours are counted.
        """
        if not theirs:
            asked = ("--count", "--max-count=1000", ours)
            return int(git.run(self.top, "rev-list", *asked)), 0
        found = git.run(self.top, "rev-list", "--count", "--left-right", f"{ours}...{theirs}")
        left, right = found.split()
        return int(left), int(right)

    def steps(self, old: str, new: str) -> list[Step]:
        """Return what differs between two commits or trees, path by path; nothing counts as moved."""
        options = ("-r", "-z", "--no-renames", "--no-abbrev")
        raw = git.run(self.top, "diff-tree", *options, old, new).split(b"\0")
        return [_step(facts, path) for facts, path in zip(raw[0:-1:2], raw[1::2], strict=True)]

    def uncommitted(self, folders: Sequence[str]) -> list[Uncommitted]:
        """Return the files below some folders of the workspace that are not as they were committed.

        Only paths, sizes and times are looked at, unless a file was touched.
        """
        options = ("-z", "--porcelain=v2", "--no-renames", "--untracked-files=all")
        at = self.top / self.prefix
        answer = git.run(at, "status", *options, "--ignore-submodules=all", "--", *folders)
        found = [_uncommitted(os.fsdecode(line)) for line in answer.split(b"\0") if line]
        return list({each.path: each for each in found}.values())

    def sizes(self, ids: Collection[str]) -> dict[str, int]:
        """Return the sizes of blobs in bytes; what git has not is left out."""
        given = "".join(f"{each}\n" for each in ids).encode("ascii")
        lines = git.run(self.top, "cat-file", "--batch-check", given=given).split(b"\n")
        found = [line.decode("ascii").split() for line in lines if line]
        return {line[0]: int(line[2]) for line in found if len(line) == 3}  # noqa: PLR2004

    def settings(self) -> dict[str, str]:
        """Return what git's settings say of who commits, by the names of the settings."""
        asked = r"^(committer|user)\.(name|email)$"
        answer = git.ask(self.top, "config", "--null", "--get-regexp", asked)
        lines = answer.out.decode("utf-8", "replace").split("\0")
        return dict(line.split("\n", 1) for line in lines if "\n" in line)


def find(root: Path) -> Repository:
    """Return the clone that a workspace is in; raise CheckoutError, with the reason, if it is in none.

    A workspace that merely lies in somebody's repository is not in it: its settings are committed there
    before anything of it is.
    """
    asked = ("--show-toplevel", "--show-prefix", "--absolute-git-dir")
    answer = git.ask(root, "rev-parse", "--is-inside-work-tree", *asked)
    lines = os.fsdecode(answer.out).split("\n")
    if answer.status or lines[0] != "true":
        said = answer.said if answer.status else "this is git's own folder"
        raise CheckoutError(f"no git clone here: {said.removeprefix('fatal: ')}")
    if len(lines) != len(asked) + 2:
        raise CheckoutError("the name of this folder holds a line break")
    found = Repository(Path(lines[1]), Path(lines[3]), lines[2])
    head = found.head()
    if git.ask(root, "cat-file", "-e", f"{head.commit}:./{settings.FILE}").status:
        raise CheckoutError(
            f"{settings.FILE} is not committed in the repository around it",
            help=f"`git add {settings.FILE}` and commit, if this workspace belongs there",
        )
    return found


def maybe_find(root: Path) -> Repository | None:
    """Return the clone that a workspace is in, None if it is in none."""
    try:
        return find(root)
    except SalernoError:
        return None


def _line(out: bytes) -> str:
    return os.fsdecode(out).rstrip("\n")


def _step(facts: bytes, path: bytes) -> Step:
    old_mode, new_mode, old, new, _ = facts.decode("ascii").lstrip(":").split(" ")
    return Step(os.fsdecode(path), _blob(old_mode, old), _blob(new_mode, new))


def _blob(mode: str, identifier: str) -> Blob | None:
    return Blob(mode, identifier) if int(mode, 8) else None


def _uncommitted(line: str) -> Uncommitted:
    """Return what a line of `git status` in its second format says."""
    kind = line[0]
    if kind == "?":
        return Uncommitted(line[2:], is_new=True, is_conflict=False)
    words = line.split(" ", 10 if kind == "u" else 8)
    return Uncommitted(words[-1], is_new="A" in words[1], is_conflict=kind == "u")
