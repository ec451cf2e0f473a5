import json
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

import salerno as salerno_package
from salerno import plugins
from salerno.cli.main import cli
from tests_support import write

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def built(workspace, salerno):
    write(workspace, "source/fever.md", "# Fever\n\nTake **two** tablets of 500 mg.\n")
    assert salerno("-C", workspace.root, "build").status == 0
    return workspace


def test_status_has_the_shape_of_the_contract(built, salerno):
    rows = json.loads(salerno("-C", built.root, "status", "--json").out)["articles"]

    assert list(rows[0]) == [
        "article",
        "locale",
        "units",
        "missing",
        "stale",
        "draft",
        "rejected",
        "approved",
        "translated",
        "signed",
        "publishable",
    ]
    assert rows[0]["article"] == "fever"
    assert rows[0]["draft"] == rows[0]["units"] == 2
    assert (rows[0]["signed"], rows[0]["publishable"]) == ([], False)


def wrong_number(workspace):
    path = workspace.catalog("fever", "es")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("500", "50"), encoding="utf-8")
    msgid = text[text.index('msgid "Take') :].splitlines()[0]
    path.write_text(
        path.read_text(encoding="utf-8").replace(msgid.replace("500", "50"), msgid),
        encoding="utf-8",
    )


def test_check_has_the_shape_of_the_contract_and_exits_with_1(built, salerno):
    wrong_number(built)
    result = salerno("-C", built.root, "check", "-l", "es", "--json")
    finding = next(f for f in json.loads(result.out)["findings"] if f["check"] == "numbers")

    assert result.status == 1
    assert list(finding) == [
        "check",
        "severity",
        "article",
        "locale",
        "key",
        "source",
        "target",
        "message",
        "source_span",
        "target_span",
        "waived",
    ]
    assert finding["severity"] == "critical"
    assert finding["source"][slice(*finding["source_span"])] == "500"
    assert finding["target"][slice(*finding["target_span"])] == "50"


def test_check_names_file_and_line_in_words(built, salerno):
    wrong_number(built)
    out = salerno("-C", built.root, "check", "-l", "es").out
    place = out.split(": critical [numbers]")[0].splitlines()[-1]
    file, line = place.rsplit(":", 1)

    assert file == "locales/es/LC_MESSAGES/fever.po"
    assert (
        (built.root / file)
        .read_text(encoding="utf-8")
        .splitlines()[int(line) - 1]
        .startswith(("#", "msgid"))
    )


def test_check_speaks_sarif(built, salerno):
    wrong_number(built)
    log = json.loads(salerno("-C", built.root, "check", "--format", "sarif").out)
    (run,) = log["runs"]
    result = next(r for r in run["results"] if r["ruleId"] == "numbers")

    assert log["version"] == "2.1.0"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == set(plugins.names("checks"))
    assert all("# " in rule["help"]["markdown"] for rule in run["tool"]["driver"]["rules"])
    assert result["level"] == "error"
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "locales/es/LC_MESSAGES/fever.po"
    assert location["region"]["startLine"] > 1


def test_pages_has_the_shape_of_the_contract(built, salerno):
    document = json.loads(salerno("-C", built.root, "pages", "--json").out)

    assert list(document) == ["published", "notices", "withheld"]
    assert document["published"] == ["output/site/en/fever/index.html"]
    assert [sorted(held) for held in document["withheld"]] == [["article", "locale", "reasons"]] * 2


@pytest.mark.parametrize("command", ["pages", "build"])
def test_withheld_pages_fail_only_when_strict_asks(built, salerno, command):
    assert salerno("-C", built.root, command).status == 0
    assert salerno("-C", built.root, command, "--strict").status == 1


def test_a_second_build_changes_no_byte(built, salerno):
    before = contents_of(built.root)
    salerno("-C", built.root, "build")

    assert contents_of(built.root) == before


def contents_of(root):
    """Return all that a workspace holds, but for the caches, which only remember what was done."""
    caches = root / ".salerno" / "cache"
    found = (path for path in root.rglob("*") if not path.is_relative_to(caches))
    return {path: path.read_bytes() for path in found if path.is_file()}


def test_two_machines_make_the_same_catalogs(built, salerno, tmp_path):
    first = (built.root / "locales" / "fever.pot").read_bytes()
    other = tmp_path / "other"
    salerno("init", other)
    (other / "salerno.toml").write_bytes((built.root / "salerno.toml").read_bytes())
    write_copy = (built.source / "fever.md").read_bytes()
    (other / "source" / "fever.md").write_bytes(write_copy)
    salerno("-C", other, "build")

    assert (other / "locales" / "fever.pot").read_bytes() == first
    catalog = Path("locales") / "es" / "LC_MESSAGES" / "fever.po"
    assert (other / catalog).read_bytes() == (built.root / catalog).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "cough"], "no article 'cough' in source/; articles here: fever"),
        (["update", "-l", "de"], "no locale 'de' in this workspace; locales here: es, ar"),
        (["draft", "--engine", "apertum"], "no engine named 'apertum' (installed: apertium, "),
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["buld"], "No such command 'buld'"),
        (["-C", "/nowhere", "status"], "cannot open /nowhere"),
    ],
)
def test_wrong_use_gets_one_clear_line_and_status_2(built, salerno, arguments, message):
    start = [] if arguments[0] == "-C" else ["-C", built.root]
    result = salerno(*start, *arguments)

    assert result.status == 2
    assert message in result.err
    assert "Traceback" not in result.err
    assert result.out == ""


