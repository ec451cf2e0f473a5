"""Words that mean two things, and idioms that mean what no word of them says; in English alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from salerno.lint.remark import Remark, remark, text_of
from salerno.model import Severity, Translate

_TWO_MEANINGS = {
    r"bi-?(?:weekly|monthly|annual(?:ly)?|yearly)": (
        Severity.MAJOR,
        "means twice in that time, or every second one; say which",
    ),
    r"once(?! (?:a|an|per|every|each|daily|weekly|monthly|only)\b)": (
        Severity.MINOR,
        "is eleven in Spanish, and 'as soon as' or 'one time' in English; use one of those",
    ),
    r"once(?= (?:a|an|per|every|each|daily|weekly|monthly|only)\b)": (
        Severity.MINOR,
        "is eleven in Spanish; 'one time' is safe",
    ),
    r"every other (?:day|week|month)": (Severity.MINOR, "is read as every day; say every 2"),
    r"(?:a )?couple of": (Severity.MINOR, "is two, or a few; say how many"),
    r"as needed|p\.?r\.?n\.?": (
        Severity.MINOR,
        "leaves open when and how often; say for what, and the most in a day",
    ),
    r"as directed": (Severity.MINOR, "says nothing to who was told nothing; say how"),
    r"may not": (Severity.MINOR, "forbids, or doubts; say 'must not' or 'it is possible that'"),
    r"since": (Severity.INFO, "is a time, or a reason; 'because' is only a reason"),
    r"may": (Severity.INFO, "allows, or says that something is possible; 'can' and 'might' do not"),
    r"should": (Severity.INFO, "commands, or supposes; for a command say what to do"),
}
_IDIOMS = (
    "a shot in the arm|across the board|all over the map|at the end of the day|back on (?:your|my|their) feet"
    "|ballpark(?: figure)?|beat around the bush|bottom line|bounce back|by and large|call it a day"
    "|clean bill of health|come down with|cut corners|down in the dumps|down the road|feel(?:ing)? blue"
    "|fit as a fiddle|flare[- ]?ups?|get over it|get the hang of|go cold turkey|cold turkey|hang in there"
    "|hit the spot|in a nutshell|in good shape|in the long run|in the loop|in tip-top shape|jump the gun"
    "|keep an eye (?:on|out)|keep (?:it|them) at bay|kick in|kick the habit|on the mend|on the safe side"
    "|on top of the world|out of the blue|out of the woods|over the counter|piece of cake|play it by ear"
    "|pull through|rule of thumb|run(?:s|ning)? its course|run[- ]down|sick and tired|sick as a dog|step up to the plate"
    "|take (?:it|this) with a grain of salt|the tip of the iceberg|think twice|tickle in your throat"
    "|touch and go|turn the corner|under the knife|under the weather|up in the air|worn out|wrap your head around"
)


def remarks(pieces: Sequence[Translate], locale: str) -> Iterator[Remark]:
    """Yield what could be taken in two ways; other languages than English are not looked at."""
    if locale.partition("-")[0] != "en":
        return
    pattern, told = _pattern()
    for piece in pieces:
        for match in pattern.finditer(text_of(piece)):
            severity, why = told[int((match.lastgroup or "r0")[1:])]
            yield remark(piece, "ambiguous", severity, f"“{match[0].strip()}” {why}", match.span())


@cache
def _pattern() -> tuple[re.Pattern[str], list[tuple[Severity, str]]]:
    idiom = (Severity.MINOR, "is an idiom; say what happens in plain words")
    rules = {_IDIOMS: idiom} | _TWO_MEANINGS
    parts = (f"(?P<r{number}>{words})" for number, words in enumerate(rules))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE), [
        *rules.values()
    ]
