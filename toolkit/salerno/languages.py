"""Language tags, scripts, plural forms, and numbers and dates as a language writes them (CLDR).

Tags are BCP 47 (`pt-BR`); `gettext_name` gives the form of folders and PO headers (`pt_BR`). The
facts come from Babel's CLDR. Where CLDR has no data for a tag (Hmong, the pseudo-locales) the
nearest ancestor answers, in the end CLDR's root, which is neutral: ISO dates, Latin digits.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import c2py
from typing import TYPE_CHECKING, Any

from salerno.errors import LocaleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from babel import Locale

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?"
    r"(?:[-_](?P<region>[a-z]{2}|[0-9]{3}))?(?:[-_](?P<variant>[a-z0-9]{5,8}))?",
    re.IGNORECASE,
)

_SEVERAL = {"zh": ("zh-Hans", "zh-Hant"), "pt": ("pt-BR", "pt-PT"), "sr": ("sr-Cyrl", "sr-Latn")}
"""Tags that name more than one written language: patients were harmed by the wrong one."""

_BETTER = {"prs": "fa-AF", "mo": "ro", "sh": "sr-Latn", "no": "nb"}

_NO_LANGUAGE = {"und", "mul", "zxx", "mis"}

_PSEUDO_REGIONS = {"XA", "XB"}
"""CLDR's pseudo-locales: en-XA with accents, ar-XB from right to left."""

_RTL_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})

_COMMAS = {"Arab": "، ", "Hans": "、", "Hant": "、", "Jpan": "、"}

_AUTONYMS = {
    "am": "አማርኛ",
    "ar": "العربية",
    "az-Arab": "آذربایجانجا",
    "bn": "বাংলা",
    "ca": "Català",
    "ca-ES-valencia": "Valencià",
    "chk": "Chuuk",
    "cs": "Čeština",
    "cy": "Cymraeg",
    "da": "Dansk",
    "de": "Deutsch",
    "dv": "ދިވެހި",
    "el": "Ελληνικά",
    "en": "English",
    "eo": "Esperanto",
    "es": "Español",
    "eu": "Euskara",
    "fa": "فارسی",
    "fa-AF": "دری",
    "fi": "Suomi",
    "fil": "Filipino",
    "fr": "Français",
    "gl": "Galego",
    "gu": "ગુજરાતી",
    "he": "עברית",
    "hi": "हिन्दी",
    "hmn": "Hmoob",
    "hr": "Hrvatski",
    "ht": "Kreyòl ayisyen",
    "hu": "Magyar",
    "hy": "Հայերեն",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "km": "ខ្មែរ",
    "ko": "한국어",
    "ksw": "ကညီကျိာ်",
    "ku": "Kurdî",
    "ku-Arab": "کوردی",
    "lo": "ລາວ",
    "mh": "Kajin M̧ajeļ",
    "my": "မြန်မာ",
    "nb": "Norsk bokmål",
    "ne": "नेपाली",
    "nl": "Nederlands",
    "nn": "Norsk nynorsk",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "ps": "پښتو",
    "pt-BR": "Português (Brasil)",
    "pt-PT": "Português (Portugal)",
    "rhg": "𐴌𐴟𐴇𐴥𐴝𐴚𐴒𐴙𐴝",
    "ro": "Română",
    "ru": "Русский",
    "sm": "Gagana fa‘a Sāmoa",
    "so": "Soomaali",
    "sr-Cyrl": "Српски",
    "sr-Latn": "Srpski",
    "sv": "Svenska",
    "sw": "Kiswahili",
    "ta": "தமிழ்",
    "te": "తెలుగు",
    "th": "ไทย",
    "ti": "ትግርኛ",
    "tl": "Tagalog",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
    "yi": "ייִדיש",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
    "zu": "isiZulu",
}
"""What speakers call their language, each name as it opens a line. CLDR has no name for several of
these and an English one for others (REQUIREMENTS.md, H2)."""


