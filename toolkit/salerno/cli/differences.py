"""Differences between two texts in signs that a screen reader speaks."""

from __future__ import annotations

from salerno.model import Difference, Fate

_SIGNS = {Fate.KEPT: "{}", Fate.TAKEN_OUT: "[-{}-]", Fate.PUT_IN: "{{+{}+}}"}


def spoken(difference: Difference) -> str:
    """Return the text after, with what was taken out as [-…-] and what was put in as {+…+}."""
    return "".join(_SIGNS[stretch.fate].format(stretch.text) for stretch in difference)
