import pytest

from salerno.checks import dates
from salerno.model import Severity, Unit

KEPT = [
    ("on March 14", "el 14 de marzo", "es"),
    ("on March 14", "14.3.", "de"),
    ("on March 14, 2027", "14/03/2027", "fr"),
    ("on March 14", "14 марта", "ru"),
    ("on March 14", "14 marca", "pl"),
    ("on March 14", "3月14日", "ja"),
    ("on March 14", "3 月 14 日", "zh-Hans"),
    ("on March 14", "三月十四日", "zh-Hant"),
    ("on March 14", "3월 14일", "ko"),
    ("on March 14", "ngày 14 tháng 3", "vi"),
    ("on March 14", "في 14 مارس", "ar"),
    ("on March 14", "14 मार्च को", "hi"),
    ("on March 14", "ב-14 במרץ", "he"),
    ("on March 14", "14 Mart'ta", "tr"),
    ("on Mondays and Fridays", "los lunes y los viernes", "es"),
    ("on Mondays and Fridays", "montags und freitags", "de"),
    ("on Mondays and Fridays", "по понедельникам и пятницам", "ru"),
    ("on Mondays and Fridays", "每周一和周五", "zh-Hans"),
    ("on Mondays and Fridays", "يومي الاثنين والجمعة", "ar"),
    ("on Mondays and Fridays", "সোমবার এবং শুক্রবারে", "bn"),
    ("on Saturday and Sunday", "am Wochenende", "de"),
    ("This medicine May help.", "Ayuda en abril.", "es"),
    ("May cause sleep until June.", "Da sueño hasta junio.", "es"),
    ("on Monday", "whenever", "xx"),
]

CHANGED = [
    ("on March 14", "el 14 de mayo", "es"),
    ("on December 25", "am 25. November", "de"),
    ("on March 14", "14 мая", "ru"),
    ("on October 9", "9 月 10 日", "zh-Hans"),
    ("on October 9", "9月10日", "ja"),
    ("on October 9", "9월 10일", "ko"),
    ("on March 14", "في 14 أبريل", "ar"),
    ("on March 14", "14 जून को", "hi"),
    ("on March 14", "ngày 14 tháng 5", "vi"),
    ("on Thursday", "el martes", "es"),
    ("on Mondays and Fridays", "每周一和周四", "zh-Hans"),
    ("on Mondays and Fridays", "يومي الاثنين والخميس", "ar"),
    ("on Tuesday", "शुक्रवार को", "hi"),
    ("on Tuesday", "w piątek", "pl"),
    ("on Tuesday", "בְּיום חמישי", "he"),
    ("on Tuesday", "Perşembe günü", "tr"),
    ("on Mondays and Fridays", "los lunes", "es"),
]


def found(source, target, locale):
    return list(dates.check(Unit(source), target, locale))


@pytest.mark.parametrize(("source", "target", "locale"), KEPT)
def test_the_same_day_is_silent_however_it_is_written(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(("source", "target", "locale"), CHANGED)
def test_another_month_or_day_of_the_week_is_critical(source, target, locale):
    (finding,) = found(source, target, locale)

    assert finding.severity is Severity.CRITICAL
    assert source[slice(*finding.source_span)] in finding.message
