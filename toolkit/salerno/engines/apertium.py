"""Draft with Apertium: offline, without a key, always the same answer to the same text.

It needs Debian's packages and never installs them; `install_command(packages())` says how.
"""

from __future__ import annotations

import os
import re
import shutil
import weakref
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from salerno.engines._chain import Broken, Stalled
from salerno.engines._modes import Mode, read_mode
from salerno.engines._options import check_options, number_of, seconds_of, text_of
from salerno.engines._pool import Pool
from salerno.engines._routes import find_route, install_command, packages, why_none
from salerno.engines._stream import RESERVED, find_marked, unmark
from salerno.engines._versions import fingerprint, installed
from salerno.engines.pieces import cut, has_words
from salerno.engines.tokens import decode, encode, intact, split
from salerno.errors import EngineError, EngineTimeout, EngineUnavailable
from salerno.model import Draft, Provenance

__all__ = ["Apertium", "install_command", "packages"]

_MODES = "/usr/share/apertium/modes"
_LONGEST = 4096
"""Bytes of one text: what a stage takes in before it answers has to fit into memory and patience."""
_MOST_PIPELINES = 4
"""Of one mode; the one from Catalan into French takes 630 MB, and four keep as many cores busy."""

_Result = tuple[str, list[str]]
"""A translation, and the words that were beyond the engine."""


class Apertium:
    """Apertium's own programs, run as child processes that stay for the next text.

    Options: `modes` (the folder of .mode files), `timeout` (seconds for one text and one mode, 20
    unless set), `pipelines` (how many of one mode may run at once; as many as there are cores, up
    to 4, unless set).
    """

    name = "apertium"

    def __init__(self, options: Mapping[str, object]) -> None:
        check_options(self.name, options)
        self._folder = Path(text_of(self.name, options, "modes", _MODES))
        self._seconds = seconds_of(self.name, options, "timeout", 20.0)
        most = min(os.cpu_count() or 1, _MOST_PIPELINES)
        self._pool = Pool(number_of(self.name, options, "pipelines", most))
        self._versions: dict[str, str] = {}
        # An engine that somebody forgot to close leaves no process behind, at exit or before.
        weakref.finalize(self, self._pool.end)

    def pair(self, source: str, target: str) -> str:
        """Return the modes that lead from `source` to `target`, such as `eng-cat > cat-fra`."""
        return _name(self._modes(source, target))

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[Draft]:
        """Return one draft for each text; what Apertium did not know stays as it was, named."""
        modes = self._modes(source, target)
        version = self._version(modes)
        drafts = []
        for text in texts:
            words, unknown = self._translate(text.replace("\0", ""), modes)
            # Of a word in both languages' marks, the first is the source's.
            seen = tuple(dict.fromkeys(unknown))
            drafts.append(Draft(words, Provenance(self.name, _name(modes), version, seen)))
        return drafts

    def close(self) -> None:
        """End the pipelines; those that another thread is using end when it is done."""
        self._pool.end()

    def _modes(self, source: str, target: str) -> tuple[Mode, ...]:
        route = find_route(source, target)
        if route is None:
            raise EngineUnavailable(self.name, why_none(source, target))
        remedy = f"it would come with: {install_command(packages([route]))}"
        try:
            modes = tuple(read_mode(self._folder, name) for name in route)
        except FileNotFoundError as error:
            what = f"{error.filename} is missing; {remedy}"
            raise EngineUnavailable(self.name, what) from error
        except ValueError as error:
            raise EngineUnavailable(self.name, str(error)) from error
        for program in (command[0] for mode in modes for command in mode.commands):
            if shutil.which(program) is None:
                raise EngineUnavailable(self.name, f"{program} is not installed; {remedy}")
        return modes

    def _version(self, modes: tuple[Mode, ...]) -> str:
        name = _name(modes)
        if name not in self._versions:
            # What dpkg knows is about the folder that dpkg filled.
            known = self._folder == Path(_MODES)
            route = tuple(mode.name for mode in modes)
            version = installed(packages([route])) if known else None
            self._versions[name] = version or fingerprint(modes)
        return self._versions[name]

    def _translate(self, text: str, modes: tuple[Mode, ...]) -> _Result:
        unknown: list[str] = []
        for mode in modes:
            text, words = self._hop(cut(text, _LONGEST), mode)
            unknown += words
        return text, unknown

    def _hop(self, pieces: Iterable[str], mode: Mode) -> _Result:
        results = [self._piece(piece, mode) for piece in pieces]
        return "".join(text for text, _ in results), [word for _, some in results for word in some]

    def _piece(self, text: str, mode: Mode) -> _Result:
        if not has_words(text):
            return text, []
        encoded = encode(text, RESERVED)
        answer = self._run(encoded.text, mode)
        if not intact(answer, encoded.tokens):
            # A lost `<` before a dose is nothing that a caller could see: it knows placeholders only.
            parts = split(text, RESERVED)
            return self._hop((piece for part in parts for piece in cut(part, _LONGEST)), mode)
        tokens = {token.word.lower() for token in encoded.tokens}
        unknown = [word for word in find_marked(answer) if word.lower() not in tokens]
        words = _spaced_like(encoded.text, unmark(answer))
        return _begun_like(text, decode(words, encoded.tokens)), unknown

    def _run(self, text: str, mode: Mode) -> str:
        try:
            return self._try(text, mode, fresh=False)
        except (Stalled, Broken):
            pass  # once: one that was kept may have died since, by itself or for want of memory
        try:
            return self._try(text, mode, fresh=True)
        except Stalled as error:
            what = f"no answer from {mode.name} within {self._seconds:g} s"
            raise EngineTimeout(self.name, what) from error
        except Broken as error:
            raise EngineError(self.name, f"{mode.name} broke twice: {error}") from error

    def _try(self, text: str, mode: Mode, *, fresh: bool) -> str:
        try:
            with self._pool.pipeline(mode, fresh=fresh) as pipeline:
                return pipeline.translate(text, self._seconds)
        except OSError as error:
            raise EngineError(self.name, f"{mode.name} cannot be run: {error}") from error


def _name(modes: Sequence[Mode]) -> str:
    return " > ".join(mode.name for mode in modes)


def _spaced_like(source: str, answer: str) -> str:
    """Take out the spaces that are left where a word was dropped, at the end or in the middle."""
    answer = answer.strip()
    return answer if "  " in source else re.sub(" {2,}", " ", answer)


def _begun_like(source: str, answer: str) -> str:
    """Undo the capital that some modes begin every text with, be it half a sentence.

    A word of one letter keeps it, for it may be the English `I`.
    """
    opening = re.match(r"\W*(\w)", source)
    capital = re.match(r"(\W*)([^\W\d_])(?=[^\W\d_])", answer)
    if not (opening and opening[1].islower() and capital and answer[capital.end()].islower()):
        return answer
    return capital[1] + capital[2].lower() + answer[capital.end() :]
