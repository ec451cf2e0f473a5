"""Keep programs running that are piped into each other and answer every NUL with a NUL."""

from __future__ import annotations

import os
import selectors
import shutil
import subprocess
from collections.abc import Sequence
from time import monotonic
from typing import IO, cast

Command = tuple[str, ...]
"""A program and its arguments."""

_LOCALE = {"LC_ALL": "C"}
"""Several programs abort under a locale that is not installed, as an ssh session may bring one.

They read and write UTF-8 under every locale, this one, too.
"""
_SIGPIPE = 13  # `signal` has it on POSIX alone, and this file is imported everywhere
_WELL = frozenset({None, 0, -_SIGPIPE})
_NUL = b"\0"
_BLOCK = 65_536


class Stalled(Exception):
    """No answer within the time limit; the chain is good for nothing but to be ended."""


class Broken(Exception):
    """A program ended, or its answer is to another question; the chain has to be ended."""


class Chain:
    """Programs piped into each other, for one caller at a time."""

    def __init__(self, commands: Sequence[Command]) -> None:
        self._names = [command[0] for command in commands]
        self._programs: list[subprocess.Popen[bytes]] = []
        try:
            for command in commands:
                self._append(command)
        except BaseException:
            self.end()
            raise
        self._inlet = cast("IO[bytes]", self._programs[0].stdin)
        self._outlet = cast("IO[bytes]", self._programs[-1].stdout)
        os.set_blocking(self._inlet.fileno(), False)
        os.set_blocking(self._outlet.fileno(), False)

    def ask(self, question: bytes, deadline: float) -> bytes:
        """Send a question without NUL in it and return the answer; raise Stalled or Broken.

        It reads while it writes: whoever writes a long text first and reads then waits for ever,
        once the pipes on both sides are full.
        """
        unsent, answer = memoryview(question + _NUL), bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(self._inlet, selectors.EVENT_WRITE)
            selector.register(self._outlet, selectors.EVENT_READ)
            while _NUL not in answer:
                for end in _ready(selector, deadline):
                    if end is self._outlet:
                        answer += self._read()
                    else:
                        unsent = unsent[self._write(unsent) :]
                        if not unsent:
                            selector.unregister(self._inlet)
        if unsent or answer.find(_NUL) != len(answer) - 1:
            raise Broken("more answers than questions")
        return bytes(answer[:-1])

    def end(self) -> None:
        """End the programs at once and wait until they are gone; calling it twice is fine."""
        for program in self._programs:
            end(program)

    def _append(self, command: Command) -> None:
        before = self._programs[-1].stdout if self._programs else None
        self._programs.append(start(command, stdin=before))
        if before:
            before.close()  # the new program has it now; while we hold it, too, no pipe ever breaks

    def _read(self) -> bytes:
        block = os.read(self._outlet.fileno(), _BLOCK)
        if not block:
            raise Broken(self._what_ended())
        return block

    def _write(self, unsent: memoryview) -> int:
        try:
            return os.write(self._inlet.fileno(), unsent[:_BLOCK])
        except BrokenPipeError:
            raise Broken(self._what_ended()) from None

    def _what_ended(self) -> str:
        # Its neighbours end, too, once their pipes break; the culprit ended badly and by itself.
        states = [
            (name, program.poll())
            for name, program in zip(self._names, self._programs, strict=True)
        ]
        badly = [f"{name} ended ({state})" for name, state in states if state not in _WELL]
        return ", ".join(badly) or "a program ended"


def start(command: Command, stdin: IO[bytes] | None = None) -> subprocess.Popen[bytes]:
    """Start a program on the path that reads `stdin`, or a new pipe; raise FileNotFoundError."""
    program = shutil.which(command[0])
    if program is None:
        raise FileNotFoundError(command[0])
    return subprocess.Popen(
        [program, *command[1:]],
        bufsize=0,
        stdin=stdin or subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # warnings on single words, and nobody would empty the pipe
        env=os.environ | _LOCALE,
    )


def end(program: subprocess.Popen[bytes]) -> None:
    """End a program at once, wait until it is gone and close our ends of its pipes."""
    program.kill()
    program.wait()
    for stream in (program.stdin, program.stdout):
        if stream:
            stream.close()


def _ready(selector: selectors.BaseSelector, deadline: float) -> Sequence[object]:
    left = deadline - monotonic()
    ready = [key.fileobj for key, _ in selector.select(left)] if left > 0 else []
    if not ready:
        raise Stalled
    return ready
