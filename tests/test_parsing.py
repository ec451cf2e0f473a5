"""A megabyte of text is read as it is, and what would take a browser for ever is refused at once."""

import pytest

from page_support import edition_of, evidence_of, page_of, problems
from salerno.errors import InputError
from salerno.page.localized import localized
from salerno.page.parsing import parsed
from salerno.page.provable import is_provable

SENTENCES = {
    "es": "Tome 2.5–5 mg cada 6 horas y no más de 1 000 mg al día; véase «la nota» &amp; llame. ",
    "fr": "Buvez de l’eau, et encore de l’eau, sans fin. ",
    "zh-Hans": "每次服用2.5毫克，每天4–6次，不要超过1 000 毫克。",
    "ar": "تناول 2.5–5 mg بعد الطعام ولا تتجاوز ٢–٣ أقراص، واتصل بالرقم 1-800-222-1222. ",
}


@pytest.mark.parametrize("locale", SENTENCES)
def test_a_paragraph_of_a_megabyte_is_published_and_proved(locale):
    sentence = SENTENCES[locale]
    text = (sentence * (1_000_000 // len(sentence))).strip()
    made = edition_of("# A\n\nTake it.\n", "md", locale, lambda s: text if s == "Take it." else s)

    assert problems(page_of(made), evidence_of(made)) == []


@pytest.mark.parametrize("letters", ["a b ", "字", "&nbsp;&lt; ", "é", "\n"])
def test_a_text_without_a_tag_stays_what_it_is(letters):
    text = letters * (300_000 // len(letters))
    tree = parsed(f"<!doctype html><title>t</title><p>{text}<i>x</i>{text}</p><!--cut-->")

    wanted = text.replace("&nbsp;", "\u00a0").replace("&lt;", "<")
    assert tree.css_first("p").text() == f"{wanted}x{wanted}"
    assert (tree.html or "").count("<!--") == 1


MANY = "a " * 300_000


@pytest.mark.parametrize(
    "html",
    [
        f"<p {MANY}>",
        f"<p a='>' {MANY}>",
        f'<p a=">" b {MANY} c="<p>">',
        f"<!-- <x a=' --> <p b=\"'>\" {MANY}>",
        f"<!-- {MANY} -->",
        f"<title>{MANY}</title>",
        f"<script>{MANY}</script>",
        f"<textarea>{MANY}</textarea>",
        f"<svg><![CDATA[{MANY}]]></svg>",
        f"<plaintext>{MANY}",
        "a" * 300_000,
        "<b>x</b>" * 20_000,
        "<bdi><b>x</b></bdi>" * 10_000,
        "<bdi>" * 30_000,
        "<bdi><bdi>x</bdi>" * 30_000,
        "<bdi>x</bdi>" * 300_000,
        "<bdi dir='ltr' a=b>x</bdi>" * 30_000,
    ],
)
def test_what_may_be_attributes_or_nests_is_refused(html):
    with pytest.raises(InputError, match="more markup than any article"):
        parsed(f"<!doctype html><title>t</title>{html}")


def test_isolates_are_no_markup_to_speak_of():
    flat = '<bdi>x</bdi><span dir="ltr">a <bdi>5 mg</bdi></span><bdi dir="ltr"><bdi dir="ltr">٢</bdi></bdi>'

    assert len(parsed(f"<p>{flat * 20_000}</p>").css("bdi")) == 80_000


ARTICLE = "---\ntitle: Name\ndescription: Said\n---\n\nTake it.\n"


def found(where, text):
    """Return whether a page with a long text can be proved, by who signs it and by who has it."""
    made = edition_of(ARTICLE, "md", "ar", lambda source: text if source == where else source)
    wrong = problems(page_of(made), evidence_of(made))
    return is_provable(localized(made), "ar", "en"), not wrong


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("Take it.", "**a** " * 11_000),
        ("Take it.", "a" * 120_000),
        ("Name", "خذ " * 40_000),
        ("Said", "خذ " * 40_000),
    ],
)
def test_a_page_that_cannot_be_proved_is_known_before_it_is_signed(where, text):
    assert found(where, text) == (False, False)


@pytest.mark.parametrize("where", ["Name", "Said", "Take it."])
def test_a_long_text_in_its_place_is_provable(where):
    assert found(where, "خذ " * 20_000) == (True, True)


@pytest.mark.parametrize("where", ["Name", "Said"])
def test_what_search_engines_are_told_is_longer_than_what_readers_see(where):
    assert found(where, "<" * 18_000) == (False, True)


def test_what_stands_around_an_article_has_room():
    assert found("Take it.", "**a** " * 7_000) == (True, True)
    assert found("Take it.", "**a** " * 9_000) == (False, True)
