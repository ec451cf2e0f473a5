"""How a site looks: templates, style sheet and script; a workspace's own stand before Salerno's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import TracebackType
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from salerno.errors import InputError
from salerno.page.looks import Looks
from salerno.page.names import FOLDER, NAMES, SCRIPT, STYLE, shipped
from salerno.page.sandbox import filled, sandbox


class Theme:
    """The templates that pages are made with, in a sandbox and escaping by themselves."""

    def __init__(
        self, templates: Mapping[str, str] | None = None, assets: Mapping[str, str] | None = None
    ) -> None:
        """Take a workspace's own `templates` and `assets`, by name."""
        self._own = dict(templates or {})
        self.style = (assets or {}).get(STYLE) or shipped(STYLE)
        self.script = (assets or {}).get(SCRIPT) or shipped(SCRIPT)
        self._environment = sandbox(self._load)

    @property
    def own(self) -> list[str]:
        """The files of the workspace's own templates."""
        return [f"{FOLDER}/{name}" for name in sorted(self._own)]

    @property
    def looks(self) -> Looks:
        """The style sheet and the script, which stand on every page."""
        return Looks(self.style, self.script)

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = self._own.get(name)
        if text is not None:
            return text, f"{FOLDER}/{name}", lambda: True
        return (shipped(name), name, lambda: True) if name in NAMES else None

    def render(self, name: str, **values: Any) -> str:
        """Return a filled template; raise InputError, with file and line, for a mistake in an own one."""
        try:
            style, script = self._raw(STYLE, self.style), self._raw(SCRIPT, self.script)
            template = self._environment.get_template(name)
            return filled(template, {"style": style, "script": script, **values})
        except TemplateSyntaxError as error:
            raise syntax_error(error, error.name or name) from error
        except Exception as error:
            line = _line_in_own(error.__traceback__)
            if line is None:
                raise
            raise InputError(f"the template fails: {_why(error)}", where=line) from error

    def _raw(self, name: str, text: str) -> Markup:
        """Return a style sheet or script as it has to stand in a page, where nothing is escaped."""
        if "</" in text or "<!--" in text:
            raise InputError(
                "holds `</` or `<!--`, which would end it on a page", where=f"assets/{name}"
            )
        return Markup(text)  # noqa: S704 - the site's own, and it cannot end its element


def _line_in_own(traceback: TracebackType | None) -> str | None:
    """Return the last place in a workspace's template that a traceback goes through."""
    found = None
    while traceback:
        file = traceback.tb_frame.f_code.co_filename
        if file.startswith(f"{FOLDER}/"):
            found = f"{file}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return found


def syntax_error(error: TemplateSyntaxError, name: str) -> InputError:
    """Return the error for a template that nobody can read, with file and, where known, line."""
    where = f"{FOLDER}/{name}:{error.lineno}" if error.lineno else f"{FOLDER}/{name}"
    return InputError(f"no valid template: {error.message}", where=where)


def _why(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"there is no template {error}"
        case RecursionError():
            return "it calls or includes itself without end"
        case MemoryError():
            return "it takes more memory than there is"
        case _:
            return str(error)


@cache
def plain() -> Theme:
    """Return Salerno's own theme."""
    return Theme()
