"""How the last build of `preview` went, for open pages that wait to hear of it."""

from __future__ import annotations

import json
import secrets
import threading
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class News:
    """What an open page has to know."""

    seen: str
    """Names the build that pages are from; of no other build, and of no other run of the server."""
    failure: str = ""
    """Why a later build failed."""

    @property
    def event(self) -> bytes:
        """As an event of a stream (HTML, 9.2)."""
        return b"data: %s\n\n" % json.dumps({"seen": self.seen, "failure": self.failure}).encode()


class Builds:
    """Knows how the last build went, and lets others wait for the next one."""

    def __init__(self) -> None:
        """Begin with no build, and none that failed."""
        self._condition = threading.Condition()
        self._news = News(secrets.token_hex(8))

    @property
    def news(self) -> News:
        """What is to be said now."""
        return self._news

    def succeeded(self, *, is_new: bool) -> None:
        """Say that a build went well, and whether it changed a page."""
        self._tell(News(secrets.token_hex(8) if is_new else self._news.seen))

    def failed(self, failure: str) -> None:
        """Say that a build failed, and why."""
        self._tell(replace(self._news, failure=failure))

    def _tell(self, news: News) -> None:
        with self._condition:
            self._news = news
            self._condition.notify_all()

    def after(self, known: News | None, seconds: float) -> News:
        """Return the news at once, or if they are known, as soon as there are others; wait so long at most."""
        with self._condition:
            self._condition.wait_for(lambda: self._news != known, seconds)
            return self._news
