"""A PostgreSQL of the tests' own: a fresh data folder, a free port on this machine, nobody else's server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OWNER = "postgres"
"""PostgreSQL refuses to run as root: Debian's package brings this user."""


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, the newest; None where it is not installed."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4])
    )
    return found[-1].parent if found else None


class Postgres:
    """A server that can be stopped, killed and started again."""

    def __init__(self, folder: Path, bin_: Path) -> None:
        self.folder, self._bin = folder, bin_
        self.port = _free_port()
        self.data = folder / "data"
        if os.geteuid() == 0:
            shutil.chown(folder, _OWNER)
        options = ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--username=salerno"]
        self._run("initdb", "--no-sync", *options)

    def _run(self, program: str, *arguments: str) -> None:
        as_owner = ["setpriv", f"--reuid={_OWNER}", f"--regid={_OWNER}", "--clear-groups"]
        command = [*(as_owner if os.geteuid() == 0 else []), str(self._bin / program)]
        subprocess.run(
            [*command, "-D", str(self.data), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            timeout=60,
        )

    def start(self) -> None:
        """Start it; it answers when this returns."""
        options = (
            f"-p {self.port} -k {self.folder} -h 127.0.0.1 -c fsync=off -c max_connections=120"
        )
        self._run("pg_ctl", "-w", "-o", options, "-l", str(self.folder / "log"), "start")

    def stop(self, how: str = "fast") -> None:
        """Stop it: `fast`, or `immediate` as a crash would."""
        self._run("pg_ctl", "-w", "-m", how, "stop")

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"postgresql://salerno@127.0.0.1:{self.port}/postgres"


@contextmanager
def postgres() -> Iterator[Postgres | None]:
    """Run a server; None where PostgreSQL is not installed."""
    bin_ = programs()
    if bin_ is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="salerno-postgres-"))  # where its own user gets to
    server = Postgres(folder, bin_)
    server.start()
    try:
        yield server
    finally:
        server.stop("immediate")
        shutil.rmtree(folder)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
