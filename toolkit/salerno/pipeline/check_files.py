"""`check FILE…`: findings in PO files wherever they are, with no workspace around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from salerno.checks import findings_of
from salerno.errors import InputError, SalernoError
from salerno.languages import check_tag, tag_of_gettext
from salerno.model import Catalog, Syntax
from salerno.pipeline.check import Located
from salerno.store import catalogs


def check_files(paths: Sequence[Path], locale: str = "") -> Iterator[Located]:
    """Yield the findings of catalogs, in the order of their entries.

    Each is in the locale of its header unless one is given. Its messages are taken for Markdown, inline
    HTML and all, since nobody says what they are. Raises InputError for what is no catalog.
    """
    if locale:
        check_tag(locale)
    for path in paths:
        catalog = catalogs.read_anywhere(path)
        tag = locale or _tag_of(catalog, path)
        for entry in catalog.entries:
            unit = replace(entry.unit, syntax=Syntax.MARKDOWN)
            for form, finding in findings_of(replace(entry, unit=unit), tag):
                yield Located(path.stem, tag, entry, form, finding, path.as_posix())


def _tag_of(catalog: Catalog, path: Path) -> str:
    name = catalog.header("Language") or ""
    try:
        return tag_of_gettext(name)
    except SalernoError as error:
        what = (
            f"Language: {name!r} of its header names no locale"
            if name
            else "no Language: in its header"
        )
        raise InputError(what, where=str(path), help="name one with -l") from error
