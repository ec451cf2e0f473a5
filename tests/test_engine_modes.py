"""Mode files and routes: read without a shell, and refused where they would do harm."""

import pytest

from salerno.engines._modes import parse_mode, read_mode
from salerno.engines._routes import find_route, install_command, packages, why_none

MODE = (
    "lt-proc -w '/data/a b.bin' | cg-proc '/data/a.rlx.bin' | apertium-tagger -g $2 '/data/a.prob'"
    " | apertium-pretransfer | lt-proc $1 '/data/a.autogen.bin'\n"
)


def test_programs_that_stay_answer_at_every_nul_and_the_tagger_does_not_stay():
    mode = parse_mode("a-b", MODE)

    assert mode.before == (
        ("lt-proc", "-z", "-w", "/data/a b.bin"),
        ("cg-proc", "-z", "/data/a.rlx.bin"),
    )
    assert mode.tagger == ("apertium-tagger", "-g", "/data/a.prob")
    assert mode.after == (
        ("apertium-pretransfer", "-z"),
        ("lt-proc", "-z", "-g", "/data/a.autogen.bin"),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (MODE.replace("cg-proc", "sh"), "runs 'sh', which is no program of Apertium's"),
        (MODE.replace("lt-proc -w", "/tmp/lt-proc -w"), "no program of Apertium's"),
        (MODE.replace("cg-proc", "../lt-proc"), "no program of Apertium's"),
        (MODE + "|", "runs nothing"),
        ("", "runs nothing"),
        (MODE.replace("lt-proc $1", "apertium-transfer-j"), "cannot be kept running"),
        (MODE.replace("apertium-tagger", "apertium-pretransfer"), "has no tagger"),
        (MODE.partition("|")[2].partition("|")[2], "has no tagger between"),
        (MODE.replace("'/data/a.prob'", "'/data/a.prob"), "quot"),
    ],
)
def test_a_mode_that_cannot_be_run_is_refused(text, reason):
    with pytest.raises(ValueError, match=reason):
        parse_mode("a-b", text)


def test_shell_syntax_in_a_mode_is_no_more_than_a_strange_argument():
    mode = parse_mode("a-b", MODE.replace("-w", "; $(touch /tmp/x) `id` >/tmp/y"))

    assert mode.before[0][2:5] == (";", "$(touch", "/tmp/x)")


def test_a_mode_is_read_from_its_folder(tmp_path):
    (tmp_path / "a-b.mode").write_text(MODE)

    assert read_mode(tmp_path, "a-b") == parse_mode("a-b", MODE)


@pytest.mark.parametrize(
    ("source", "target", "route"),
    [
        ("en", "es", ("eng-spa",)),
        ("en-US", "es-MX", ("eng-spa",)),
        ("en", "es-419", ("eng-spa",)),
        ("en", "ca", ("eng-cat",)),
        ("en", "ca-ES", ("eng-cat",)),
        ("en", "ca-ES-valencia", ("eng-cat_valencia",)),
        ("en", "ca-es-VALENCIA", ("eng-cat_valencia",)),
        ("en", "gl", ("en-gl",)),
        ("en", "eo", ("en-eo",)),
        ("en", "pt-BR", ("eng-spa", "es-pt_BR")),
        ("en", "pt-PT", ("eng-spa", "es-pt")),
        ("en", "fr-HT", ("eng-cat", "cat-fra")),
        ("en", "it", ("eng-cat", "cat-ita")),
        ("es-MX", "en", ("spa-eng",)),
        ("fr", "en-US", ("fra-cat", "cat-eng")),
        ("pt-BR", "en", ("pt-es", "spa-eng")),
        ("it", "en", ("ita-cat", "cat-eng")),
        ("gl", "en", ("gl-en",)),
        ("eo", "en", ("eo-en",)),
    ],
)
def test_a_way_is_found_by_the_tag_then_by_its_language(source, target, route):
    assert find_route(source, target) == route


@pytest.mark.parametrize("target", ["pt", "pt-AO", "zh-Hans", "ar", "hr", "sr-Latn", "en", "en-GB"])
def test_there_is_no_other_way(target):
    assert find_route("en", target) is None


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("hr", "eng-hbs is broken"),
        ("bs", "eng-hbs is broken"),
        ("sr-Latn", "eng-hbs is broken"),
        ("pt", "needs its region: pt-BR or pt-PT"),
        ("pt-AO", "needs its region: pt-BR or pt-PT"),
        ("zh-Hans", "from en it goes to ca, ca-ES-valencia"),
    ],
)
def test_a_refusal_says_why(target, reason):
    assert reason in why_none("en", target)


def test_italian_never_goes_through_spanish_and_the_reason_is_told():
    assert "partorisca" in why_none("es", "it")


def test_a_source_that_leads_nowhere_promises_nothing():
    assert why_none("de", "es") == "no way from de to es"


def test_the_command_names_the_packages_of_a_route_and_nothing_else():
    command = install_command(packages([("eng-cat", "cat-fra")]))

    assert command == (
        "sudo apt-get install --no-install-recommends apertium apertium-eng-cat apertium-fra-cat"
    )


def test_every_route_has_its_package():
    assert packages() == (
        "apertium",
        "apertium-cat-ita",
        "apertium-en-gl",
        "apertium-eng-cat",
        "apertium-eng-spa",
        "apertium-eo-en",
        "apertium-es-pt",
        "apertium-fra-cat",
    )
