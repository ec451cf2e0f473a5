"""The page templates as texts, for whoever extracts or compares them without rendering anything."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

TEMPLATES = (
    "page.html.j2",
    "header.html.j2",
    "notice.html.j2",
    "overview.html.j2",
    "handout.html.j2",
)


@cache
def template_sources() -> tuple[tuple[str, str], ...]:
    """Return the templates as (name, text)."""
    folder = files("salerno.page") / "templates"
    return tuple((name, (folder / name).read_text("utf-8")) for name in TEMPLATES)