@dataclass(frozen=True, slots=True)
class _Subtags:
    language: str
    script: str
    region: str
    variant: str

    def __str__(self) -> str:
        return "-".join(part for part in (self.language, self.script, self.region) if part) + (
            f"-{self.variant}" if self.variant else ""
        )


def _subtags(tag: str) -> _Subtags | None:
    """Cut a tag up, each part in its canonical case; None if it has not the shape of a tag."""
    match = _TAG.fullmatch(tag)
    if match is None:
        return None
    part = {name: text or "" for name, text in match.groupdict().items()}
    return _Subtags(
        part["language"].lower(),
        part["script"].title(),
        part["region"].upper(),
        part["variant"].lower(),
    )


@lru_cache(maxsize=1000)
def check_tag(tag: str) -> str:
    """Return `tag` if it names one written language; raise LocaleError with the likely fix."""
    parts = _subtags(tag)
    if parts is None:
        raise LocaleError(f"{tag!r} is no language tag", help="tags look like es, pt-BR or zh-Hans")
    if better := _likely_fix(parts):
        raise LocaleError(f"unknown locale {tag!r}", help=f"did you mean {better}?")
    if str(parts) != tag:
        raise LocaleError(f"locale {tag!r} is misspelt", help=f"write {parts}")
    if tag in _SEVERAL:
        raise LocaleError(
            f"locale {tag!r} names more than one written language",
            help=f"write {' or '.join(_SEVERAL[tag])}",
        )
    _check_known(parts, tag)
    return tag


def _likely_fix(parts: _Subtags) -> str | None:
    """Return the tag that CLDR's aliases have for one that is out of use (iw, en-UK)."""
    from babel.core import get_global

    language = _BETTER.get(parts.language) or get_global("language_aliases").get(parts.language)
    region = get_global("territory_aliases").get(parts.region, [""])[0]
    if parts.language in {"tl", "sr"} or not (language or region):
        language = None
    if not (language or region):
        return None
    rest = "-".join(part for part in (parts.script, region or parts.region) if part)
    fixed = str(language or parts.language).replace("_", "-")
    return f"{fixed}-{rest}" if rest else fixed


def _check_known(parts: _Subtags, tag: str) -> None:
    """Raise LocaleError for a language, script or region that CLDR has no name for."""
    from babel.core import get_global

    english = _locale("en")
    languages = {*english.languages, *get_global("likely_subtags")} - _NO_LANGUAGE
    if parts.language not in languages:
        raise LocaleError(
            f"unknown language {parts.language!r} in locale {tag!r}",
            help=_nearest(parts.language, english.languages.keys() - _NO_LANGUAGE),
        )
    if parts.script and parts.script not in english.scripts:
        raise LocaleError(
            f"unknown script {parts.script!r} in locale {tag!r}",
            help=_nearest(parts.script, english.scripts),
        )
    if parts.region and parts.region not in {*english.territories, *_PSEUDO_REGIONS}:
        raise LocaleError(
            f"unknown region {parts.region!r} in locale {tag!r}",
            help=_nearest(parts.region, english.territories),
        )


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=2, cutoff=0.5)
    return f"did you mean {' or '.join(close)}?" if close else "see the BCP 47 registry"


def gettext_name(tag: str) -> str:
    """Return the form of gettext: `pt_BR`, `zh_Hans`, `ca_ES@valencia`."""
    parts = _subtags(tag)
    if parts is None:
        return tag
    name = "_".join(part for part in (parts.language, parts.script, parts.region) if part)
    return f"{name}@{parts.variant}" if parts.variant else name


_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}
"""Scripts as POSIX locales call them, behind an `@`."""


