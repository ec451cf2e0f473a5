"""Every check says what it finds, what it leaves alone, how seriously it takes that, and what helps."""

import pytest

from salerno import plugins
from salerno.checks import explanation

PARTS = ("**Finds**", "**Leaves alone**", "**Severity**", "**What helps**")


@pytest.mark.parametrize("name", plugins.names("checks"))
def test_a_check_explains_itself(name):
    page = explanation(name)

    assert page.startswith(f"# {name}\n")
    assert [part for part in PARTS if part not in page] == []


def test_the_command_prints_the_page_and_needs_no_workspace(salerno, tmp_path):
    done = salerno("-C", tmp_path, "check", "--explain", "numbers")

    assert (done.status, done.out.strip()) == (0, explanation("numbers").strip())


def test_a_check_that_is_not_there_is_told_with_those_that_are(salerno, tmp_path):
    done = salerno("-C", tmp_path, "check", "--explain", "../numbers")

    assert done.status == 2
    assert "installed: " in done.err
