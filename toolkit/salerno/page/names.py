"""The templates, style sheet and script that ship, by name; nothing is rendered to read them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

FOLDER = "templates"
"""Of a workspace, and of this package: where templates are."""
STYLE, SCRIPT = "style.css", "comfort.js"
PAGES = (
    "base.html.j2",
    "page.html.j2",
    "notice.html.j2",
    "index.html.j2",
    "start.html.j2",
    "how.html.j2",
    "404.html.j2",
    "overview.html.j2",
    "handout.html.j2",
)
"""The templates whose words are the page chrome, in reading order."""
NAMES = {*PAGES, "head.html.j2", "report.html.j2", "print.css", STYLE, SCRIPT}


@cache
def shipped(name: str) -> str:
    """Return a template, style sheet or script of Salerno's own."""
    return (files("salerno.page") / FOLDER / name).read_text("utf-8")