def test_outside_of_a_workspace_every_verb_says_the_way_in(tmp_path, salerno):
    for verb in ("extract", "update", "draft", "check", "status", "pages", "build"):
        result = salerno("-C", tmp_path, verb)
        assert (result.status, "salerno init DIR" in result.err) == (2, True), verb


def test_a_workspace_is_not_made_twice(built, salerno):
    result = salerno("init", built.root)

    assert result.status == 2
    assert "already" in result.err


@pytest.mark.parametrize("name", ["", "  "])
def test_a_workspace_without_a_name_is_not_made_in_the_current_folder(
    tmp_path, monkeypatch, salerno, name
):
    monkeypatch.chdir(tmp_path)
    result = salerno("init", name)

    assert result.status == 2
    assert "the one you are in is `.`" in result.err
    assert list(tmp_path.iterdir()) == []


needs_make = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
ELSEWHERE = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(salerno_package.__file__).parents[1])}


@needs_make
@pytest.mark.parametrize("name", ["clinic", "our clinic's #1 $HOME"])
def test_what_init_says_to_do_next_works_where_salerno_is_not_on_the_path(tmp_path, salerno, name):
    python = tmp_path / name / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    made = subprocess.run(
        [python, "-c", f"import sys; sys.executable = {str(python)!r}\n{MAIN}", "init", "w"],
        cwd=tmp_path,
        env=ELSEWHERE,
        capture_output=True,
        text=True,
        check=True,
    )
    command = made.stderr.split("`")[1]
    (tmp_path / "w" / "source" / "fever.md").write_text("# Fever\n\nRest.\n")
    done = subprocess.run(
        command.split(), cwd=tmp_path, env=ELSEWHERE, capture_output=True, text=True, check=False
    )

    assert command == "make -C w pages"
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "w" / "output" / "preview" / "index.html").exists()


MAIN = "from salerno.cli import main; main()"


@needs_make
def test_a_salerno_on_the_path_goes_before_the_one_that_made_the_workspace(tmp_path, salerno):
    salerno("init", tmp_path / "w")
    ours = tmp_path / "bin" / "salerno"
    ours.parent.mkdir()
    ours.write_text("#!/bin/sh\necho ours $@\n")
    ours.chmod(0o755)
    env = ELSEWHERE | {"PATH": f"{ours.parent}:/usr/bin:/bin"}
    run = ["make", "-s", "-C", tmp_path / "w", "status"]
    done = subprocess.run(run, env=env, capture_output=True, text=True, check=True)

    assert done.stdout.endswith("ours status\n")


def test_what_is_committed_of_a_new_workspace_names_no_folder_of_this_machine(tmp_path, salerno):
    salerno("init", tmp_path / "w")
    texts = {path.name: path.read_text() for path in (tmp_path / "w").iterdir() if path.is_file()}

    assert not [name for name, text in texts.items() if sys.executable in text]
    assert "/.salerno/" in texts[".gitignore"]


def test_a_makefile_of_somebody_elses_stays_and_another_command_is_told(tmp_path, salerno):
    folder = tmp_path / "w"
    folder.mkdir()
    (folder / "Makefile").write_text("all:\n")
    result = salerno("init", folder)

    assert f"then run `salerno -C {folder} build`" in result.err
    assert (folder / "Makefile").read_text() == "all:\n"


def test_doctor_works_in_and_outside_of_a_workspace(built, salerno, tmp_path):
    inside, outside = salerno("-C", built.root, "doctor"), salerno("-C", tmp_path, "doctor")

    assert (inside.status, outside.status) == (0, 0)
    assert "pseudo for es" in inside.out
    assert "salerno init DIR" in outside.out


def test_every_command_has_help_and_stands_in_the_documentation():
    documentation = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name, command in commands(cli):
        options = [option for option in command.params if isinstance(option, click.Option)]
        assert command.help, name
        assert all(option.help for option in options), name
        assert f"`{name}" in documentation, name


def commands(group, prefix=""):
    for name, command in group.commands.items():
        yield f"{prefix}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix}{name} ")


@pytest.mark.parametrize("group", ["formats", "engines", "checks"])
def test_every_plugin_loads_and_stands_in_the_documentation(group):
    documentation = (ROOT / "docs" / f"{group}.md").read_text(encoding="utf-8")
    for name in plugins.names(group):
        assert plugins.load(group, name).__doc__, name
        assert f"`{name}`" in documentation, name


def test_nothing_heavy_is_imported_to_show_the_help():
    code = "import sys, salerno.cli; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())

    assert not loaded & {
        "babel",
        "jinja2",
        "markdown_it",
        "pydantic",
        "polib",
        "nh3",
        "rich",
        "rapidfuzz",
        "requests",
    }


def test_markup_in_an_article_name_or_message_is_printed_as_it_is(built, salerno):
    result = salerno("-C", built.root, "extract", "[red]x[/red]")

    assert "[red]x[/red]" in result.err
