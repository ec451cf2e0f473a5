import unicodedata

import pytest

from salerno import languages
from salerno.errors import LocaleError


@pytest.mark.parametrize(
    "tag",
    [
        "es",
        "pt-BR",
        "zh-Hans",
        "zh-Hant",
        "sr-Latn",
        "es-419",
        "ca-ES-valencia",
        "hmn",
        "fa-AF",
        "en-XA",
    ],
)
def test_a_tag_of_one_written_language_is_taken(tag):
    assert languages.check_tag(tag) == tag


@pytest.mark.parametrize(
    ("tag", "remedy"),
    [
        ("zh", "zh-Hans or zh-Hant"),
        ("pt", "pt-BR or pt-PT"),
        ("sr", "sr-Cyrl or sr-Latn"),
        ("en-UK", "en-GB"),
        ("iw", "he"),
        ("prs", "fa-AF"),
        ("pt_BR", "pt-BR"),
        ("es-mx", "es-MX"),
        ("ES", "es"),
        ("Spanish", "tags look like"),
        ("xx", "did you mean"),
        ("und", "did you mean"),
        ("es-Xxxx", "script"),
        ("es-QZ", "region"),
        ("", "tags look like"),
        ("../es", "tags look like"),
    ],
)
def test_any_other_tag_is_refused_with_the_likely_fix(tag, remedy):
    with pytest.raises(LocaleError, match=remedy):
        languages.check_tag(tag)


@pytest.mark.parametrize("tag", ["dv", "ku-Arab", "az-Arab", "rhg-Rohg"])
def test_what_a_list_of_languages_gets_wrong_runs_from_right_to_left(tag):
    """ICU 78.2 says left to right for these four (REQUIREMENTS.md, H4)."""
    assert languages.check_tag(tag) == tag
    assert languages.direction(tag) == "rtl"


@pytest.mark.parametrize("tag", ["ar", "he", "ur", "pa-PK", "yi", "ar-XB"])
def test_direction_follows_the_script_to_the_left(tag):
    assert languages.direction(tag) == "rtl"


@pytest.mark.parametrize("tag", ["es", "ku", "az", "pa", "zh-Hans", "hmn", "en-XA"])
def test_direction_follows_the_script_to_the_right(tag):
    assert languages.direction(tag) == "ltr"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("es", "es"),
        ("pt-BR", "pt_BR"),
        ("zh-Hans", "zh_Hans"),
        ("ca-ES-valencia", "ca_ES@valencia"),
    ],
)
def test_folders_and_headers_have_gettexts_form(tag, name):
    assert languages.gettext_name(tag) == name


@pytest.mark.parametrize(
    ("tag", "count"),
    [("es", 2), ("fr", 2), ("zh-Hans", 1), ("ja", 1), ("pl", 3), ("ru", 3), ("ar", 6)],
)
def test_plural_forms_are_those_that_gettexts_tools_expect(tag, count):
    assert languages.plural_rule(tag).count == count


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("es", "es_ES"),
        ("es-MX", "es_MX"),
        ("es-419", "es"),
        ("pt-BR", "pt_BR"),
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("sr-Latn", "sr_RS"),
        ("ca-ES-valencia", "ca_ES"),
        ("eo", "eo"),
    ],
)
def test_open_graph_asks_for_a_country_and_gets_none_that_nobody_named(tag, name):
    assert languages.language_and_territory(tag) == name


@pytest.mark.parametrize("tag", ["es", "ar", "ht", "hmn", "zh-Hans", "fa-AF", "sw"])
def test_no_autonym_is_the_english_name(tag):
    assert languages.autonym(tag) != languages.english_name(tag)


def test_a_region_that_the_table_leaves_out_is_added_in_the_language_itself():
    assert languages.autonym("es-MX") == "Español (México)"


def test_a_date_has_its_month_in_words():
    assert languages.format_date("2026-11-22", "es") == "22 de noviembre de 2026"


def test_a_language_without_data_gets_a_neutral_date():
    assert "2026" in languages.format_date("2026-11-22", "hmn")


@pytest.mark.parametrize(
    ("tag", "exact"), [("es", {0}), ("fr", set()), ("ar", {0, 1, 2}), ("ja", set()), ("ru", set())]
)
def test_forms_for_one_number_only_are_known(tag, exact):
    assert languages.plural_rule(tag).exact == exact


def test_numbers_and_dates_are_in_the_digits_of_the_language():
    assert languages.format_number(1203, "fa") == "۱٬۲۰۳"
    assert languages.format_number(12, "ar-EG") == "١٢"
    assert languages.format_number(12, "ar") == "12"
    assert languages.format_date("2026-11-22", "bn").startswith("২২")
    assert "".join(languages.digits("my")) == "၀၁၂၃၄၅၆၇၈၉"
    assert all(unicodedata.digit(digit) == n for tag in ("fa", "mr", "dz", "nqo", "ff-Adlm", "ccp", "hnj", "sat", "mni-Mtei") for n, digit in enumerate(languages.digits(tag)))  # fmt: skip
