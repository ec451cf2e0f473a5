"""Know which Apertium modes lead from one language to another, and which Debian packages hold them.

Only what was measured on health texts is here. What exists and is not here was refused for cause.
"""

from __future__ import annotations

from collections.abc import Iterable

Route = tuple[str, ...]
"""Names of modes, to be gone through one after the other."""

_ROUTES: dict[tuple[str, str], Route] = {
    ("en", "es"): ("eng-spa",),
    ("en", "ca"): ("eng-cat",),
    ("en", "ca-ES-valencia"): ("eng-cat_valencia",),
    ("en", "ca-valencia"): ("eng-cat_valencia",),
    ("en", "gl"): ("en-gl",),
    ("en", "eo"): ("en-eo",),
    ("en", "pt-BR"): ("eng-spa", "es-pt_BR"),
    ("en", "pt-PT"): ("eng-spa", "es-pt"),
    ("en", "fr"): ("eng-cat", "cat-fra"),  # chrF 46.1; through Spanish 44.0
    ("en", "it"): ("eng-cat", "cat-ita"),
    ("es", "en"): ("spa-eng",),
    ("ca", "en"): ("cat-eng",),
    ("gl", "en"): ("gl-en",),
    ("eo", "en"): ("eo-en",),
    ("pt", "en"): ("pt-es", "spa-eng"),
    ("fr", "en"): ("fra-cat", "cat-eng"),
    ("it", "en"): ("ita-cat", "cat-eng"),
}
_REFUSED = dict.fromkeys(
    ("bs", "hr", "sh", "sr"),
    "Apertium's pair eng-hbs is broken: an article of 405 words came out with 368 marks on words "
    "that it could neither carry over nor inflect",
)
_WHY_ONLY_SO = {
    "it": "only the way through Catalan is taken: the pair spa-ita renders “para” (for) as "
    "“partorisca” (give birth) throughout",
    "pt": "Portuguese needs its region: pt-BR or pt-PT",
}

_PACKAGES = {
    "cat-eng": "apertium-eng-cat",
    "cat-fra": "apertium-fra-cat",
    "cat-ita": "apertium-cat-ita",
    "en-eo": "apertium-eo-en",
    "en-gl": "apertium-en-gl",
    "eng-cat": "apertium-eng-cat",
    "eng-cat_valencia": "apertium-eng-cat",
    "eng-spa": "apertium-eng-spa",
    "eo-en": "apertium-eo-en",
    "es-pt": "apertium-es-pt",
    "es-pt_BR": "apertium-es-pt",
    "fra-cat": "apertium-fra-cat",
    "gl-en": "apertium-en-gl",
    "ita-cat": "apertium-cat-ita",
    "pt-es": "apertium-es-pt",
    "spa-eng": "apertium-eng-spa",
}


def find_route(source: str, target: str) -> Route | None:
    """Return the way between two BCP 47 tags, or None; a region counts only where it must."""
    start, end = _language(source), _language(target)
    exact = {(one, other.lower()): route for (one, other), route in _ROUTES.items()}
    return exact.get((start, target.lower())) or exact.get((start, end))


def why_none(source: str, target: str) -> str:
    """Return why there is no way, and where one leads from `source`."""
    reason = _REFUSED.get(_language(target)) or _WHY_ONLY_SO.get(_language(target), "")
    reached = sorted(to for start, to in _ROUTES if start == _language(source))
    ways = f"from {source} it goes to {', '.join(reached)}" if reached else ""
    return "; ".join(part for part in (f"no way from {source} to {target}", reason, ways) if part)


def packages(routes: Iterable[Route] = _ROUTES.values()) -> tuple[str, ...]:
    """Return the Debian packages that hold `routes`, sorted; all that we know unless named."""
    data = {_PACKAGES[mode] for route in routes for mode in route}
    return ("apertium", *sorted(data))


def install_command(wanted: Iterable[str]) -> str:
    """Return the command that installs packages; what they recommend is for office documents."""
    return f"sudo apt-get install --no-install-recommends {' '.join(wanted)}"


def _language(tag: str) -> str:
    return tag.replace("_", "-").split("-", maxsplit=1)[0].lower()
