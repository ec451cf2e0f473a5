import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.checks import markup
from salerno.model import Severity, Syntax, Unit

AGREE = [
    ("**Do not** drive.", "**No** conduzca."),
    ("**Do not** drive.", "**لا** تقد السيارة."),
    ("**Do not** drive.", "**切勿**开车。"),
    ("**Do not** drive.", "गाड़ी **न** चलाएँ।"),
    ("*One* and [two](https://a.org)", "[dos](https://a.org) y *uno*"),
    ("See [signs][signs].", "Vea [señales][signs]."),
    ("Use `metformin`.", "Utilice `metformin`."),
    ("Write to a@b.org.", "请写信至 a@b.org。"),
    ("Read <https://a.org/x>.", "اقرأ <https://a.org/x>."),
    ("Wait[^1] here.", "Espere[^1] aquí."),
    ("less than <5 and 3 * 4", "menos de <5 y 3 * 4"),
    ("![A pill](pill.png)", "![Una pastilla](pill.png)"),
    ("Take two.", "\u2067تناول\u2069 حبتين."),
]

SERIOUS = [
    ("[the leaflet](https://a.org/1)", "[el folleto](https://a.org/2)", "the link leads to https"),
    ("[the leaflet](https://a.org/1)", "النشرة", "the link to https://a.org/1 is lost"),
    ("[the leaflet][leaf]", "[说明书][shu]", "the link to leaf is lost"),
    ("Rest.", "[Descanse](https://evil.example)", "the link to https://evil.example is not in"),
    ("Rest.", "Descanse <script>alert(1)</script>", "raw HTML"),
    ("Rest.", "आराम <b>करें</b>", "raw HTML"),
    ("Rest.", "Descanse <!-- hidden -->", "raw HTML"),
    ("Rest.", "Descanse <script", "<script is not finished"),
    ("[a](https://a.org)", "[a](javascript:alert(1))", "runs a script"),
    ("[a](https://a.org)", "[a](JaVa&#83;cript&colon;alert(1))", "runs a script"),
    ("[a](https://a.org)", "[a](java\u00adscr\u200bipt:alert(1))", "runs a script"),
    ("[a](https://a.org)", "[a](data:text/html,x)", "runs a script"),
    ("[a](https://a.org)", "<vbscript:x>", "runs a script"),
    ("Rest.", "休息\u202eabc", "an invisible sign (U+202E)"),
    ("Rest.", "استرح \u2067abc", "an invisible sign (U+2067)"),
    ("Rest.", "Descanse\u2069", "an invisible sign (U+2069)"),
]

LESSER = [
    ("**Do not** drive.", "No conduzca.", "bold is lost"),
    ("**Do not** drive.", "لا تقد السيارة.", "bold is lost"),
    ("**Note:** rest.", "**注意：**休息。", "bold is lost: where it stands, ** has no effect"),
    ("*Rest* now.", "अभी आराम करें।", "italics is lost"),
    ("Take `x`.", "Tome x.", "code is lost"),
    ("Rest.", "**Descanse.**", "bold is not in the source"),
    ("Wait[^1] here.", "Espere aquí.", "the footnote mark [^1] is missing"),
    ("Rest.", "Descanse.\n\nHoy.", "starts a new line"),
    ("Rest.", "休息。\u2028今天。", "starts a new line"),
    ("Write to a@b.org.", "Escriba a a@c.org.", "the address a@b.org became a@c.org"),
    ("See www.a.org/x.", "Vea la página.", "the address www.a.org/x is missing"),
    ("See the page.", "Vea www.a.org/x.", "the address www.a.org/x is not in the source"),
]

UNBALANCED = [
    ("**4 tablets** and no more", "**4 comprimidos y no más", "**"),
    ("**4 tablets** and *no* more", "**4 comprimidos** y *no más", "*"),
    ("*Never* again", "*nunca más", "*"),
    ("Take `x` now", "Tome `x ahora", "`"),
    ("Take it.", "Tómelo **ahora.", "**"),
    ("Take it.", "Tómelo ahora*.", "*"),
    ("Take it.", "Tómelo `ahora.", "`"),
    ("Take it.", "Tómelo ``ahora.", "``"),
    ("Take it.", "Tómelo [ahora.", "["),
    ("Take it.", "Tómelo ahora].", "]"),
    ("Take it.", "Tómelo _ahora.", "_"),
    ("Take it.", "Tómelo ~~ahora.", "~~"),
    ("5 * 3 **mg**", "5 * 3 **mg", "**"),
    ("Dose[1] **now**", "Dosis[1] **ahora*", "*"),
    ("**Do not** drive.", "**不要开车。", "**"),
    ("**Do not** drive.", "لا** تقد السيارة.", "**"),
    ("**Do not** drive.", "गाड़ी **न चलाएँ।", "**"),
]

ALONE = [
    ("5 * 3 is 15", "5*3 son 15"),
    ("5 × 3 is 15", "5*3 son 15"),
    ("5 times 3", "5 * 3"),
    ("Dose* of 5 mg", "Dosis* de 5 mg"),
    ("Dose\\* of 5 mg", "Dosis* de 5 mg"),
    ("* Not for children", "\\* No para niños"),
    ("Dose* and time**", "Hora** y dosis*"),
    ("See [1] and [2].", "Véanse [2] y [1]."),
    ("See it.", "Véalo [1]."),
    ("See it.", "Véalo \\[ahora \\*."),
    ("from [0, 5)", "de [0; 5["),
    ("above 0, up to 5", "]0 ; 5]"),
    ("C:\\Temp\\*.txt", "C:\\Temp\\*.txt, siempre"),
    ("snake_case_ names", "nombres snake_case_"),
    ("the water", "l`eau"),
    ("Take **2**.", "Tome `2` y **2**."),
]

