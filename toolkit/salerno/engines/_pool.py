"""Lend pipelines out, one to each caller at a time, and keep them for the next."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from salerno.engines._modes import Mode
from salerno.engines._pipeline import Pipeline

_Key = tuple[int, str]
"""A process and a mode: a forked child must not talk into its parent's pipelines."""


class Pool:
    """Pipelines by mode, started when they are first needed, `most` of one mode at once."""

    def __init__(self, most: int) -> None:
        self._lock = Lock()
        self._turns = defaultdict[_Key, BoundedSemaphore](lambda: BoundedSemaphore(most))
        self._idle = defaultdict[_Key, list[Pipeline]](list)
        self._closed = False

    @contextmanager
    def pipeline(self, mode: Mode, *, fresh: bool = False) -> Iterator[Pipeline]:
        """Lend a pipeline; if the caller raises, it is ended instead of being kept.

        A fresh one is new: what ended one that was kept may have ended them all.
        """
        key = (os.getpid(), mode.name)
        with self._lock:
            turn = self._turns[key]
        with turn:
            lent = self._take(key, mode, fresh=fresh)
            try:
                yield lent
            except BaseException:
                lent.end()
                raise
            self._give_back(key, lent)

    def end(self) -> None:
        """End the pipelines that nobody has, and from now on every other when it comes back."""
        with self._lock:
            self._closed = True
            own = [key for key in self._idle if key[0] == os.getpid()]
            kept = [pipeline for key in own for pipeline in self._idle.pop(key)]
        for pipeline in kept:
            pipeline.end()

    def _take(self, key: _Key, mode: Mode, *, fresh: bool) -> Pipeline:
        with self._lock:
            kept = self._idle[key].pop() if self._idle[key] else None
        if kept and not fresh:
            return kept
        if kept:
            kept.end()
        return Pipeline(mode)

    def _give_back(self, key: _Key, pipeline: Pipeline) -> None:
        with self._lock:
            keep = not self._closed
            if keep:
                self._idle[key].append(pipeline)
        if not keep:
            pipeline.end()
