"""What salerno.toml may say, checked by pydantic: every mistake is named with its line and the likely fix."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from salerno import languages, plugins
from salerno.engines import check_options
from salerno.errors import InputError, LocaleError, OptionError, WorkspaceError
from salerno.store.settings import FILE, MEMORY, Settings

_DEFAULT = Settings()


def _locale(tag: str) -> str:
    try:
        return languages.check_tag(tag)
    except LocaleError as error:
        raise ValueError(str(error)) from error


def _web_address(url: str) -> str:
    if url and not re.fullmatch(r"https?://[^\s<>\"']+/", url):
        raise ValueError("write a web address that ends in a slash")
    return url


Locale = Annotated[str, AfterValidator(_locale)]
Meaning = Literal["linguistic-review", "medical-review"]
Strict = ConfigDict(extra="forbid", frozen=True, strict=True)


class Review(BaseModel):
    """What a page needs before it is published."""

    model_config = Strict
    required: Annotated[list[Meaning], Field(min_length=1)] = [
        "linguistic-review",
        "medical-review",
    ]
    two_person: bool = _DEFAULT.review.two_person


class Handout(BaseModel):
    """How handouts are printed."""

    model_config = Strict
    paper: Literal["A4", "letter"] = "A4"


class Checked(BaseModel):
    """What `settings.Settings` holds, as it may stand in a file."""

    model_config = Strict
    workspace: uuid.UUID | None = Field(default=None, strict=False)
    source_locale: Locale = _DEFAULT.source_locale
    locales: list[Locale] = _DEFAULT.locales
    title: str = _DEFAULT.title
    base_url: Annotated[str, AfterValidator(_web_address)] = _DEFAULT.base_url
    publisher: str = _DEFAULT.publisher
    risk: Literal["critical", "standard"] = "critical"
    review: Review = Review()
    handout: Handout = Handout()
    engines: dict[str, list[str]] = _DEFAULT.engines
    engine: dict[str, dict[str, Any]] = _DEFAULT.engine


def check(tables: dict[str, Any], text: str) -> None:
    """Raise WorkspaceError, with the line, for the first mistake in what a text says."""
    try:
        settings = Checked.model_validate(tables)
    except ValidationError as error:
        raise _first_mistake(error, text) from error
    _check_locales(settings, text)
    _check_engines(settings, text)


def _check_locales(settings: Checked, text: str) -> None:
    """Refuse locales that are named twice or are the source, and engines for unknown locales."""
    for number, locale in enumerate(settings.locales):
        where = f"{FILE}:{_line(text, ('locales', number), locale)}"
        if locale == settings.source_locale:
            raise WorkspaceError(f"locale {locale!r} is the source locale", where=where)
        if locale in settings.locales[:number]:
            raise WorkspaceError(f"locale {locale!r} is named twice", where=where)
    for name in settings.engines:
        if name not in {"default", *settings.locales}:
            where = f"{FILE}:{_line(text, ('engines', name), name)}"
            remedy = f"engines are given to `default` or to one of {', '.join(settings.locales)}"
            raise WorkspaceError(f"no locale {name!r} here", where=where, help=remedy)


def _check_engines(settings: Checked, text: str) -> None:
    """Refuse engines that are not installed, and options that a built-in one has not."""
    for locale, names in settings.engines.items():
        for number, name in enumerate(names):
            _check_engine(name, f"{FILE}:{_line(text, ('engines', locale, number), name)}")
    for name, options in settings.engine.items():
        _check_engine(name, _engine_place(text, name))
        with placed(text, name):
            check_options(name, options)


def _check_engine(name: str, where: str) -> None:
    installed = plugins.names("engines")
    if name not in {MEMORY, *installed}:
        close = get_close_matches(name, [MEMORY, *installed], n=1)
        remedy = f"did you mean {close[0]!r}?" if close else ""
        what = f"no engine named {name!r} (installed: {', '.join(installed) or 'none'})"
        raise WorkspaceError(what, where=where, help=remedy)


@contextmanager
def placed(text: str, engine: str) -> Iterator[None]:
    """Give what an engine refuses of its options the line in the settings."""
    try:
        yield
    except InputError as error:
        option = error.option if isinstance(error, OptionError) else ""
        where = error.where or _engine_place(text, engine, option)
        raise WorkspaceError(error.what, where=where, help=error.help) from error


def _engine_place(text: str, engine: str, option: str = "") -> str:
    """Return where an engine's options stand, or the one; just the file where that cannot be told."""
    lines = text.split("\n")
    table = rf"\s*\[\s*engine\s*\.\s*[\"']?{re.escape(engine)}[\"']?\s*\]"
    name = rf"\s*(?:[^#]*[\s.{{,])?[\"']?{re.escape(option or engine)}[\"']?\s*[.=]"
    start = next((number for number, line in enumerate(lines) if re.match(table, line)), -1)
    if start >= 0 and not option:
        return f"{FILE}:{start + 1}"
    rest = enumerate(lines[start + 1 :], start + 2)
    found = next((number for number, line in rest if re.match(name, line)), start + 1)
    return f"{FILE}:{found}" if found else FILE


def _first_mistake(error: ValidationError, text: str) -> WorkspaceError:
    mistake = error.errors(include_url=False)[0]
    location = tuple(mistake["loc"])
    key = ".".join(str(part) for part in location if not isinstance(part, int))
    where = f"{FILE}:{_line(text, location, mistake.get('input'))}"
    if mistake["type"] == "extra_forbidden":
        return WorkspaceError(f"unknown key {key!r}", where=where, help=_known_key(location))
    message = mistake["msg"].removeprefix("Value error, ")
    return WorkspaceError(f"{key}: {message}", where=where)


def _known_key(location: tuple[int | str, ...]) -> str:
    tables: dict[object, type[BaseModel]] = {"review": Review, "handout": Handout}
    model = tables.get(location[0], Checked) if len(location) > 1 else Checked
    known = list(model.model_fields)
    close = get_close_matches(str(location[-1]), known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known here: {', '.join(known)}"


def _line(text: str, location: tuple[int | str, ...], value: object) -> int:
    """Return the line of a setting: tomllib tells no places, so look for its table and its key."""
    table, key = "", str(location[0])
    if len(location) > 1 and isinstance(location[1], str):
        table, key = str(location[0]), str(location[1])
    start = _key_line(text.split("\n"), table, key)
    if isinstance(location[-1], int) and isinstance(value, str):
        for number, line in enumerate(text.split("\n")[start - 1 :], start):
            if f'"{value}"' in line or f"'{value}'" in line:
                return number
    return start


def _key_line(lines: list[str], table: str, key: str) -> int:
    current = ""
    for number, line in enumerate(lines, 1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line):
            current = header.group(1).replace('"', "")
            if not table and current.partition(".")[0] == key:
                return number
        elif current == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return number
    return 1
