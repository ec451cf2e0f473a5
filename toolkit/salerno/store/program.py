"""Digests: of inputs, and of the program that works on them."""

from __future__ import annotations

import hashlib
import sysconfig
from functools import cache
from pathlib import Path

import salerno

_CODE = {".py", ".po", ".j2", ".css", ".js"}


def digest(*inputs: bytes | str) -> str:
    """Return one digest of inputs, in their order; where one ends and the next begins counts too."""
    found = hashlib.sha256()
    for value in inputs:
        data = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.hexdigest()


@cache
def program() -> str:
    """Return a digest of the code that is running: its files, and the time of the last installation."""
    package = Path(salerno.__file__).parent
    stats = [
        f"{path.relative_to(package)} {path.stat().st_size} {path.stat().st_mtime_ns}"
        for path in sorted(package.rglob("*"))
        if path.suffix in _CODE
    ]
    installed = Path(sysconfig.get_path("purelib"))
    stats.append(str(installed.stat().st_mtime_ns) if installed.exists() else "")
    return digest(salerno.__version__, *stats)
