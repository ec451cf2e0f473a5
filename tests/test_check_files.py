"""Catalogs of any repository are checked as they are."""

import json
import tomllib
from pathlib import Path

import pytest
import yaml

from salerno.errors import LocaleError
from salerno.languages import tag_of_gettext

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n\n'
ENTRY = 'msgid "Take 5 mg."\nmsgstr "{}"\n'


def po(folder, name, language, target):
    path = folder / name
    path.write_text(HEADER.format(language) + ENTRY.format(target), "utf-8")
    return path


@pytest.mark.parametrize(
    ("language", "good", "bad"),
    [
        ("es", "Tome 5 mg.", "Tome 50 mg."),
        ("pt_BR", "Tome 5 mg.", "Tome 15 mg."),
        ("zh_CN", "服用5毫克。", "服用50毫克。"),
        ("ar", "تناول ٥ ملغ.", "تناول ٥٠ ملغ."),
        ("hi", "5 मिलीग्राम लें।", "50 मिलीग्राम लें।"),
    ],
)
def test_a_dose_that_changed_is_found_in_a_file_of_any_repository(
    salerno, tmp_path, language, good, bad
):
    right, wrong = po(tmp_path, "good.po", language, good), po(tmp_path, "bad.po", language, bad)

    assert salerno("-C", tmp_path, "check", right).status == 0
    done = salerno("-C", tmp_path, "check", wrong)
    assert done.status == 1
    assert f"{wrong}:6: critical [numbers]" in done.out


def test_several_files_are_one_report(salerno, tmp_path):
    paths = [po(tmp_path, f"{name}.po", name, "50 mg") for name in ("es", "fr")]
    said = json.loads(salerno("-C", tmp_path, "check", *paths, "--json").out)["findings"]

    assert {(each["article"], each["locale"]) for each in said} == {("es", "es"), ("fr", "fr")}


def test_the_name_of_a_file_moves_no_cursor_and_forges_no_line(salerno, tmp_path):
    path = po(tmp_path, "a\nnothing found\x1b[2J.po", "es", "Tome 50 mg.")
    out = salerno("-C", tmp_path, "check", path).out

    assert "\x1b" not in out
    assert "nothing found" not in out.splitlines()


def test_a_locale_may_be_named_where_the_header_has_none(salerno, tmp_path):
    path = po(tmp_path, "x.po", "", "Tome 5 mg.")
    done = salerno("-C", tmp_path, "check", path)

    assert done.status == 2
    assert f"{path}: no Language: in its header; name one with -l" in done.err
    assert salerno("-C", tmp_path, "check", path, "-l", "es").status == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "No such file"),
        (b"\xff\xfe", "not UTF-8"),
        (b"msgid oops", "x.po:1"),
        (HEADER.format("xx-nowhere-1").encode(), "names no locale"),
    ],
)
def test_what_is_no_catalog_is_told(salerno, tmp_path, content, words):
    path = tmp_path / "x.po"
    if content is not None:
        path.write_bytes(content)
    done = salerno("-C", tmp_path, "check", path)

    assert done.status == 2
    assert words.lower() in done.err.lower()
    assert "Traceback" not in done.err


def test_one_locale_for_files(salerno, tmp_path):
    assert salerno("-C", tmp_path, "check", "x.po", "-l", "es", "-l", "fr").status == 2


@pytest.mark.parametrize(
    ("name", "tag"),
    [("es", "es"), ("pt_BR", "pt-BR"), ("zh_CN", "zh-Hans"), ("zh_TW", "zh-Hant"), ("zh_Hans", "zh-Hans"),
     ("sr@latin", "sr-Latn"), ("sr_RS@latin", "sr-Latn-RS"), ("de_DE.UTF-8", "de-DE"), (" fr ", "fr"),
     ("ca@valencia", "ca-valencia")],
)  # fmt: skip
def test_languages_of_headers_are_tags(name, tag):
    assert tag_of_gettext(name) == tag


@pytest.mark.parametrize("name", ["", "klingonese", "e", "../x"])
def test_what_names_no_language_is_refused(name):
    with pytest.raises(LocaleError):
        tag_of_gettext(name)


def test_the_hook_runs_what_this_project_installs():
    root = Path(__file__).parent.parent
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    scripts = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]

    assert hook["entry"].split() == ["salerno", "check"]
    assert hook["entry"].split()[0] in scripts
