"""Small tools that several tests share."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from salerno import masking, signing
from salerno.model import Reviewer, Role
from salerno.pipeline import decide, signoff
from salerno.pipeline.init import init
from salerno.store import keys
from salerno.store import workspace as workspaces

_PLAIN = "aceinoszuACEINOSZU"
_ACCENTED = "áćéíńóśźúÁĆÉÍŃÓŚŹÚ"
_ACCENT = str.maketrans(_PLAIN, _ACCENTED)
_PLAIN_AGAIN = str.maketrans(_ACCENTED, _PLAIN)


def accented(piece):
    """Return a piece's source with accents on its words and none in its markup."""
    masked = masking.mask(piece.source, piece.syntax)
    return masking.unmask(masked.text.translate(_ACCENT), masked)


def plain_text(html):
    """Return HTML without those accents and without the ids that were made from them."""
    return re.sub(r' id="[^"]*"', "", html).translate(_PLAIN_AGAIN)


def collapsed(html):
    """Return HTML with white space collapsed, but for what a browser shows as it is."""
    parts = re.split(r"(<pre.*?</pre>)", html, flags=re.DOTALL)
    return "".join(part if "<pre" in part else re.sub(r"\s+", " ", part) for part in parts).strip()


def make_workspace(folder: Path, locales=("es", "ar"), engines=("memory", "pseudo")):
    init(folder)
    path = folder / "salerno.toml"
    text = path.read_text()
    text = text.replace('locales = ["es", "fr"]', f"locales = {list(locales)}")
    text = text.replace('default = ["memory", "apertium"]', f"default = {list(engines)}")
    path.write_text(text)
    return workspaces.find(folder)


def write(workspace, name: str, text: str) -> Path:
    path = workspace.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


PASSPHRASE = "correct horse"
ARTICLES = {
    "fever": "# Fever\n\nRest for 2 days.\n\nDrink water.\n",
    "cough": "# Cough\n\nTake 3 tablets of 5 mg.\n\nDo not drive.\n",
}


def clinic(folder: Path, locales=("es",), articles=("fever",)):
    """Make a workspace in which ana, who may do anything, has signed and published everything."""
    shutil.copytree(_clinic(tuple(locales), tuple(articles)), folder)
    return workspaces.find(folder)


@cache
def _clinic(locales, articles):
    from salerno.pipeline.build import build
    from salerno.pipeline.pages import pages

    root = Path(tempfile.mkdtemp(prefix="salerno-clinic-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    workspace = make_workspace(root / "clinic", locales, engines=("pseudo",))
    for slug in articles:
        write(workspace, f"source/{slug}.md", ARTICLES[slug])
    build(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=locales)
    for locale in locales:
        for slug in ("site", *articles):
            sign(workspace, slug, locale)
    pages(workspace)
    return workspace.root


def register(workspace, identifier, *roles, locales=("es",), **details):
    """Add a reviewer with a key of their own, made here."""
    from salerno.pipeline.reviewers import add_reviewer

    name = f"Dr. {identifier.title()}"
    reviewer = Reviewer(identifier, name, tuple(map(Role, roles)), tuple(locales), "MD", "")
    return add_reviewer(workspace, replace(reviewer, **details), PASSPHRASE)


def key_of(workspace, identifier="ana"):
    """Open a reviewer's key, once for a file: that takes time on purpose."""
    return _opened(keys.path_of(workspace, identifier).read_bytes())


@cache
def _opened(pem):
    return signing.open_key(pem, PASSPHRASE)


def sign(workspace, article="fever", locale="es", by="ana", meanings=()):
    """Approve whatever can be and sign; insist on it."""
    seat = decide.desk(workspace, article, locale, by)
    decide.approve_all(seat)
    done = signoff.sign_off(seat, key_of(workspace, by), meanings)
    assert done.event, done.reasons
    return done


def desk_of(workspace, article="fever", locale="es", by="ana"):
    """Seat a reviewer."""
    return decide.desk(workspace, article, locale, by)
