"""Draft with a LibreTranslate server, through deep-translator.

The library sends text and key in the address, where a server's or a proxy's log keeps them: use a
server of your own, and a key that is good for nothing else.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from salerno.engines._deep import Failure, call
from salerno.engines._options import check_options, number_of, seconds_of, text_of
from salerno.engines.pieces import cut, has_words
from salerno.engines.tokens import decode, encode
from salerno.errors import EngineError, EngineUnavailable, InputError
from salerno.model import Draft, Provenance

if TYPE_CHECKING:
    from deep_translator import LibreTranslator

_URL = "SALERNO_LIBRETRANSLATE_URL"
_KEY = "SALERNO_LIBRETRANSLATE_KEY"
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_LONGEST = 2000
"""Bytes; the text travels in the address, up to three times as long, and proxies take 8 KB."""


class _Passing(Exception):
    """A failure that the next attempt may not meet."""

    def __init__(self, error: EngineError) -> None:
        super().__init__(str(error))
        self.error = error


class LibreTranslate:
    """A LibreTranslate server, asked for one sentence at a time.

    Options: `url` (or the environment's SALERNO_LIBRETRANSLATE_URL), `timeout` (seconds for one
    attempt, 30 unless set), `attempts` (3 unless set). A key comes from the environment alone.
    """

    name = "libretranslate"

    def __init__(self, options: Mapping[str, object]) -> None:
        check_options(self.name, options)
        url = text_of(self.name, options, "url", os.environ.get(_URL, ""))
        self._url = _checked(self.name, url)
        self._shown = _shown(self._url)
        self._seconds = seconds_of(self.name, options, "timeout", 30.0)
        self._attempts = number_of(self.name, options, "attempts", 3)
        self._key = os.environ.get(_KEY, "")

    def pair(self, source: str, target: str) -> str:
        """Return the server's codes as `en-es`; the server itself is not asked."""
        start, end = _code(source), _code(target)
        for tag, code in ((source, start), (target, end)):
            if code is None:
                known = ", ".join(sorted(_languages()))
                what = f"deep-translator does not know {tag} there, only {known}"
                raise EngineUnavailable(self.name, what)
        if start == end:
            # The library would give the text back and call it a translation.
            raise EngineUnavailable(self.name, f"{source} and {target} are one language there")
        return f"{start}-{end}"

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> list[Draft]:
        """Return one draft for each text; the server does not tell what it did not know."""
        pair = self.pair(source, target)
        translator = self._translator(*pair.split("-"))
        library = f"deep-translator {version('deep-translator')}, server's version unknown"
        provenance = Provenance(self.name, pair, library)
        return [Draft(self._translate(translator, text), provenance) for text in texts]

    def close(self) -> None:
        """Do nothing: every request has a connection of its own."""

    def _translator(self, source: str, target: str) -> LibreTranslator:
        from deep_translator import LibreTranslator

        # The library insists on a key, but sends none that is empty by then: a server that needs
        # none may refuse one that it does not know.
        translator = LibreTranslator(source, target, api_key="unused", custom_url=self._url)
        translator.api_key = self._key
        return translator

    def _translate(self, translator: LibreTranslator, text: str) -> str:
        pieces = cut(text, _LONGEST)
        return "".join(
            self._ask(translator, piece) if has_words(piece) else piece for piece in pieces
        )

    def _ask(self, translator: LibreTranslator, text: str) -> str:
        import stamina

        # It would print each attempt on standard error where nobody has set up a log.
        logging.getLogger("stamina").addHandler(logging.NullHandler())
        encoded = encode(text)
        patient = stamina.RetryingCaller(
            attempts=self._attempts,
            timeout=None,
            wait_initial=0.2,
            wait_max=2.0,
            wait_jitter=0.2,
        )
        try:
            question = partial(translator.translate, encoded.text)
            answer = patient(_Passing, partial(self._attempt, question))
        except _Passing as passing:
            raise passing.error from None  # the chain would only say it again
        return decode(answer.strip(), encoded.tokens)

    def _attempt(self, question: Callable[[], object]) -> str:
        answer = call(question, self._seconds)
        if isinstance(answer, str) and answer.strip():
            return answer
        if not isinstance(answer, Failure):
            answer = Failure(EngineError, "the service's answer holds no text")
        error = answer.kind(self.name, f"{answer.what}; asked was {self._shown}")
        raise _Passing(error) if answer.passing else error


def _checked(engine: str, url: str) -> str:
    """Return the address as the library wants it, which is with a slash behind."""
    if not url:
        raise EngineUnavailable(engine, f"no server; set [engine.{engine}] url, or {_URL}")
    if not _is_address(url):
        raise InputError(
            f"[engine.{engine}] url is no address of a server",
            help="give one such as http://127.0.0.1:5000",
        )
    return url.rstrip("/") + "/"


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    known = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return known and not parts.query and not parts.fragment


def _shown(url: str) -> str:
    """Return the address without a user's name and password."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


@cache
def _languages() -> frozenset[str]:
    # 0.26 s, which only those pay who ask this engine.
    from deep_translator.constants import LIBRE_LANGUAGES_TO_CODES

    return frozenset(LIBRE_LANGUAGES_TO_CODES.values())


def _code(tag: str) -> str | None:
    """Return the library's code for a BCP 47 tag; it has no region, and `zh` is simplified."""
    language, *rest = tag.replace("_", "-").lower().split("-")
    if language == "zh" and _TRADITIONAL.intersection(rest):
        return None
    return language if language in _languages() else None
