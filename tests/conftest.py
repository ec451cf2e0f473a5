"""Fixtures: throwaway workspaces, and the command line run in this process."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from salerno.cli import main
from tests_support import make_workspace

# A busy machine is no finding: what must end in time has a test with a time limit of its own.
settings.register_profile("salerno", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=2_000)
settings.load_profile("salerno")

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"


@dataclass
class Result:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


@pytest.fixture
def salerno(capfd):
    """Run the command line with arguments; return its status and output."""

    def run(*arguments: object) -> Result:
        capfd.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return Result(int(stopped.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def workspace(tmp_path):
    """Make a workspace for es and ar, drafted by the pseudo engine, with no article yet."""
    return make_workspace(tmp_path / "clinic")


@pytest.fixture
def seed():
    """Return the user's own article, where this machine has it."""
    path = SHARED / "seed" / "article.txt"
    if not path.exists():
        pytest.skip("the user's article is not on this machine")
    return path


@pytest.fixture
def apertium():
    """Skip where Apertium is not installed with the pairs that `make setup` adds."""
    if not shutil.which("lt-proc") or not Path("/usr/share/apertium/modes/eng-spa.mode").exists():
        pytest.skip("Apertium is not installed; `make setup` adds it")
