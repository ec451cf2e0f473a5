"""Kill a command, in a process of its own, at any moment at which it changes the disk."""

from __future__ import annotations

import io
import os
import signal
import sys
from itertools import count

from salerno.cli import main
from salerno.store import files

CHANGES = (
    "fsync", "replace", "unlink", "mkdir", "chmod", "fchmod", "ftruncate",
    "rename", "link", "rmdir", "sync",
)  # fmt: skip
"""What `os` does to a disk, but for opening and writing; each is a moment to be killed before."""

FILES = {io.BufferedWriter, io.TextIOWrapper}


def kill_before(moment, share):
    """Kill this process at the n-th thing that it does to the disk; a write is first done in part."""
    numbers = count()

    def strike(and_then=lambda: None):
        if next(numbers) == moment:
            and_then()
            os.kill(os.getpid(), signal.SIGKILL)

    def armed(function):
        def call(*arguments, **options):
            strike()
            return function(*arguments, **options)

        return call

    for name in CHANGES:
        setattr(os, name, armed(getattr(os, name)))
    files.exchange = armed(files.exchange)
    pwrite = os.pwrite

    def torn(descriptor, data, offset):
        strike(lambda: pwrite(descriptor, data[: int(len(data) * share)], offset))
        return pwrite(descriptor, data, offset)

    os.pwrite = torn
    sys.addaudithook(lambda event, said: strike() if _is_opened_to_write(event, said) else None)
    sys.setprofile(lambda _, event, called: strike() if _is_write(event, called) else None)


def _is_opened_to_write(event, said):
    flags = said[2] if event == "open" else None
    return isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)


def _is_write(event, called):
    """Return whether a file is about to be written that is open, and empty if it was opened so."""
    return event == "c_call" and called.__name__ == "write" and called.__self__.__class__ in FILES


def killed(workspace, arguments, moment, share=0.5):
    """Run a command in a process of its own; return whether it was killed, and what it had said."""
    said = workspace.root.with_suffix(".out")
    child = os.fork()
    if not child:
        for descriptor in (1, 2):
            os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT), descriptor)
        kill_before(moment, share)
        try:
            main(["-C", str(workspace.root), *arguments])
        except SystemExit as stopped:
            sys.stdout.flush()
            os._exit(int(stopped.code or 0))
        os._exit(70)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, -signal.SIGKILL}, said.read_text()
    return status != 0, said.read_text()
