"""Lines of a text by the rule of CommonMark: LF, CR LF and CR end one, nothing else does."""

from __future__ import annotations

import re

_NEWLINE = re.compile(r"\r\n|\r|\n")


class Lines:
    """Where the lines of a text start and end; lines count from 0 here."""

    def __init__(self, text: str) -> None:
        """Find the line breaks once."""
        breaks = [match.span() for match in _NEWLINE.finditer(text)]
        self.text = text
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]
        self.newline = text[slice(*breaks[0])] if breaks else "\n"

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> str:
        return self.text[self._starts[index] : self._ends[index]]

    def start(self, index: int) -> int:
        """Return the offset of the first character of a line, or of the text's end."""
        return self._starts[index] if index < len(self._starts) else len(self.text)

    def line_of(self, offset: int) -> int:
        """Return the line that holds an offset."""
        from bisect import bisect_right

        return bisect_right(self._starts, offset) - 1
