"""Translate one text after the other through a mode whose programs stay, save for the tagger.

The tagger carries what it guessed from one text into the next, so one that stays makes a draft
depend on what was drafted before it (14 of 500 sentences from English into Spanish). It is started
anew for every text; that costs little, as it loads while the programs before it work.
"""

from __future__ import annotations

import subprocess
from itertools import count
from time import monotonic

from salerno.engines._chain import Broken, Chain, Stalled, end, start
from salerno.engines._modes import Mode


class Pipeline:
    """A mode at work, for one caller at a time; after any exception it has to be ended."""

    def __init__(self, mode: Mode) -> None:
        """Start the programs that stay; raise FileNotFoundError for one that is not installed."""
        self._mode = mode
        self._numbers = count(1)
        self._tagger: subprocess.Popen[bytes] | None = None
        self._before = Chain(mode.before)
        try:
            self._after = Chain(mode.after)
        except BaseException:
            self._before.end()
            raise

    def translate(self, text: str, seconds: float) -> str:
        """Return what Apertium answers, in its stream format; raise Stalled or Broken.

        The text may hold nothing that means something there (`_stream.RESERVED`). Every text is numbered and closed with a full stop, as Apertium's own text reader does.
        The number comes back behind the translation and proves that it is this text's.
        """
        number = f"[{next(self._numbers)}]"
        answer = self._ask(f"{text}.{number}".encode(), monotonic() + seconds)
        if not answer.endswith(number.encode()):
            raise Broken("an answer to another question")
        return answer.decode().removesuffix(number).removesuffix(".")

    def end(self) -> None:
        """End the programs and wait until they are gone; calling it twice is fine."""
        self._before.end()
        self._after.end()
        if self._tagger:
            end(self._tagger)

    def _ask(self, question: bytes, deadline: float) -> bytes:
        self._tagger = start(self._mode.tagger)
        analysed = self._before.ask(question, deadline)
        return self._after.ask(_tag(self._tagger, analysed, deadline), deadline)


def _tag(tagger: subprocess.Popen[bytes], analysed: bytes, deadline: float) -> bytes:
    try:
        tagged, _ = tagger.communicate(analysed, timeout=max(0, deadline - monotonic()))
    except subprocess.TimeoutExpired:
        raise Stalled from None
    if tagger.returncode:
        raise Broken(f"the tagger ended ({tagger.returncode})")
    return tagged
