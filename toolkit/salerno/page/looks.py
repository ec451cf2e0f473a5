"""The style sheet and the script that may stand on a page: whatever else does could change its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from salerno.page.names import SCRIPT, STYLE, shipped


@dataclass(frozen=True, slots=True)
class Looks:
    """Salerno's own, or those of a workspace's theme."""

    style: str = field(default_factory=lambda: shipped(STYLE))
    script: str = field(default_factory=lambda: shipped(SCRIPT))

    def is_style(self, text: str) -> bool:
        """Return whether a style sheet is this one, up to white space."""
        return text.split() == self.style.split()

    def is_script(self, text: str) -> bool:
        """Return whether a script is this one, up to white space."""
        return text.split() == self.script.split()