HTML = [
    ("<b>No</b>", "<b>No</b><i/>", Severity.CRITICAL, "<i> is not closed"),
    ("<b>No</b>", "<b>No", Severity.CRITICAL, "<b> is not closed"),
    ("<b>No</b>", "No</b>", Severity.CRITICAL, "</b> closes nothing"),
    ("<b>No</b>", "<b onclick=x()>لا</b>", Severity.CRITICAL, "became <b onclick=x()>"),
    (
        "<b>No</b>",
        "<b style='display:none'>不</b>",
        Severity.CRITICAL,
        "the attribute style of <b>",
    ),
    ("<b>No</b>", "<b title='x'>No</b>", Severity.MAJOR, "the attribute title of <b>"),
    (
        "<b>No</b>",
        "<b>No</b><svg/onload=x()></svg>",
        Severity.CRITICAL,
        "<svg onload=x()> is not in",
    ),
    ("<b>No</b>", "<b>No</b><img src=x onerror=y ", Severity.CRITICAL, "<img is not finished"),
    ("<b>No</b>", "<b>No</b><![x[", Severity.CRITICAL, "<! is not finished"),
    ("<b>No</b>", "<i>नहीं</i>", Severity.MAJOR, "bold is lost"),
    ("<p class='warning'>No</p>", "<p>No</p>", Severity.MAJOR, "of the source became <p>"),
    ("<a href='/x'>No</a>", "<a href='java\tscript:x'>No</a>", Severity.CRITICAL, "runs a script"),
]


def found(source, target, syntax=Syntax.MARKDOWN):
    return list(markup.check(Unit(source, syntax=syntax), target, "es"))


def says(findings, severity, message):
    return any(f.severity is severity and message in f.message for f in findings)


@pytest.mark.parametrize(("source", "target"), AGREE)
def test_markup_that_moved_with_its_words_is_silent(source, target):
    assert found(source, target) == []


@pytest.mark.parametrize(("source", "target", "message"), SERIOUS)
def test_what_could_mislead_or_harm_is_critical(source, target, message):
    assert says(found(source, target), Severity.CRITICAL, message)


@pytest.mark.parametrize(("source", "target", "sign"), UNBALANCED)
def test_a_sign_without_its_other_half_is_critical(source, target, sign):
    critical = [f for f in found(source, target) if f.severity is Severity.CRITICAL]

    assert [target[slice(*f.target_span)] for f in critical] == [sign]
    assert f"not balanced: {sign} has no other half" in critical[0].message


@pytest.mark.parametrize(("source", "target"), ALONE)
def test_a_sign_that_stands_alone_on_purpose_is_not_critical(source, target):
    assert not [f for f in found(source, target) if f.severity is Severity.CRITICAL]


@pytest.mark.parametrize(("source", "target", "message"), LESSER)
def test_what_changes_only_the_look_or_the_layout_is_major(source, target, message):
    (finding,) = found(source, target)

    assert finding.severity is Severity.MAJOR
    assert message in finding.message


@pytest.mark.parametrize(("source", "target", "severity", "message"), HTML)
def test_tags_and_attributes_of_html_are_compared(source, target, severity, message):
    assert says(found(source, target, Syntax.HTML), severity, message)


@pytest.mark.parametrize("target", ["<i>No</i> ahora", "<br/>", "Ahora <script"])
def test_a_tag_in_a_plain_text_is_major_for_it_is_shown(target):
    findings = found("Not now", target, Syntax.PLAIN)

    assert findings
    assert {finding.severity for finding in findings} == {Severity.MAJOR}


@pytest.mark.parametrize("target", ["a <5 y b> 3", "**No** [ahora]", "x<y"])
def test_what_is_no_tag_is_no_markup_in_a_plain_text(target):
    assert found("Not now", target, Syntax.PLAIN) == []


def test_spans_show_the_address_that_changed():
    (finding,) = found("[a](https://a.org/1)", "Vea [b](https://a.org/2)")

    assert (finding.source_span, finding.target_span) == ((4, 19), (8, 23))


def test_raw_html_does_not_hide_a_lost_link():
    findings = found("[a](https://a.org/1)", "<b>a</b>")

    assert says(findings, Severity.CRITICAL, "the link to https://a.org/1 is lost")


def test_a_text_too_long_to_parse_says_so():
    (finding,) = found("*Rest*", "*Descanse* " * 2_000)

    assert "too long" in finding.message


@given(
    st.text(alphabet="ab *_`[]()<>\\&;{}%!/=\"':#^~\n\u202e\u2067\u2069"), st.sampled_from(Syntax)
)
def test_a_text_agrees_with_itself(text, syntax):
    assert found(text, text, syntax) == []


@pytest.mark.parametrize("sign", ["\x01", "\x1b", "\x7f", "\x9b"])
def test_a_control_character_is_critical_unless_the_source_has_it(sign):
    found = list(markup.check(Unit("Rest."), f"Repose{sign}.", "es"))

    assert [(each.severity, each.target_span) for each in found] == [(Severity.CRITICAL, (6, 7))]
    assert list(markup.check(Unit(f"Rest{sign}."), f"Repose{sign}.", "es")) == []
