"""What the mail of the day says: how much waits for one person, where, how risky, and what is late.

It names languages, risks and articles by their slugs: no sentence of an article, source or translation,
and nothing that opens anything.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef

from salerno import languages
from salerno.model import Reviewer
from salerno.review import Risk
from salerno.web.access import REVIEWERS
from salerno.web.desk.models import Due, Part, Waiting
from salerno.web.people.models import Account

_RISKS = {
    Risk.CRITICAL: "with a critical finding",
    Risk.NUMBER: "with a dose or number",
    Risk.NEGATION: "with a negation",
    Risk.UNKNOWN_WORDS: "with words that the engine did not know",
    Risk.OTHER: "others",
}
_MOST_LATE = 10
"""Lines on what is late: a mail is short."""
_FOOT = 'This mail comes once a day while something waits. You can stop it under "Your account"'


@dataclass(frozen=True, slots=True)
class Words:
    """A mail before it has somebody to go to."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits in the workspace at one moment."""

    counts: Mapping[str, Mapping[Risk, int]]
    """How many entries, by locale and risk."""
    late: tuple[Due, ...]
    """What is not done on the day by which it was wanted, the longest overdue first."""
    day: dt.date

    @classmethod
    def on(cls, day: dt.date) -> Waits:
        """Return what waits now; `day` is the one that it is where the server is."""
        counts: dict[str, Counter[Risk]] = {}
        rows = Waiting.objects.order_by().values_list("locale", "risk").annotate(Count("pk"))
        for locale, risk, count in rows:
            counts.setdefault(locale, Counter())[Risk(risk)] = count
        still = Part.objects.filter(
            article=OuterRef("article"), locale=OuterRef("locale"), waiting__gt=0
        )
        late = Due.objects.filter(Exists(still), day__lt=day).order_by("day", "article", "locale")
        return cls(counts, tuple(late), day)


def locales_of(
    account: Account, reviewer: Reviewer | None, known: Collection[str], day: dt.date
) -> list[str]:
    """Return the locales in which somebody may decide: by the account, and by reviewers.toml."""
    if reviewer is None or reviewer.retired or reviewer.compromised:
        return []
    is_valid = (reviewer.valid_from or "0") <= str(day) <= (reviewer.valid_until or "9")
    may = account.locales(REVIEWERS, known) if is_valid else []
    return [locale for locale in may if locale in reviewer.locales]


def words(waits: Waits, name: str, locales: Collection[str], address: str) -> Words | None:
    """Return what to tell somebody who decides in some locales, or None if nothing waits there.

    `address` is the server's own, for links; without one there are none.
    """
    counts = {each: waits.counts[each] for each in locales if waits.counts.get(each)}
    total = sum(sum(found.values()) for found in counts.values())
    if not total:
        return None
    waiting = f"{total} {'entry waits' if total == 1 else 'entries wait'}"
    riskiest = sorted(counts, key=lambda each: (_weight(counts[each]), each))
    paragraphs = (
        f"{name},",
        f"{waiting} for your review in Salerno:",
        "\n".join(_of_locale(each, counts[each]) for each in riskiest),
        _of_late([due for due in waits.late if due.locale in counts]),
        f"{address}/queue/" if address else "",
        f"{_FOOT}: {address}/account/" if address else f"{_FOOT}.",
    )
    text = "\n\n".join(filter(None, paragraphs)) + "\n"
    return Words(f"{waiting} for review", text)


def _weight(counts: Mapping[Risk, int]) -> tuple[int, ...]:
    """Return by what locales are ordered: more of what is riskiest comes first."""
    return tuple(-counts.get(risk, 0) for risk in Risk)


def _of_locale(locale: str, counts: Mapping[Risk, int]) -> str:
    risks = ", ".join(f"{counts[risk]} {_RISKS[risk]}" for risk in Risk if counts.get(risk))
    return f"{languages.english_name(locale)} [{locale}]: {sum(counts.values())} ({risks})"


def _of_late(dues: list[Due]) -> str:
    if not dues:
        return ""
    lines = ["Late:"]
    lines += [
        f"{due.article} in {due.locale}, wanted by {due.day:%Y-%m-%d}" for due in dues[:_MOST_LATE]
    ]
    if len(dues) > _MOST_LATE:
        lines.append(f"and {len(dues) - _MOST_LATE} more")
    return "\n".join(lines)
