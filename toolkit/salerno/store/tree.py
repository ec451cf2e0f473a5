"""A folder of output that is the old one or the new one, never a mixture, whenever one looks."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from salerno.store import files

_GENERATOR = b'<meta name="generator" content="Salerno">'
Files = Mapping[str, bytes]
"""What shall stand in such a folder, by its name within."""

_NEW, _OLD = ".new", ".old"
"""How the hidden names of folders end that are being made, and that were put aside."""

_FEW = 100
"""Files; beyond that it is quicker to have the system write down all that it has."""


class Tree:
    """Collects what shall stand in a folder, and puts all of it there at once.

    Names are relative to the folder, with slashes. What somebody else put there stays. New files wait
    in a folder beside it, so that a site of any size takes no memory; who leaves early has to `discard`.
    """

    def __init__(self, root: Path) -> None:
        """Plan a new state of a folder, or of what a link in its place leads to; nothing is written yet."""
        self.name = root.name
        self.root = root.resolve()
        self._fresh = _beside(self.root, _NEW)
        self._put: set[str] = set()
        self._kept: set[str] = set()
        self._dropped: set[str] = set()

    def holds(self, name: str, sha256: str) -> bool:
        """Return whether a file stands there with this content."""
        data = self._read(name)
        return data is not None and hashlib.sha256(data).hexdigest() == sha256

    def _read(self, name: str) -> bytes | None:
        """Return what a file holds, if it is one, and not by way of a link."""
        path = self.root / name
        is_ours = os.path.realpath(path) == str(path) and path.is_file()
        return path.read_bytes() if is_ours else None

    def keep(self, name: str) -> None:
        """Let a file stand as it is."""
        self._kept.add(name)

    def put(self, name: str, data: bytes) -> None:
        """Have a file stand there; if it does already, nothing is written."""
        if self._read(name) == data:
            self.keep(name)
            return
        path = self._fresh / name
        with files.disk(self.root, "write"):
            if not self._put:
                self._clear()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        self._put.add(name)

    def drop(self, name: str) -> None:
        """Have a file go, unless it is put or kept as well."""
        self._dropped.add(name)

    @property
    def names(self) -> list[str]:
        """The files that are going to be written, or may have to go."""
        return sorted(self._put | self._dropped)

    def commit(self, may_go: Callable[[str], bool]) -> int:
        """Bring the folder to its new state; return how many files changed.

        A page of ours that nobody put or kept goes, with its evidence, if `may_go` says so of its name.
        """
        try:
            with files.disk(self.root, "write"):
                if not self._put:
                    self._clear()
                gone = set(self._forsaken(may_go))
                if self._put or gone:
                    self._swap(gone)
        finally:
            self.discard()
        return len(self._put) + len(gone)

    def discard(self) -> None:
        """Forget what was put; the folder stays as it is."""
        shutil.rmtree(self._fresh, ignore_errors=True)

    def _forsaken(self, may_go: Callable[[str], bool]) -> Iterator[str]:
        stands = self._kept | self._put
        for name in sorted(self._dropped - stands):
            if may_go(name) and self._read(name) is not None:
                yield name
        for page in sorted(self.root.rglob("*.html")):
            name = page.relative_to(self.root).as_posix()
            if may_go(name) and (name in stands or _is_ours(page)):
                proof = page.with_name("review.json")
                names = (name, f"{name.rpartition('/')[0]}/{proof.name}".lstrip("/"))
                is_evidence = page.name == "index.html" and proof.exists()
                yield from (each for each in names[: 1 + is_evidence] if each not in stands)

    def _clear(self) -> None:
        """Put back the folder that a killed command had put aside; remove what it had begun."""
        for aside in self._left(_OLD):
            if not self.root.exists():
                aside.rename(self.root)
        for left in (*self._left(_NEW), *self._left(_OLD)):
            shutil.rmtree(left, ignore_errors=True)

    def _left(self, suffix: str) -> list[Path]:
        return sorted(self.root.parent.glob(f".{self.root.name}.????????{suffix}"))

    def _ways(self) -> set[str]:
        """Return the names of what will be put there, and of the folders on the way."""
        paths = [PurePosixPath(name) for name in self._put]
        return {way.as_posix() for path in paths for way in (path, *path.parents)}

    def _swap(self, gone: set[str]) -> None:
        self._fresh.mkdir(parents=True, exist_ok=True)
        self._write_down()
        if self.root.exists():
            if not self.root.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
            self._fresh.chmod(self.root.stat().st_mode & 0o777)
            _share(self.root, self._fresh, without=gone | self._ways())
            _exchange(self._fresh, self.root)
        else:
            self._fresh.rename(self.root)
        files.sync(self.root.parent)

    def _write_down(self) -> None:
        """Have the new files on the disk before they take anything's place."""
        if len(self._put) > _FEW:
            os.sync()
            return
        for name in self._put:
            files.sync(self._fresh / name)


def _is_ours(page: Path) -> bool:
    """Return whether Salerno wrote a page."""
    return page.is_file() and not page.is_symlink() and _GENERATOR in page.read_bytes()


def _share(old: Path, new: Path, *, without: set[str]) -> None:
    """Give a new folder the files of an old one, without a copy where the disk can do that."""
    for folder, folders, names in os.walk(old):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in (*names, *links):
            path = Path(folder, name)
            relative = path.relative_to(old)
            if relative.as_posix() in without:
                continue
            (new / relative).parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(path, new / relative, follow_symlinks=False)
            except OSError:
                shutil.copy2(path, new / relative, follow_symlinks=False)


def _exchange(one: Path, other: Path) -> None:
    """Swap two folders in one step where the system can, else in two that follow at once."""
    if files.exchange(one, other):
        return
    aside = _beside(other, _OLD)
    other.rename(aside)
    try:
        one.rename(other)
    except BaseException:
        aside.rename(other)
        raise
    aside.rename(one)


def _beside(folder: Path, suffix: str) -> Path:
    return folder.with_name(f".{folder.name}.{secrets.token_hex(4)}{suffix}")