def tag_of_gettext(name: str) -> str:
    """Return the BCP 47 tag of a PO header's `Language:`; raise LocaleError if it names none.

    `zh_CN` and `zh_TW` mean scripts; `sr@latin` names one.
    """
    bare, _, modifier = name.strip().partition(".")[0].partition("@")
    parts = bare.replace("_", "-").split("-")
    found = {"zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant-HK"}
    tag = found.get("-".join(parts), "-".join(parts))
    script = _SCRIPTS.get(modifier)
    if script:
        return check_tag("-".join([parts[0], script, *parts[1:]]))
    return check_tag(f"{tag}-{modifier}" if modifier else tag)


def ancestors(tag: str) -> tuple[str, ...]:
    """Return the tag and its ancestors, nearest first: pt-BR, pt."""
    parts = tag.split("-")
    return tuple("-".join(parts[:end]) for end in range(len(parts), 0, -1))


@cache
def _locale(tag: str) -> Locale:
    """Return CLDR's data for the tag or for its nearest ancestor that has any."""
    from babel import Locale, UnknownLocaleError

    for candidate in ancestors(tag):
        try:
            return Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("root")


@cache
def script(tag: str) -> str:
    """Return the script that the tag names or, by CLDR, most likely means (ISO 15924)."""
    parts = _subtags(tag)
    if parts is None:
        return "Zyyy"
    return parts.script or _likely(parts.language, parts.region).script or "Latn"


def _likely(*known: str) -> _Subtags:
    """Return what CLDR expands a language to, with its script or region, or else the language alone."""
    from babel.core import get_global

    likely = get_global("likely_subtags")
    expanded = likely.get("_".join(filter(None, known))) or likely.get(known[0]) or ""
    return _subtags(expanded) or _Subtags(known[0], "", "", "")


def language_and_territory(tag: str) -> str:
    """Return the form of Open Graph, with the country where the language is most at home: `es_ES`.

    Where the tag names a part of the world, or CLDR no country, it is the language alone.
    """
    parts = _subtags(tag)
    if parts is None:
        return tag
    region = parts.region or _likely(parts.language, parts.script).region
    return f"{parts.language}_{region}" if region.isalpha() else parts.language


def direction(tag: str) -> str:
    """Return `rtl` or `ltr`, by the script: lists of languages get az-Arab and ku-Arab wrong."""
    return "rtl" if script(tag) in _RTL_SCRIPTS else "ltr"


def comma(tag: str) -> str:
    """Return what stands between the items of a list in the language's script, space and all."""
    return _COMMAS.get(script(tag), ", ")


def autonym(tag: str) -> str:
    """Return what its speakers call the language, `Português (Brasil)` for pt-BR."""
    for candidate in ancestors(tag):
        if candidate in _AUTONYMS:
            return _AUTONYMS[candidate] + _region_suffix(tag, candidate)
    name = _locale(tag).get_display_name() or tag
    return name[:1].upper() + name[1:]


def _region_suffix(tag: str, named: str) -> str:
    """Return the region in its own language, where the table's name leaves it out."""
    parts = _subtags(tag) if tag != named else None
    if parts is None or not parts.region:
        return ""
    return f" ({_locale(tag).territories.get(parts.region, parts.region)})"


def english_name(tag: str) -> str:
    """Return the English name of the language, for messages and for staff."""
    parts, english = _subtags(tag), _locale("en")
    if parts is None:
        return tag
    detail = [english.scripts.get(parts.script), english.territories.get(parts.region)]
    name = str(english.languages.get(parts.language, tag))
    known = ", ".join(part for part in detail if part)
    return f"{name} ({known})" if known else name


@dataclass(frozen=True, slots=True)
class PluralRule:
    """gettext's `Plural-Forms` of a language: how many forms, and which one for a number."""

    count: int
    expression: str
    exact: frozenset[int] = frozenset()
    """The forms that stand for one number only, so that a text may leave the number out."""

    def __str__(self) -> str:
        """Return the value of the PO header."""
        return f"nplurals={self.count}; plural={self.expression};"


