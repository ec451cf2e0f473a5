"""A target back in the source language by machine, for who does not read it: no evidence of quality.

A wrong translation may come back right, and a right one wrong. Whoever shows it says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Lock, Thread

from salerno.errors import InputError, SalernoError
from salerno.model import Provenance, Syntax, Unit
from salerno.pipeline.engines import Engines
from salerno.store import clock, files
from salerno.store.settings import MEMORY
from salerno.store.workspace import Workspace

SECONDS = 4.0
"""A reviewer waits no longer; an engine that takes some seconds to start is ready for the next question."""
_LONGEST = 5000
"""Characters; no block of an article has more."""
_AT_ONCE = BoundedSemaphore(2)
"""Questions of this process that engines are at work on, those that nobody waits for any longer too."""


@dataclass(frozen=True, slots=True)
class BackTranslation:
    """What an engine made of a target, or why there is nothing; as unsafe as any text of a stranger."""

    text: str = ""
    reason: str = ""
    provenance: Provenance | None = None


def back_translation(
    workspace: Workspace,
    locale: str,
    target: str,
    *,
    syntax: Syntax = Syntax.PLAIN,
    seconds: float = SECONDS,
) -> BackTranslation:
    """Return a target in the source language, by the locale's first engine that knows the way back.

    Takes no longer than `seconds`, and raises nothing that an engine raises. `syntax` is the unit's: its
    markup goes around the engine, as in a draft.
    """
    if not target.strip():
        return BackTranslation(reason="there is no text")
    if len(target) > _LONGEST:
        return BackTranslation(reason=f"the text is longer than {_LONGEST} characters")
    try:
        files.check_text(target)
    except InputError as error:
        return BackTranslation(reason=error.what)
    return _within(seconds, lambda: _made(workspace, locale, target, syntax))


def _within(seconds: float, work: Callable[[], BackTranslation]) -> BackTranslation:
    """Return what the work comes to, or that it took too long.

    It goes on in a thread of its own then, which holds nobody up at exit: an engine has its own limits.
    """
    end = clock.elapsed() + seconds
    if not _AT_ONCE.acquire(timeout=seconds):
        return BackTranslation(reason="the engine is busy; try again")
    answers = SimpleQueue[BackTranslation]()
    Thread(target=lambda: _answer(answers, work), name="back-translation", daemon=True).start()
    try:
        return answers.get(timeout=max(0.0, end - clock.elapsed()))
    except Empty:
        return BackTranslation(reason=f"no answer within {seconds:g} s")


def _answer(answers: SimpleQueue[BackTranslation], work: Callable[[], BackTranslation]) -> None:
    try:
        found = work()
    except SalernoError as error:
        found = BackTranslation(reason=str(error))
    # Whatever it is: left alone, the thread would print it, and nobody would get an answer.
    except Exception as error:  # noqa: BLE001
        found = BackTranslation(reason=f"the engine failed with {type(error).__name__}")
    finally:
        _AT_ONCE.release()
    answers.put(found)


def _made(workspace: Workspace, locale: str, target: str, syntax: Syntax) -> BackTranslation:
    from salerno.pipeline.drafting import Pair, draft_unit

    settings = workspace.settings
    names = [name for name in settings.engines_for(locale) if name != MEMORY]
    pair, reasons = Pair(locale, settings.source_locale), list[str]()
    engine = _engines(workspace).first(names, pair, reasons)
    if engine is None:
        return BackTranslation(reason="; ".join(reasons) or "no engine is set for this locale")
    made = draft_unit(Unit(target, syntax=syntax), engine, pair)[0]
    return BackTranslation(made.text, provenance=made.provenance)


_KEPT: dict[Path, tuple[str, Engines]] = {}
"""By workspace: its engines, and the options that they were made with. One takes seconds to start."""
_KEEPING = Lock()


def _engines(workspace: Workspace) -> Engines:
    """Return the engines of a workspace; if its options are others by now, they are made anew."""
    options = json.dumps(workspace.settings.engine, sort_keys=True, default=str)
    with _KEEPING:
        known, engines = _KEPT.get(workspace.root, ("", None))
        if engines is not None and known == options:
            return engines
        if engines is not None:
            engines.close()
        made = Engines(workspace)
        _KEPT[workspace.root] = (options, made)
        return made
