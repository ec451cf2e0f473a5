"""Data flows one way through the rooms, and imports point the other way (DESIGN.md, section 3)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import salerno

ROOT = Path(salerno.__file__).parent
EVERYWHERE = {"model", "errors", "plugins", ""}

MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "plugins": {"errors"},
    "languages": set(),
    "inline": set(),
    "masking": set(),
    "segmentation": {"languages"},
    "words": set(),
    "likeness": set(),
    "differences": {"words", "likeness"},
    "memory": {"languages", "words", "likeness"},
    "catalog": {"languages", "likeness"},
    "formats": {"inline"},
    "checks": {"languages", "segmentation", "inline", "words", "termbase"},
    "termbase": {"languages", "segmentation", "words"},
    "lint": {"checks", "words", "segmentation"},
    "review": set(),
    "highlights": {"languages", "words", "checks", "review"},
    "signing": set(),
    "edition": {"signing"},
    "page": {"languages", "formats"},
    "evidence": {"signing", "edition", "review", "page"},
    "engines": set(),
    "printing": set(),
}
PURE = set(MAY_IMPORT)
MAY_IMPORT["store"] = PURE - {"checks", "lint", "highlights", "printing"}
MAY_IMPORT["pipeline"] = PURE | {"store"}
MAY_IMPORT["verify"] = {"pipeline", "review", "store"}
MAY_IMPORT["web"] = {"languages", "differences", "review", "signing", "store", "pipeline"}
MAY_IMPORT["cli"] = {"pipeline", "review", "signing", "store", "verify", "web"}
MAY_IMPORT["__main__"] = {"cli"}

ONE_ROOM = {
    "polib": {"store"},
    "pydantic": {"store"},
    "tomllib": {"store"},
    "fcntl": {"store"},
    "cryptography": {"signing"},
    "selectolax": {"page"},
    "weasyprint": {"printing"},
    "pydyf": {"printing"},
    "segno": {"printing", "web"},
    "tomlkit": {"store"},
    "nh3": {"page"},
    "jinja2": {"page"},
    "rfc8785": {"model"},
    "sentencex": {"segmentation"},
    "rapidfuzz": {"likeness"},
    "yaml": {"formats"},
    "markdown_it": {"inline", "formats"},
    "mdit_py_plugins": {"inline"},
    "deep_translator": {"engines"},
    "stamina": {"engines"},
    "subprocess": {"engines", "store"},
    "babel": {"languages", "page"},
    "django": {"web"},
    "django_otp": {"web"},
    "axes": {"web"},
    "dj_database_url": {"web"},
    "gunicorn": {"web"},
    "snowballstemmer": {"termbase"},
    "defusedxml": {"store"},
    "click": {"cli"},
    "rich": {"cli"},
}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py").replace("__init__", "")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            own = node.module == "salerno"
            found |= {f"salerno.{alias.name}" for alias in node.names} if own else {node.module}
    return found


MODULES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_earlier_rooms_only(path):
    room = room_of(path)
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("salerno.")}
    ours -= {"__version__"}

    assert ours - EVERYWHERE - {room} <= MAY_IMPORT.get(room, set())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_dependency_is_named_in_its_own_room(path):
    theirs = {name.split(".")[0] for name in imports(path)}
    strangers = {name for name in theirs & ONE_ROOM.keys() if room_of(path) not in ONE_ROOM[name]}

    assert not strangers
