"""Templates of a workspace that fail: the place is named, and what was written before stays as it is."""

import os

import pytest

from salerno.page import sandbox
from tests_support import clinic, write

PAGE = "templates/page.html.j2"
FAILING = {
    "a name that there is not": "{{ nothing.here }}",
    "no syntax": "{% if %}",
    "a tag without its end": "{{ title ",
    "an unknown tag": "{% do title %}",
    "an unknown filter": "{{ title|nothing }}",
    "an unknown test": "{{ title is nothing }}",
    "a value that does not fit": "{{ date('yesterday') }}",
    "a call of what is no function": "{{ title() }}",
    "a loop without end": "{% for n in range(10**9) %}{% endfor %}",
    "loops in loops": "{% for n in range(99999) %}{% for m in range(99999) %}{% endfor %}{% endfor %}",
    "loops over letters": "{% for a in style %}{% for b in style %}{{ b }}{% endfor %}{% endfor %}",
    "loops that skip": "{% for n in range(99999) %}{% for m in range(99999) if false %}{% endfor %}{% endfor %}",
    "a macro that calls itself": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "a macro that calls itself twice": "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(40) }}",
    "itself": '{% include "page.html.j2" %}',
    "itself below": '{% extends "page.html.j2" %}',
    "itself twice": "{% set n = n|default(40) - 1 %}{% if n %}" + 2 * '{% include "page.html.j2" %}' + "{% endif %}",
    "a file elsewhere": '{% include "../salerno.toml" %}',
    "a file of the system": '{% include "/etc/hostname" %}',
    "a file that there is not": '{% import "nothing.html.j2" as nothing %}',
    "a text without end": "{{ 'x' * 10**10 }}",
    "a list without end": "{{ [1] * 10**10 }}",
    "a number without end": "{{ 10 ** (10 ** 10) }}",
    "a field without end": "{{ '%999999999d' % 1 }}",
    "a page without end": "{% for n in range(99999) %}" + 9999 * "x" + "{% endfor %}",
    "what the sandbox forbids": "{{ ''.__class__.__mro__ }}",
    "a change of a value": "{{ page.frame.__setattr__('locale', 'x') }}",
}  # fmt: skip
UNREADABLE = {
    "no UTF-8": (b"x\n\xe9", f"{PAGE}:2: not UTF-8"),
    "a NUL": (b"x\n\0", f"{PAGE}:2: holds a NUL"),
    "two megabytes": (b"x" * 2**21, f"{PAGE}: larger than 1 MiB"),
    "brackets in brackets": (b"{{ " + b"(" * 400 + b"1" + b")" * 400 + b" }}", f"{PAGE}: no valid"),
    "blocks in blocks": (b"{% if 1 %}" * 150 + b"{% endif %}" * 150, f"{PAGE}: no valid"),
}


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return clinic(tmp_path_factory.mktemp("templates") / "clinic")


@pytest.fixture
def small(published, monkeypatch):
    """Return a workspace without templates, and what it holds; a page may take fewer steps."""
    monkeypatch.setattr(sandbox, "MOST_STEPS", 20_000)
    yield published
    (published.root / PAGE).unlink(missing_ok=True)


def held(workspace):
    folders = (workspace.root / "output", workspace.root / "locales")
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files}


def check_refused(workspace, salerno, begins, commands=("pages",)):
    before = held(workspace)
    for command in commands:
        result = salerno("-C", workspace.root, command)

        assert (result.status, result.out) == (2, "")
        assert result.err.startswith(f"salerno: {begins}")
        assert result.err.count("\n") == 1
        assert result.err.strip()[-1] not in " :"
        assert held(workspace) == before


@pytest.mark.parametrize("name", FAILING)
def test_a_template_that_fails_is_named_with_its_line(small, salerno, name):
    write(small, PAGE, f"one\n{FAILING[name]}")
    check_refused(small, salerno, f"{PAGE}:2: ")


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_template_that_nobody_can_read_is_named(small, salerno, name):
    data, begins = UNREADABLE[name]
    write(small, PAGE, "").write_bytes(data)
    check_refused(small, salerno, begins)


@pytest.mark.parametrize(
    ("make", "begins"),
    [
        (lambda path: path.symlink_to("/etc/hostname"), f"{PAGE}: leads out of the workspace"),
        (lambda path: path.symlink_to("nowhere"), "cannot read"),
        (os.mkfifo, f"{PAGE}: is no ordinary file"),
    ],
)
def test_a_template_that_is_no_file_of_the_workspace_is_named(small, salerno, make, begins):
    (small.root / PAGE).parent.mkdir(exist_ok=True)
    make(small.root / PAGE)
    check_refused(small, salerno, begins)


def test_no_catalog_loses_the_words_of_a_template_that_nobody_can_read(small, salerno):
    write(small, PAGE, "one\n{% if %}")
    check_refused(small, salerno, f"{PAGE}:2: ", ("extract", "build"))


def test_what_editors_leave_beside_a_template_is_none(small, salerno):
    write(small, "templates/notes.txt", "{% if %}")
    (small.root / "templates" / ".#page.html.j2").symlink_to("nowhere")

    assert salerno("-C", small.root, "pages").status == 0


def test_our_own_templates_fit_into_the_steps_that_a_page_may_take(small, salerno):
    write(small, "source/cough.md", "# Cough\n\n" + "Take *5* mg.\n\n" * 500)

    assert salerno("-C", small.root, "build").status == 0