@cache
def plural_rule(tag: str) -> PluralRule:
    """Return the plural forms that gettext's tools expect of the language."""
    from babel.messages.plurals import get_plural

    rule = get_plural(_locale(tag))
    form_of = c2py(rule.plural_expr)
    uses = Counter(form_of(number) for number in range(1000))
    exact = frozenset(form for form, count in uses.items() if count == 1)
    return PluralRule(rule.num_plurals, rule.plural_expr, exact)


@dataclass(frozen=True, slots=True)
class NumberSymbols:
    """How a language writes numbers in Latin digits."""

    decimal: str
    group: str


@cache
def number_symbols(tag: str) -> NumberSymbols:
    """Return the decimal and grouping signs of the language, from CLDR."""
    symbols = _locale(tag).number_symbols["latn"]
    return NumberSymbols(symbols["decimal"], symbols["group"])


@cache
def unit_patterns(tag: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return how the language writes measures, by CLDR's name: (`{0} mg`,), (`{0} milligrams`, …).

    Short forms, then long ones, in each plural form that CLDR has; `{0}` is the number.
    """
    known = _locale(tag)._data["unit_patterns"]  # noqa: SLF001 - Babel itself formats one at a time
    return {
        name: (_patterns(forms.get("short", {})), _patterns(forms.get("long", {})))
        for name, forms in known.items()
    }


def _patterns(forms: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(
        pattern
        for form, pattern in forms.items()
        if isinstance(pattern, str) and form != "per" and "{0}" in pattern
    )


@cache
def collation_key(tag: str) -> Callable[[str], Any]:
    """Return what sorts texts as the language's readers expect (CLDR's collation, by ICU).

    Without PyICU, which the extra `salerno[collation]` brings, letters sort as if they had no marks.
    """
    try:
        import icu
    except ImportError:
        return _plain_key
    key: Callable[[str], Any] = icu.Collator.createInstance(icu.Locale(tag)).getSortKey
    return key


def _plain_key(text: str) -> tuple[str, str]:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)), text


def format_date(iso: str, tag: str) -> str:
    """Return a date with the month in words, as the language writes it: `22 de noviembre de 2026`.

    `iso` is YYYY-MM-DD. The calendar is the Gregorian one in every language.
    """
    from babel.dates import format_date

    written = format_date(dt.date.fromisoformat(iso), format="long", locale=_locale(tag))
    return written.translate(_native(tag))


_ZEROS = {
    "adlm": "𞥐",
    "arab": "٠",
    "arabext": "۰",
    "beng": "০",
    "cakm": "𑄶",
    "deva": "०",
    "hmnp": "𞅀",
    "mtei": "꯰",
    "mymr": "၀",
    "nkoo": "߀",
    "olck": "᱐",
    "tibt": "༠",
}
"""The zero of each numbering system that is some language's own; the other digits follow it.
Babel knows which system a language writes in, and not its digits."""


@cache
def digits(tag: str) -> tuple[str, ...]:
    """Return the ten digits that the language writes with, from zero."""
    zero = ord(_ZEROS.get(_locale(tag).default_numbering_system, "0"))
    return tuple(chr(zero + digit) for digit in range(10))


def _native(tag: str) -> dict[int, str]:
    return {ord("0") + number: digit for number, digit in enumerate(digits(tag))}


def format_number(number: int, tag: str) -> str:
    """Return an integer in the digits and groups of the language."""
    from babel.numbers import format_decimal

    written = format_decimal(number, locale=_locale(tag), numbering_system="default")
    return written.translate(_native(tag))


@cache
def month_names(tag: str) -> tuple[str, ...]:
    """Return the twelve months as a date has them, from CLDR, in the Gregorian calendar."""
    names = _locale(tag).months["format"]["wide"]
    return tuple(names[month] for month in range(1, 13))


@cache
def weekday_names(tag: str) -> tuple[str, ...]:
    """Return the days of the week from Monday on, from CLDR."""
    names = _locale(tag).days["format"]["wide"]
    return tuple(names[day] for day in range(7))
