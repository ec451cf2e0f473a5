"""The one way in which git is asked: without hooks, prompts, or what this machine likes.

A hook is for people at a terminal: it asks, takes minutes, rewrites files whose bytes were signed, or was
set for another project by the machine's configuration. So none runs here; what a team wants to have
checked, the remote checks when it is pushed to. What says how to reach a remote (ssh, credentials,
proxies) is the machine's, and stays.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from salerno.errors import InputError, StorageError

_SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.splitIndex=false",
    # Bytes are committed as they are, but for what the repository itself asks in .gitattributes; and what
    # this machine ignores elsewhere is not ignored here.
    "core.autocrlf=false",
    "core.safecrlf=false",
    "core.attributesFile=/dev/null",
    "core.excludesFile=/dev/null",
    # A power cut must not leave a commit whose objects are empty files.
    "core.fsync=committed,loose-object",
    "commit.gpgSign=false",
    "push.gpgSign=false",
    "i18n.commitEncoding=UTF-8",
)
_REDIRECTS = re.compile(
    r"GIT_(?:DIR|WORK_TREE|IMPLICIT_WORK_TREE|INDEX_FILE|PREFIX|NAMESPACE|COMMON_DIR|CONFIG"
    r"|CONFIG_PARAMETERS|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|GRAFT_FILE|SHALLOW_FILE"
    r"|REPLACE_REF_BASE|EXTERNAL_DIFF|ATTR_SOURCE|(?:AUTHOR|COMMITTER)_.*|.*_PATHSPECS)"
)
"""Variables that would have git look at another repository, or write another name."""
LOCAL_LIMIT = 300
"""Seconds; nothing on the disk takes that long, unless the disk is gone."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What git answered."""

    status: int
    out: bytes
    err: str

    @property
    def said(self) -> str:
        """What it said was wrong, on one line, without the password that an address may hold."""
        lines = [line.strip() for line in self.err.splitlines() if line.strip()]
        fatal = [number for number, line in enumerate(lines) if line.startswith("fatal: ")]
        told = lines[max(fatal[0] - 1, 0) : fatal[0] + 1] if fatal else lines[-1:]
        return re.sub(r"://[^/@\s]*@", "://", "; ".join(told)) or f"status {self.status}"


def ask(
    root: Path,
    *arguments: str,
    given: bytes = b"",
    setting: Mapping[str, str] | None = None,
    limit: float = LOCAL_LIMIT,
) -> Answer:
    """Ask git something and return its answer, whatever that is; `setting` adds to its environment.

    Raises StorageError if there is no git, or no answer within `limit` seconds.
    """
    with _started(root, arguments, setting, stdin=subprocess.PIPE) as process:
        try:
            out, err = process.communicate(given, timeout=limit)
        except subprocess.TimeoutExpired as error:
            what = f"git {arguments[0]} gave no answer within {limit:g} seconds"
            raise StorageError(what) from error
    return Answer(process.returncode, out, err.decode("utf-8", "replace"))


def run(
    root: Path, *arguments: str, given: bytes = b"", setting: Mapping[str, str] | None = None
) -> bytes:
    """Return what git printed; raise InputError, with what it said, if it refused."""
    answer = ask(root, *arguments, given=given, setting=setting)
    if answer.status:
        raise InputError(f"git: {answer.said}")
    return answer.out


def blobs(root: Path, wanted: Sequence[str], *, filtered: bool = False) -> Iterator[bytes]:
    """Yield the contents of blobs, one at a time, in the order asked for.

    With `filtered`, each of them is `id path`, and comes as it would stand in the work tree.
    """
    if not wanted:
        return
    options = ("--filters",) if filtered else ()
    with TemporaryFile() as asked:
        asked.write(b"".join(os.fsencode(name) + b"\n" for name in wanted))
        asked.seek(0)
        with _started(root, ("cat-file", "--batch", *options), None, stdin=asked) as process:
            for name in wanted:
                yield _next(process, name)


def _next(process: subprocess.Popen[bytes], name: str) -> bytes:
    assert process.stdout  # noqa: S101 - it was asked for
    head = process.stdout.readline().split()
    if len(head) != 3 or head[1] != b"blob":  # noqa: PLR2004 - id, type, size
        raise InputError(f"git has no object {name[:12]}", help="`git fsck` tells what is missing")
    data = process.stdout.read(int(head[2]) + 1)
    if len(data) != int(head[2]) + 1:
        raise InputError(f"git could not read object {name[:12]}", help="`git fsck` tells more")
    return data[:-1]


@contextmanager
def _started(
    root: Path,
    arguments: Sequence[str],
    setting: Mapping[str, str] | None,
    stdin: int | IO[bytes],
) -> Iterator[subprocess.Popen[bytes]]:
    """Start git in a session of its own: it can ask no terminal, and is ended with all that it started."""
    options = [part for each in _SETTINGS for part in ("-c", each)]
    flags = ("--no-replace-objects", "--no-optional-locks", "--literal-pathspecs", "--no-pager")
    try:
        process = subprocess.Popen(
            ["git", *flags, *options, "-C", str(root), *arguments],  # noqa: S607 - the user's own
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment() | dict(setting or {}),
            start_new_session=True,
        )
    except OSError as error:
        raise StorageError(f"git cannot be run: {error.strerror}") from error
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not _REDIRECTS.fullmatch(name)}
    own = {"LC_ALL": "C", "LANGUAGE": "", "GIT_TERMINAL_PROMPT": "0", "GIT_ATTR_NOSYSTEM": "1"}
    # An empty one means that nobody is asked; who set up a program to answer for this server keeps it.
    asked = {"GIT_ASKPASS": "", "SSH_ASKPASS_REQUIRE": "never"}
    return asked | kept | own


def files_at(
    root: Path, revision: str, wanted: Callable[[str], bool]
) -> Iterator[tuple[str, bytes]]:
    """Yield the wanted files of a workspace at a revision, as (name relative to root, content)."""
    commit = _commit(root, revision)
    listed = _known(root, "ls-tree", "-r", "-z", "--name-only", commit)
    for name in filter(wanted, os.fsdecode(listed).split("\0")):
        yield name, _known(root, "cat-file", "blob", f"{commit}:./{name}")


def day_of(root: Path, revision: str) -> str:
    """Return the day (YYYY-MM-DD, in UTC) on which a revision was committed."""
    seconds = _known(root, "show", "-s", "--format=%ct", _commit(root, revision))
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC).date().isoformat()


def _commit(root: Path, revision: str) -> str:
    if revision.startswith("-"):
        raise InputError(f"{revision!r} is no revision")
    found = _known(root, "rev-parse", "--verify", f"{revision}^{{commit}}")
    return found.decode("ascii").strip()


def _known(root: Path, *arguments: str) -> bytes:
    try:
        return run(root, *arguments)
    except InputError as error:
        raise InputError(error.what, help="is this a clone, with that revision?") from error
