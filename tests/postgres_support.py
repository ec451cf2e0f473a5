"""A PostgreSQL of the tests' own: a fresh data folder, a free port on this machine, nobody else's server."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OWNERS = ("postgres", "nobody")
"""PostgreSQL refuses to run as root; Debian's package brings the first of these users."""
_QUICK = ("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off")
_SECONDS = 60


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, the newest; None where it is not installed."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4])
    )
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).parent if named else None


class Postgres:
    """A server that can be stopped, killed and started again; it ends with the process that started it."""

    def __init__(self, folder: Path, bin_: Path, *, durable: bool) -> None:
        self.folder, self._bin, self._durable = folder, bin_, durable
        self.port = 0
        self._data = folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = _owner() if os.geteuid() == 0 else None
        if self._owner:
            os.chown(folder, self._owner.pw_uid, self._owner.pw_gid)
        options = ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--username=salerno"]
        subprocess.run(
            self._command("initdb", "--no-sync", *options),
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            timeout=_SECONDS,
        )

    def _command(self, program: str, *arguments: str) -> list[str]:
        owner = self._owner
        # Whatever becomes of the tests, no server stays behind: it is told to stop when they end.
        as_owner = ["setpriv", "--pdeathsig=QUIT"]
        if owner:
            as_owner += [f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
        return [*as_owner, str(self._bin / program), "-D", str(self._data), *arguments]

    def start(self) -> None:
        """Start it; it answers when this returns. Its port stays the same once it has one."""
        is_new, end = not self.port, time.monotonic() + _SECONDS
        while True:
            self.port = _free_port() if is_new else self.port
            self._process = self._started()
            while self._process.poll() is None:
                if self._answers():
                    return
                assert time.monotonic() < end, self.log()
                time.sleep(0.05)
            # Another process took the port meanwhile.
            assert time.monotonic() < end, self.log()

    def _started(self) -> subprocess.Popen[bytes]:
        where = ["-p", str(self.port), "-h", "127.0.0.1", "-k", ""]
        how = () if self._durable else _QUICK
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                self._command("postgres", *where, "-c", "max_connections=120", *how),
                stdout=log,
                stderr=log,
                cwd="/",
            )

    def _answers(self) -> bool:
        ready = [str(self._bin / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(ready, check=False, timeout=_SECONDS).returncode == 0

    def stop(self, how: str = "fast") -> None:
        """Stop it: `fast`, or `immediate` as a crash would."""
        assert self._process
        self._process.send_signal({"fast": 2, "immediate": 3}[how])
        self._process.wait(_SECONDS)

    def log(self) -> str:
        """Return what it said."""
        return (self.folder / "log").read_text("utf-8")

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"postgresql://salerno@127.0.0.1:{self.port}/postgres"


@contextmanager
def postgres(*, durable: bool = False) -> Iterator[Postgres | None]:
    """Run a server; None where PostgreSQL is not installed.

    Unless it is to be `durable`, it spares the waits for the disk: a test's data need not outlive the machine.
    """
    bin_ = programs()
    if bin_ is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="salerno-postgres-"))  # where its own user gets to
    server = Postgres(folder, bin_, durable=durable)
    server.start()
    try:
        yield server
    finally:
        server.stop("immediate")
        shutil.rmtree(folder)


def _owner() -> pwd.struct_passwd:
    known = {user.pw_name: user for user in pwd.getpwall()}
    return next(known[name] for name in _OWNERS if name in known)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
