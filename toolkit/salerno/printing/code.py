"""An address as a QR code."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004); without them cameras do not find it."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as a picture: a square of `size` units, and the SVG path of what is dark."""

    size: int
    path: str


def code_of(address: str) -> Code:
    """Return the QR code of an address; up to 15 % of it may be dirt or creases."""
    from salerno.printing.installation import load_segno

    matrix = load_segno().make_qr(address, error="m").matrix
    path = "".join(_row(row, y) for y, row in enumerate(matrix, QUIET))
    return Code(len(matrix) + 2 * QUIET, path)


def _row(row: bytes, y: int) -> str:
    """Return the dark runs of a row as rectangles."""
    parts: list[str] = []
    x = QUIET
    for dark, run in groupby(row):
        width = len(list(run))
        if dark:
            parts.append(f"M{x} {y}h{width}v1h-{width}z")
        x += width
    return "".join(parts)
