"""Files read strictly and written whole: after a crash there is the old content or the new one."""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from salerno.errors import InputError, StorageError

LARGEST = 64 * 1024 * 1024
"""Bytes; a text beyond that is a mistake or an attack, and would only be found out of memory."""


@contextmanager
def disk(path: Path, doing: str) -> Iterator[None]:
    """Turn what the operating system refuses into a StorageError that names the file."""
    try:
        yield
    except OSError as error:
        raise StorageError(f"cannot {doing} {path}: {error.strerror or error}") from error


def read_bytes(path: Path, *, largest: int = LARGEST, name: str = "") -> bytes:
    """Return what is in a file; raise StorageError if that cannot be had, InputError if too large.

    A pipe or a device is no file: it may never end, or never begin. `name` is what the InputError
    calls the file.
    """
    with disk(path, "read"):
        known = path.stat()
        if not (stat.S_ISREG(known.st_mode) or stat.S_ISDIR(known.st_mode)):
            raise InputError("is no ordinary file", where=name or str(path))
        if known.st_size > largest:
            raise InputError(f"larger than {largest // 1024**2} MiB", where=name or str(path))
        return path.read_bytes()


def find_bytes(path: Path) -> bytes | None:
    """Return what is in a file, None if there is none."""
    try:
        return read_bytes(path)
    except StorageError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return None
        raise


def read_text(path: Path, name: str, *, largest: int = LARGEST) -> str:
    """Return a UTF-8 text with its line breaks as they are; `name` is what messages call the file."""
    return decoded(read_bytes(path, largest=largest, name=name), name)


def decoded(data: bytes, name: str) -> str:
    """Return the UTF-8 text that bytes are; raise InputError, with the line, if they are none."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = f"{name}:{_line_at(data, error.start)}"
        raise InputError("not UTF-8", where=where, help=_encoding_hint(data)) from error
    if "\0" in text:
        where = f"{name}:{_line_at(data, data.index(0))}"
        raise InputError("holds a NUL character", where=where, help="is this a text file?")
    return text


def check_text(text: str) -> None:
    """Raise InputError for a text that no file of ours can hold: terminals and forms may send any bytes."""
    if "\0" in text:
        raise InputError(f"{text[:60]!r} holds a NUL character", help="take it out")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(f"{text[:60]!r} is not UTF-8", help="set the terminal to UTF-8") from error


def _line_at(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _encoding_hint(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "it looks like UTF-16; save it as UTF-8"
    return "save it as UTF-8"


def write(path: Path, data: bytes, *, mode: int | None = None) -> bool:
    """Write a file whole, durably, and only if its content changes; return whether it did.

    The content goes to a temporary file beside it, which takes its place once it is on the disk.
    """
    with disk(path, "write"):
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = _beside(path, data, mode)
        try:
            fresh.replace(path)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
        sync(path.parent)
    return True


def write_over(path: Path, before: bytes | None, data: bytes, *, at_once: bool = True) -> bool:
    """Write a file as `write` does, if it still holds what was read from it; return whether it did.

    `before` is None where there was no file. Who renames a file of their own into place, as PO
    editors do, is never written over: the two files are swapped in one step, and what comes out is
    looked at before it goes. Two windows stay: who writes into the file itself between that look and
    the removal (microseconds) loses the words, and where the system swaps no files (only Linux does, and
    not on every disk) so does who saves between the last look and the rename.

    Who writes many files may have them brought to the disk together afterwards, and not each `at_once`.
    """
    with disk(path, "write"):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = _beside(path, data, None, at_once=at_once)
        is_ours = find_bytes(path) == before and _took_place(fresh, path, before)
        fresh.unlink(missing_ok=True)
        if at_once:
            sync(path.parent)
    return is_ours


def _took_place(fresh: Path, path: Path, before: bytes | None) -> bool:
    """Put a file where one stands that holds `before`; any other that stood there stands there again."""
    if before is None:
        return _took_name(fresh, path)
    ours = fresh.stat().st_ino
    try:
        if not exchange(fresh, path):
            fresh.replace(path)
            return True
    except FileNotFoundError:
        return False
    if fresh.read_bytes() == before:
        return True
    _give_back(fresh, path, ours)
    return False


def _took_name(fresh: Path, path: Path) -> bool:
    try:
        os.link(fresh, path)
    except FileExistsError:
        return False
    except OSError:  # a disk without hard links
        fresh.replace(path)
    return True


def _give_back(aside: Path, path: Path, put: int) -> None:
    """Put back what was swapped out, until what comes out is what was put there last: nobody saved since."""
    while True:
        taken = aside.stat().st_ino
        try:
            swapped = exchange(aside, path)
        except FileNotFoundError:
            swapped = False
        if not swapped:
            aside.replace(path)
            return
        if aside.stat().st_ino == put:
            return
        put = taken


def remove_over(path: Path, before: bytes) -> bool:
    """Remove a file if it still holds what was read from it; return whether it did."""
    with disk(path, "remove"):
        aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
        path.rename(aside)
        is_ours = aside.read_bytes() == before
        if not is_ours:
            _took_name(aside, path)
        aside.unlink(missing_ok=True)
        sync(path.parent)
    return is_ours


def exchange(one: Path, other: Path) -> bool:
    """Swap two files or folders in one step; return False, and do nothing, where the system cannot.

    Raises FileNotFoundError if one of them is gone.
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    here, swap = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    if rename(here, os.fsencode(one), here, os.fsencode(other), swap) == 0:
        return True
    if ctypes.get_errno() == errno.ENOENT:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(other))
    return False


def _beside(path: Path, data: bytes, mode: int | None, *, at_once: bool = True) -> Path:
    """Return a new file beside another, with its mode unless one is given, that is on the disk."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with fresh.open("xb") as file:
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            file.write(data)
            file.flush()
            if at_once:
                os.fsync(file.fileno())
        if mode is None and path.exists():
            fresh.chmod(path.stat().st_mode & 0o777)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def sync(path: Path) -> None:
    """Have a file's content, or the names in a folder, on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
