"""Say which engine and which data made a draft, so that the draft can be made again."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from salerno.engines._modes import Mode


def installed(packages: Iterable[str]) -> str | None:
    """Return `package version, …` as Debian knows them, or None if it does not know them all."""
    query = shutil.which("dpkg-query")
    if query is None:
        return None
    wanted = [query, "--show", "--showformat", "${Package} ${Version}\n", *packages]
    answer = subprocess.run(wanted, capture_output=True, text=True, check=False)
    return ", ".join(answer.stdout.split("\n")[:-1]) if answer.returncode == 0 else None


def fingerprint(modes: Iterable[Mode]) -> str:
    """Return what identifies a route where no package does: a digest of its modes' data files.

    The version of the programs remains unknown, and it says so.
    """
    said = [f"{mode.name} sha256:{_digest(mode)[:12]}" for mode in modes]
    return ", ".join(["apertium of unknown version", *said])


def _digest(mode: Mode) -> str:
    digest = hashlib.sha256()
    for command in mode.commands:
        digest.update("\0".join(Path(word).name for word in command).encode())
        for path in filter(Path.is_file, map(Path, command[1:])):
            digest.update(path.read_bytes())
    return digest.hexdigest()
