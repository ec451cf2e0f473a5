"""`init`: a new workspace, commented so that nobody has to look anything up."""

from __future__ import annotations

import shlex
import sys
import uuid
from pathlib import Path

from salerno.errors import WorkspaceError
from salerno.store import files, settings

_SETTINGS = """\
# A Salerno workspace. Articles go into source/, `make pages` does the rest.

workspace = "{workspace}"   # given once; signatures are bound to it

source_locale = "en"
# BCP 47 tags: es, fr, pt-BR, zh-Hans, ar …
locales = ["es", "fr"]
title = "Health articles"
base_url = "https://example.org/health/"
publisher = "Example Clinic"
risk = "critical"                      # default for articles whose front matter names none

[review]
# What US 45 CFR 92.201 and good practice ask; one bilingual clinician may give both.
required = ["linguistic-review", "medical-review"]
two_person = false                     # true: the two must come from two people

[handout]
paper = "A4"                           # or "letter"

[engines]
# Tried in this order; a locale may have its own list: "pt-BR" = ["libretranslate"]
default = ["memory", "apertium"]

# [engine.libretranslate]
# url = "http://127.0.0.1:5000/"       # its key comes from SALERNO_LIBRETRANSLATE_KEY
"""

_MAKEFILE = """\
# The words of a Salerno workspace.
# Which salerno: the one on your path, or the one that this folder was made with.
-include .salerno/command.mk
SALERNO_HERE ?= python3 -m salerno
SALERNO ?= $(if $(shell command -v salerno || true),salerno,$(SALERNO_HERE))

pages: ; $(SALERNO) build
extract update draft check status: ; $(SALERNO) $@
handout: ; $(foreach locale,$(LOCALES),$(SALERNO) handout $(ARTICLES) -l $(locale) &&) true

.PHONY: handout pages extract update draft check status
"""

_GITIGNORE = """\
/.salerno/
/output/
*.mo
.*.tmp
"""

_GITATTRIBUTES = """\
# Ledgers of two clones are united line by line.
*.jsonl text eol=lf merge=union
*.po text eol=lf
*.pot text eol=lf
# Signatures are over bytes: git must not change line ends, whatever the machine likes.
locales/*/editions/** -text
locales/**/*.torn -text
source/** text=auto eol=lf
"""

_COMMAND = """\
# How `make` finds Salerno on this machine, where it is not on the path.
SALERNO_HERE ?= {command}
"""
_COMMAND_FILE = ".salerno/command.mk"

FOLDERS = ("source", "locales")


def init(folder: Path) -> list[Path]:
    """Make a workspace in a folder and return its files; raise WorkspaceError if one is there."""
    if (folder / settings.FILE).exists():
        raise WorkspaceError(
            "this folder is a workspace already", where=str(folder / settings.FILE)
        )
    texts = {
        "Makefile": _MAKEFILE,
        ".gitignore": _GITIGNORE,
        ".gitattributes": _GITATTRIBUTES,
        settings.FILE: _SETTINGS.format(workspace=uuid.uuid4()),
        _COMMAND_FILE: _COMMAND.format(command=_command()),
    }
    with files.disk(folder, "make folders in"):
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in texts.items():
        path = folder / name
        if not path.exists():
            files.write(path, text.encode())
            written.append(path)
    return written


def _command() -> str:
    """Return, as a Makefile writes it, the command that runs the Salerno that is running now."""
    command = f"{shlex.quote(sys.executable)} -m salerno"
    return command.replace("$", "$$").replace("#", "\\#")
