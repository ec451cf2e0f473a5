"""Files read strictly and written whole: after a crash there is the old content or the new one."""

from __future__ import annotations

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


def read_bytes(path: Path, *, largest: int = LARGEST) -> bytes:
    """Return what is in a file; raise StorageError if that cannot be had, InputError if too large.

    A pipe or a device is no file: it may never end, or never begin.
    """
    with disk(path, "read"):
        known = path.stat()
        if not (stat.S_ISREG(known.st_mode) or stat.S_ISDIR(known.st_mode)):
            raise InputError("is no ordinary file", where=str(path))
        if known.st_size > largest:
            raise InputError(f"larger than {largest // 1024**2} MiB", where=str(path))
        return path.read_bytes()


def read_text(path: Path, name: str, *, largest: int = LARGEST) -> str:
    """Return a UTF-8 text with its line breaks as they are; `name` is what messages call the file."""
    data = read_bytes(path, largest=largest)
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
    """Raise InputError for a text that no file can hold: a terminal may send any bytes."""
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
        _replace(path, data, mode)
    return True


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is None and path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a file's new name durable too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
