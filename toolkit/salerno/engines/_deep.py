"""Call deep-translator, which knows no time limit and throws whatever it meets, keys and all.

A call runs in a thread of its own. At the limit the thread is left to itself: nothing else bounds
the whole of a call from outside (`requests`' own limits are between two bytes, and the library
takes none), a thread needs no change to the library's or the process's state, and as a daemon it
holds nobody up at exit. It ends with its connection.

Only values leave that thread. An exception of the library's never does: its message, its chain or
a frame of its traceback holds the address with the key in it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from queue import Empty, SimpleQueue
from threading import Thread

from salerno.errors import EngineError, EngineRefused, EngineTimeout, EngineUnavailable

THREAD = "deep-translator"
_FAILED = frozenset({HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.SERVICE_UNAVAILABLE})


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer, in words without secrets."""

    kind: type[EngineError]
    what: str
    passing: bool = False
    """Whether the next attempt may well succeed."""


def call(question: Callable[[], object], seconds: float) -> object:
    """Return what `question` returns, or a Failure; never raises what it raises."""
    logging.getLogger("urllib3.connectionpool").addFilter(_without_query)
    answers = SimpleQueue[object]()
    ask = Thread(target=lambda: answers.put(_outcome(question)), name=THREAD, daemon=True)
    ask.start()
    try:
        return answers.get(timeout=seconds)
    except Empty:
        return Failure(EngineTimeout, f"no answer within {seconds:g} s", passing=True)


def _outcome(question: Callable[[], object]) -> object:
    try:
        return question()
    # Whatever it is: left alone, the thread would print it to standard error, key included.
    except Exception as error:  # noqa: BLE001
        return _library_failure(error) or _transport_failure(error) or _unknown_failure(error)


def _library_failure(error: Exception) -> Failure | None:
    from deep_translator import exceptions as library

    match error:
        case library.AuthorizationException():
            return Failure(EngineRefused, "the service refused the key, or wants one (403)")
        case library.ServerException():
            return _status_failure(str(error), library.ServerException.errors)
        case library.TranslationNotFound():
            return Failure(EngineError, "the service answered with nothing")
        case library.LanguageNotSupportedException() | library.InvalidSourceOrTargetLanguage():
            return Failure(EngineUnavailable, "deep-translator does not know the language")
    return None


def _status_failure(message: str, names: dict[int, str]) -> Failure:
    """Tell by its name which status it was; all that have none there are one to the library."""
    status = next((status for status, name in names.items() if name == message), None)
    if status in _FAILED:
        return Failure(EngineError, f"the service failed ({status})", passing=True)
    if status is None:
        # Most often a proxy's 502 or 504.
        return Failure(EngineError, "the service failed with a rare status", passing=True)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Failure(EngineRefused, f"too many requests ({status})", passing=True)
    return Failure(EngineRefused, f"the service refused the text or the languages ({status})")


def _transport_failure(error: Exception) -> Failure | None:
    from requests import exceptions as transport

    match error:
        case transport.JSONDecodeError():
            return Failure(EngineError, "the answer is no JSON, so hardly LibreTranslate's")
        case transport.Timeout():
            return Failure(EngineTimeout, "the connection timed out", passing=True)
        case transport.ConnectionError() | transport.ChunkedEncodingError():
            return Failure(EngineUnavailable, "the server cannot be reached", passing=True)
    return None


def _unknown_failure(error: Exception) -> Failure:
    if isinstance(error, KeyError | TypeError):
        return Failure(EngineError, "the service's answer has no translatedText")
    return Failure(EngineError, f"deep-translator failed with {type(error).__name__}")


def _without_query(record: logging.LogRecord) -> bool:
    """Take the query from addresses that urllib3 logs: the library puts text and key there."""
    if isinstance(record.args, tuple):
        record.args = tuple(
            re.sub(r"\?\S*", "?…", part) if isinstance(part, str) and "api_key=" in part else part
            for part in record.args
        )
    return True
