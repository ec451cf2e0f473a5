"""A target is read back by machine where an engine can, quickly or not at all."""

import threading
import time
from dataclasses import replace

import pytest

from salerno.engines import load_engine
from salerno.errors import EngineError, EngineUnavailable
from salerno.model import Draft, Provenance, Syntax
from salerno.pipeline import back_translation as module
from salerno.pipeline.back_translation import back_translation
from tests_support import make_workspace


class Parrot:
    """An engine that does what it is told to, and knows one way only."""

    name = "parrot"

    def __init__(self, do=str.upper):
        self._do = do
        self.closed = False

    def pair(self, source, target):
        if (source, target) != ("es", "en"):
            raise EngineUnavailable(self.name, f"no way from {source} to {target}")
        return f"{source}-{target}"

    def translate(self, texts, *, source, target):
        made = Provenance(self.name, self.pair(source, target), "1")
        return [Draft(self._do(text), made) for text in texts]

    def close(self):
        self.closed = True


@pytest.fixture
def ward(tmp_path):
    return make_workspace(tmp_path / "ward", ("es", "ar"), engines=("memory", "pseudo"))


@pytest.fixture
def parrot(monkeypatch):
    """Let every engine be a parrot that does as it is told."""

    def teach(do=str.upper):
        engine = Parrot(do)
        monkeypatch.setattr("salerno.pipeline.engines.load_engine", lambda name, options: engine)
        return engine

    return teach


def test_a_target_comes_back_through_the_engine_with_its_markup(ward, parrot):
    parrot()

    found = back_translation(ward, "es", "Tome **dos** [más](x).", syntax=Syntax.MARKDOWN)

    assert (found.text, found.reason) == ("TOME **DOS** [MÁS](x).", "")
    assert found.provenance.pair == "es-en"


def test_without_a_way_back_the_reason_is_told(ward, parrot):
    parrot()

    assert back_translation(ward, "ar", "لا").reason == "parrot: no way from ar to en"


def test_a_locale_without_an_engine_says_so(tmp_path):
    workspace = make_workspace(tmp_path / "ward", ("es",), engines=("memory",))

    assert back_translation(workspace, "es", "No.").reason == "no engine is set for this locale"


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "no text"), (" \n", "no text"), ("x" * 5001, "longer"), ("\ud800", "UTF-8")],
)
def test_what_no_engine_should_see_is_refused(ward, parrot, text, reason):
    parrot()

    found = back_translation(ward, "es", text)

    assert reason in found.reason
    assert found.text == ""


HOSTILE = [
    "\0",
    "<script>alert(1)</script>",
    "\u202eevil\u2066",
    "`" * 500 + "[" * 500,
    "\U000f0000\U000ffffd",
    "$(rm -rf /); `id`",
    "^a/b<n>$ [1] @#*~",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("syntax", Syntax)
def test_hostile_text_does_no_harm(ward, parrot, text, syntax):
    parrot()

    found = back_translation(ward, "es", f"No {text} beba.", syntax=syntax)

    assert found.text or found.reason


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_no_harm_to_a_real_engine(tmp_path, apertium, text):
    workspace = make_workspace(tmp_path / "ward", ("es",), engines=("apertium",))

    found = back_translation(workspace, "es", f"No {text} beba.", seconds=30)

    assert found.text or ("NUL" in found.reason and "\0" in text)
    assert back_translation(workspace, "es", "No beba alcohol.", seconds=30).text


def test_apertium_reads_spanish_back(tmp_path, apertium):
    workspace = make_workspace(tmp_path / "ward", ("es", "de"), engines=("memory", "apertium"))

    found = back_translation(workspace, "es", "Tome **2** tabletas.", syntax=Syntax.MARKDOWN, seconds=30)  # fmt: skip

    assert found.text == "Take **2** tablets."
    assert found.provenance.pair == "spa-eng"
    assert back_translation(workspace, "de", "Nein.").reason == "apertium: no way from de to en"


def failing(error):
    def do(text):
        raise error

    return do


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (EngineError("parrot", "no answer"), "parrot: no answer"),
        (ZeroDivisionError("secret key"), "the engine failed with ZeroDivisionError"),
    ],
)
def test_what_an_engine_raises_becomes_a_reason_without_secrets(ward, parrot, error, reason):
    parrot(failing(error))

    assert back_translation(ward, "es", "No.").reason == reason


def test_a_slow_engine_holds_nobody_up_and_only_so_many_are_asked_at_once(ward, parrot):
    go, asked = threading.Event(), []

    def wait(text):
        asked.append(text)
        go.wait(60)
        return text

    parrot(wait)
    begun = time.monotonic()
    found = [back_translation(ward, "es", "No.", seconds=0.1) for _ in range(4)]
    took = time.monotonic() - begun
    go.set()

    assert [each.reason for each in found] == [
        *["no answer within 0.1 s"] * 2,
        *["the engine is busy; try again"] * 2,
    ]
    assert took < 10
    assert len(asked) <= 2
    assert back_translation(ward, "es", "Sí.", seconds=30).text == "Sí."


def test_an_engine_is_made_once_and_anew_when_its_options_change(ward, monkeypatch):
    made = []

    def load(name, options):
        made.append(Parrot())
        return made[-1]

    monkeypatch.setattr("salerno.pipeline.engines.load_engine", load)
    for _ in range(3):
        back_translation(ward, "es", "No.")
    other = replace(ward, settings=replace(ward.settings, engine={"pseudo": {}}))
    back_translation(other, "es", "No.")

    assert [engine.closed for engine in made] == [True, False]


def test_the_names_of_engines_are_those_of_the_workspace(ward):
    assert load_engine("pseudo", {}).pair("es", "en") == "es-en"
    assert "⟦" in back_translation(ward, "ar", "Agua.").text


@pytest.fixture(autouse=True)
def forgotten():
    """Leave no engine behind for the next test."""
    yield
    for _, engines in module._KEPT.values():
        engines.close()
    module._KEPT.clear()
