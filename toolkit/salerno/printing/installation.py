"""What printing needs of a machine, whether it is there, and the exact command that would add it."""

from __future__ import annotations

import contextlib
import io
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from salerno.errors import PrintingError

INSTALL_PACKAGES = f'{sys.executable} -m pip install "salerno[pdf]"'
INSTALL_LIBRARIES = (
    "sudo apt-get install --no-install-recommends "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that printing needs."""

    what: str
    found: bool
    remedy: str = ""


def load_weasyprint() -> Any:
    """Return the WeasyPrint package; raise PrintingError, with the command that adds what is missing.

    Without pango it prints a page of advice, and without fonts it warns: ours is one line.
    """
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import weasyprint
    except ImportError as error:
        raise PrintingError("WeasyPrint is not installed", help=INSTALL_PACKAGES) from error
    except OSError as error:
        library = str(error).partition("'")[2].partition("'")[0] or "pango"
        raise PrintingError(f"WeasyPrint lacks {library}", help=INSTALL_LIBRARIES) from error
    return weasyprint


def load_segno() -> Any:
    """Return the segno package; raise PrintingError, with the command that adds it."""
    try:
        import segno
    except ImportError as error:
        raise PrintingError("segno is not installed", help=INSTALL_PACKAGES) from error
    return segno


def parts(sample: str) -> Iterator[Part]:
    """Yield what printing needs, from the outside in; `sample` has to find a font for each letter."""
    try:
        version = load_weasyprint().__version__
        load_segno()
    except PrintingError as error:
        yield Part("handouts", found=False, remedy=str(error))
        return
    yield Part(f"handouts (WeasyPrint {version} with pango)", found=True)
    yield _fonts(sample)


def _fonts(sample: str) -> Part:
    from html import escape

    from salerno.printing.pdf import pdf_of

    try:
        pdf_of(f'<html lang="en"><title>fonts</title><p>{escape(sample)}</p></html>')
    except PrintingError as error:
        return Part("fonts for handouts", found=False, remedy=str(error))
    return Part("fonts for handouts in every locale", found=True)
