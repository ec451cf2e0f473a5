"""Read Apertium's .mode files: the programs that one direction of a language pair is piped through.

A mode is written as a line of shell. It is never given to a shell: its words are read here, and a
program must be one of Apertium's own, for the folder of modes can be named by a salerno.toml that
came with somebody's articles.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from salerno.engines._chain import Command

_TAGGER = "apertium-tagger"

_OURS = re.compile(r"(?:apertium|cg|hfst|lrx|lsx|lt|rtx)-[a-z0-9-]+")
_WITHOUT_FLUSH = frozenset({"apertium-transfer-j"})
"""Programs that do not know `-z`, so they would keep an answer back until they are ended."""
_VARIABLES = {"$1": "-g", "$2": ""}
"""`$1` is how words are generated (`-g` marks those that fail), `$2` an option of the tagger."""


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode, cut where its tagger stands."""

    name: str
    before: tuple[Command, ...]
    tagger: Command
    after: tuple[Command, ...]

    @property
    def commands(self) -> tuple[Command, ...]:
        """All of it, in order."""
        return (*self.before, self.tagger, *self.after)


def parse_mode(name: str, text: str) -> Mode:
    """Return the mode that `text` describes; raise ValueError if it is none that we can run."""
    commands = [_command(name, words) for words in _split_at_pipes(text)]
    taggers = [at for at, command in enumerate(commands) if command[0] == _TAGGER]
    if len(taggers) != 1 or taggers[0] in {0, len(commands) - 1}:
        raise ValueError(f"{name}.mode has no tagger between other programs")
    at = taggers[0]
    before, after = map(_flushing, commands[:at]), map(_flushing, commands[at + 1 :])
    return Mode(name, tuple(before), commands[at], tuple(after))


def read_mode(folder: Path, name: str) -> Mode:
    """Read a mode by its name; raise FileNotFoundError or ValueError."""
    return parse_mode(name, (folder / f"{name}.mode").read_text(encoding="utf-8"))


def _split_at_pipes(text: str) -> list[list[str]]:
    commands: list[list[str]] = [[]]
    for word in shlex.split(text):
        if word == "|":
            commands.append([])
        elif filled := _VARIABLES.get(word, word):
            commands[-1].append(filled)
    return commands


def _command(mode: str, words: list[str]) -> Command:
    if not words or not _OURS.fullmatch(words[0]):
        what = repr(words[0]) if words else "nothing"
        raise ValueError(f"{mode}.mode runs {what}, which is no program of Apertium's")
    if words[0] in _WITHOUT_FLUSH:
        raise ValueError(f"{mode}.mode runs {words[0]!r}, which cannot be kept running")
    return tuple(words)


def _flushing(command: Command) -> Command:
    """Make a program answer at every NUL, so that it can stay for the next text."""
    return (command[0], "-z", *command[1:])
