import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.checks import placeholders
from salerno.model import Severity, Unit

AGREE = [
    ("Reviewed by {name} on {date}", "{date}，由 {name} 审核", "zh-Hans"),
    ("Reviewed by {{ name }}", "راجعه {{name}}", "ar"),
    ("%(n)s pages", "%(n)s पृष्ठ", "hi"),
    ("%1$s of %2$s", "%2$s: %1$s", "es"),
    ("%s reads", "%s lee", "es"),
    ("55% of adults", "el 55 % de los adultos", "es"),
    ("100% sure", "100 % sûr", "fr"),
    ("a set {1, 2}", "un conjunto {1, 2}", "es"),
]

DISAGREE = [
    ("Hello {name}", "Hola", "the placeholder {name} is missing"),
    ("Hello {name}", "Hola {nombre}", "the placeholder {name} became {nombre}"),
    ("Hello {name}", "مرحبًا {الاسم}", "the placeholder {name} became {الاسم}"),
    ("Hello", "你好 {name}", "the placeholder {name} is not in the source"),
    ("Hello {name}", "{name}, नमस्ते {name}", "the placeholder {name} is not in the source"),
    ("%(n)s pages", "(n)s páginas", "the placeholder %(n)s is missing"),
    ("%1$s of %2$s", "%1$s de %1$s", "the placeholder %2$s became %1$s"),
    ("{{ name }}", "{ name }", "the placeholder {{ name }} is missing"),
]


def found(source, target, locale="es", **of_unit):
    return list(placeholders.check(Unit(source, **of_unit), target, locale))


@pytest.mark.parametrize(("source", "target", "locale"), AGREE)
def test_placeholders_in_any_order_are_silent(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(("source", "target", "message"), DISAGREE)
def test_a_placeholder_that_differs_is_critical(source, target, message):
    (finding,) = found(source, target)

    assert finding.severity is Severity.CRITICAL
    assert finding.message.startswith(message)


def test_under_the_python_flag_a_percent_sign_before_a_word_is_a_conversion():
    (finding,) = found("%d%% done", "%d% de todo", flags=("python-format",))

    assert "% d is not in the source" in finding.message


@pytest.mark.parametrize(
    ("flag", "source"), [("no-python-format", "%s"), ("no-python-brace-format", "{name}")]
)
def test_a_negative_flag_says_that_there_are_none(flag, source):
    assert found(source, "", flags=(flag,)) == []


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("{n} day", "un día", "es"),
        ("one day", "{n} день", "ru"),
        ("one day", "{n} 天", "zh-Hans"),
        ("%d day", "يوم", "ar"),
    ],
)
def test_the_first_plural_form_may_do_with_or_without_its_number(source, target, locale):
    assert found(source, target, locale, source_plural=source.replace("one", "{n}") + "s") == []


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("{n} days", "días", "es"),
        ("one day", "一天", "zh-Hans"),
        ("{who}: {n} day", "un día", "es"),
    ],
)
def test_a_plural_form_may_not_lose_what_it_cannot_do_without(source, target, locale):
    plural = "{who}: {n} days" if "who" in source else "{n} days"

    (finding,) = found(source, target, locale, source_plural=plural)

    assert finding.severity is Severity.CRITICAL


def test_a_further_form_without_number_is_minor_where_one_may_stand_for_two():
    (finding,) = found("{n} days", "أيام", "ar", source_plural="{n} days")

    assert finding.severity is Severity.MINOR


@pytest.mark.parametrize("target", ["مدة القراءة: يوم واحد", "مدة القراءة: يومان"])
def test_a_further_form_that_says_its_number_in_a_word_is_silent(target):
    assert found("%(days)s days", target, "ar", source_plural="%(days)s days") == []


def test_spans_show_the_placeholders():
    (finding,) = found("Hello {name}", "Hola, {nombre}")

    assert (finding.source_span, finding.target_span) == ((6, 12), (6, 14))


@given(st.text(alphabet="ab {}%()$sd0123!:.#-+ \n"), st.sampled_from([(), ("python-format",)]))
def test_a_text_agrees_with_itself(text, flags):
    assert found(text, text, flags=flags) == []
