"""Review in the terminal: one entry after the other, in lines that a screen reader reads in order.

Every decision is on the disk before the next entry is shown, so that quitting, or a lost connection,
loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import click

from salerno.cli.differences import spoken
from salerno.errors import InputError
from salerno.model import Entry, Event, Severity
from salerno.pipeline import decide
from salerno.pipeline.decide import MQM, MQM_SEVERITIES, Desk
from salerno.pipeline.queue import Waiting, queue, waiting
from salerno.pipeline.sight import last_approved, source_change
from salerno.pipeline.wording import harmless
from salerno.signing import PrivateKey
from salerno.store.workspace import Workspace

_HELP = """\
  a  approve this text          e  edit it (you are asked again afterwards)
  r  reject it, with a reason   c  comment for the translator
  w  waive a finding            s  skip for now
  u  undo your last decision    q  quit; nothing is lost
  ?  this help"""


class _Quit(Exception):
    pass


@dataclass(slots=True)
class Session:
    """A reviewer's sitting: what was decided in it can be undone in it."""

    workspace: Workspace
    locale: str
    identifier: str
    open_key: Callable[[], PrivateKey]
    done: list[tuple[Desk, Entry, Event]] = field(default_factory=list)
    desks: dict[str, Desk] = field(default_factory=dict)

    def run(self, slugs: Sequence[str] = ()) -> int:
        """Go through the queue; return how many decisions were made."""
        items = queue(self.workspace, [self.locale], slugs)
        _say(f"{len(items)} entries wait in {self.locale}. Type ? for help.")
        try:
            position = 0
            while position < len(items):
                position += self._one(items[position], position + 1, len(items))
        except (_Quit, EOFError, click.Abort):
            _say("")
        _say(f"{len(self.done)} decisions were made; all of them are saved.")
        return len(self.done)

    def _desk(self, article: str) -> Desk:
        if article not in self.desks:
            self.desks[article] = decide.desk(self.workspace, article, self.locale, self.identifier)
        return self.desks[article]

    def _one(self, item: Waiting, number: int, total: int) -> int:
        """Show an entry and do what its reviewer says; return how many entries to go on by."""
        seat = self._desk(item.article)
        while True:
            current = waiting(seat.entry(item.entry.unit.key), seat.decisions())
            self._show(current, number, total, seat)
            word = _ask("Decision [a e r c w s u q ?]").strip().lower()
            try:
                step = self._do(word, seat, current)
            except InputError as error:
                _say(f"! {error}")
                continue
            if step is not None:
                return step

    def _do(self, word: str, seat: Desk, current: Waiting) -> int | None:
        """Return how many entries to go on by, or None to stay with this one."""
        match word:
            case "a":
                self._approve(seat, current)
                return 1
            case "e":
                self._edit(seat, current.entry)
            case "r":
                self._reject(seat, current.entry)
                return 1
            case "c":
                reason = _ask("Comment")
                self._keep(seat, current.entry, decide.comment(seat, current.entry, reason=reason))
            case "w":
                self._waive(seat, current)
            case "s":
                return 1
            case "u":
                self._undo()
            case "q":
                raise _Quit
            case _:
                _say(_HELP)
        return None

    def _keep(self, seat: Desk, before: Entry, event: Event) -> None:
        self.done.append((seat, before, event))

    def _approve(self, seat: Desk, current: Waiting) -> None:
        blocking = [f for _, f in current.findings if f.severity.blocks]
        if blocking:
            _say("! It still has findings that hold the page back: waive them, or mend the text.")
        if current.entry.missing:
            raise InputError("there is no translation to approve")
        event = decide.approve_entries(seat, [current.entry]).events[0]
        self._keep(seat, current.entry, event)
        _say("Approved.")

    def _edit(self, seat: Desk, entry: Entry) -> None:
        targets = []
        for form, target in enumerate(entry.targets):
            label = f"New text of form {form}" if len(entry.targets) > 1 else "New text"
            targets.append(_new_text(label, target))
        if tuple(targets) == entry.targets:
            _say("Nothing was changed.")
            return
        self._keep(seat, entry, decide.edit(seat, entry, targets))
        _say("Saved. Look at it again:")

    def _reject(self, seat: Desk, entry: Entry) -> None:
        category = _choice("Category", MQM, "accuracy")
        severity = _choice("Severity", MQM_SEVERITIES, "major")
        reason = _ask("Reason")
        event = decide.reject(seat, entry, reason=reason, category=category, severity=severity)
        self._keep(seat, entry, event)
        _say("Rejected. The translator sees your reason.")

    def _waive(self, seat: Desk, current: Waiting) -> None:
        names = list(dict.fromkeys(finding.check for _, finding in current.findings))
        if not names:
            raise InputError("there is nothing to waive")
        check = names[0] if len(names) == 1 else _choice("Check", names, names[0])
        reason = _ask(f"Why is the finding of {check} no problem here")
        event = decide.waive(seat, current.entry, check=check, reason=reason, key=self.open_key())
        self._keep(seat, current.entry, event)
        _say("Waived, for exactly this text.")

    def _undo(self) -> None:
        if not self.done:
            raise InputError("you have decided nothing yet")
        seat, before, event = self.done[-1]
        decide.undo(seat, before, event)
        self.done.pop()
        _say(f"Undone: {event.type} of {event.source or ''!r:.60}. It waits again.")

    def _show(self, item: Waiting, number: int, total: int, seat: Desk) -> None:
        entry = item.entry
        _say("")
        _say(f"Entry {number} of {total}: {item.article}, {item.state}, risk {item.risk}")
        for comment in entry.unit.comments:
            _say(f"Where: {comment}")
        _say(f"Source: {entry.unit.source}")
        for form, target in enumerate(entry.targets):
            label = f"Translation, form {form}" if len(entry.targets) > 1 else "Translation"
            _say(f"{label}: {target or '(none)'}")
        for _, finding in item.findings:
            sign = "!!" if finding.severity is Severity.CRITICAL else "!"
            _say(f"{sign} {finding.severity} finding of {finding.check}: {finding.message}")
        if item.unknown_words:
            _say(f"The engine did not know: {', '.join(item.unknown_words)}")
        if entry.comment:
            _say(f"Notes: {entry.comment}")
        self._show_last(entry, seat)

    def _show_last(self, entry: Entry, seat: Desk) -> None:
        if change := source_change(entry):
            _say(f"Since it was translated, the source: {spoken(change)}")
        last = last_approved(entry, seat.decisions())
        if last is None or last.is_same:
            return
        for form, changed in enumerate(last.differences):
            label = f"the last approved text, form {form}" if form else "the last approved text"
            _say(f"Since {label}: {spoken(changed)}")


def _say(text: str) -> None:
    click.echo(harmless(text))


def _ask(prompt: str) -> str:
    click.echo(f"{prompt}: ", nl=False)
    return input()


def _choice(prompt: str, choices: Sequence[str], default: str) -> str:
    _say(f"{prompt}: {', '.join(choices)}")
    word = _ask(f"Which (Enter for {default})").strip() or default
    found = [choice for choice in choices if choice.startswith(word)]
    if len(found) != 1:
        raise InputError(f"{word!r} is none of them")
    return found[0]


def _new_text(label: str, old: str) -> str:
    """Ask for a text: in the reviewer's own editor at a terminal, on one line elsewhere."""
    import os
    import sys

    if sys.stdin.isatty() and (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        edited = click.edit(old, extension=".txt")
        return old if edited is None else edited.rstrip("\n")
    return _ask(f"{label} (Enter keeps it)") or old
