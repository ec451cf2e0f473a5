r"""Write and read Apertium's stream format: what may not go in, and the marks that come out.

Nothing is escaped on the way in. `\/` and its like survive, but travel as if they were space: "a
region/country" comes back in another order, with the `/` where it was.
"""

from __future__ import annotations

import re

RESERVED = r"[\[\]{}^$/\\@<>~#*\0]|[≤≥±≈−]|(?<=\d)[–—:](?=\d)"
"""What means something in the stream, is swallowed (`~`) or would pass for a mark (`@ # *`).

Then what must stay at its number and did not: `50–60%` became `50 60%–`, `≤24` lost its sign to
the next word.
"""

_MARK = r"\\?[*@#]"
"""Before a word that is unknown (`*`), cannot be carried over (`@`) or not be inflected (`#`)."""
_MARKED = re.compile(rf"{_MARK}(\w(?:[\w'’·-]*\w)?)")
_FORMAT = re.compile(rf"{_MARK}|\\(.)|[\[\]]", re.DOTALL)


def find_marked(answer: str) -> list[str]:
    """Return the words that Apertium marked as beyond it, in order."""
    return _MARKED.findall(answer)


def unmark(answer: str) -> str:
    """Return the text without marks, escapes and the brackets that some modes put in."""
    return _FORMAT.sub(r"\1", answer)
