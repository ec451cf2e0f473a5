"""LibreTranslate over a real connection, to a server in this process that imitates its protocol."""

import json
import logging
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
import stamina

from salerno.engines import load_engine
from salerno.engines._deep import THREAD
from salerno.engines.libretranslate import LibreTranslate
from salerno.errors import (
    EngineError,
    EngineRefused,
    EngineTimeout,
    EngineUnavailable,
    InputError,
)

KEY = "s3cret-k3y"
URL = "SALERNO_LIBRETRANSLATE_URL"


@dataclass
class Server:
    """What it was asked, and what it answers: a status and a body for each question in turn."""

    answer: Callable[[dict[str, str]], tuple[int, object]]
    asked: list[dict[str, str]] = field(default_factory=list)
    url: str = ""
    release: threading.Event = field(default_factory=threading.Event)


def shout(asked):
    return 200, {"translatedText": asked["q"].upper()}


def in_turn(*answers):
    left = list(answers)
    return lambda asked: left.pop(0) if left else shout(asked)


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        address = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        self.server.salerno.asked.append(asked | {"path": address.path})
        status, answer = self.server.salerno.answer(asked)
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server():
    """Serve on the loopback; questions that are still open at the end are let go."""
    state = Server(shout)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.salerno = state
        state.url = f"http://127.0.0.1:{http.server_port}"
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield state
        state.release.set()
        http.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """Retry at once, up to three times; no key and no address but what a test gives."""
    monkeypatch.delenv("SALERNO_LIBRETRANSLATE_KEY", raising=False)
    monkeypatch.delenv(URL, raising=False)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with stamina.set_testing(True, attempts=9, cap=True):
        yield


@pytest.fixture
def key(monkeypatch):
    monkeypatch.setenv("SALERNO_LIBRETRANSLATE_KEY", KEY)


def texts_of(server, texts, target="es", **options):
    engine = LibreTranslate({"url": server.url, **options})
    return [draft.text for draft in engine.translate(texts, source="en", target=target)]


def test_a_text_is_translated(server):
    engine = load_engine("libretranslate", {"url": server.url})

    (draft,) = engine.translate(["Take two."], source="en-US", target="es-MX")

    assert draft.text == "TAKE TWO."
    assert draft.provenance.name == "libretranslate"
    assert draft.provenance.pair == "en-es"
    assert draft.provenance.version.startswith("deep-translator 1.")
    assert draft.provenance.unknown == ()
    assert server.asked == [
        {"q": "Take two.", "source": "en", "target": "es", "format": "text", "path": "/translate"},
    ]
    engine.close()


@pytest.mark.parametrize("slashes", ["", "/", "//"])
def test_the_slash_that_the_library_needs_is_ours_to_add(server, slashes):
    server.url += "/base" + slashes

    texts_of(server, ["Take two."])

    assert server.asked[0]["path"] == "/base/translate"


def test_the_address_can_come_from_the_environment(server, monkeypatch):
    monkeypatch.setenv(URL, server.url)

    (draft,) = LibreTranslate({}).translate(["Take two."], source="en", target="fr")

    assert draft.text == "TAKE TWO."


def test_without_a_key_none_is_sent_though_the_library_insists_on_one(server):
    texts_of(server, ["Take two."])

    assert "api_key" not in server.asked[0]


@pytest.mark.usefixtures("key")
def test_a_key_comes_from_the_environment(server):
    texts_of(server, ["Take two."])

    assert server.asked[0]["api_key"] == KEY


def test_placeholders_travel_as_words(server):
    (text,) = texts_of(server, ["Take \U000f0000two\U000f0001."])

    assert server.asked[0]["q"] == "Take Xqza two Xqzb."
    assert text == "TAKE \U000f0000TWO\U000f0001."


@pytest.mark.parametrize("text", ["", " \n", "120/80", "\U000f0000"])
def test_what_has_no_words_is_not_sent(server, text):
    assert texts_of(server, [text]) == [text]
    assert server.asked == []


def test_white_space_at_both_ends_is_kept_and_the_server_s_own_is_not(server):
    server.answer = lambda asked: (200, {"translatedText": f" {asked['q']}\n"})

    assert texts_of(server, ["\u00a0Take two. "]) == ["\u00a0Take two. "]


def test_seventy_kilobytes_which_the_library_cannot_send_are_sent_in_pieces(server):
    text = "Take two tablets. " * 4_000

    assert texts_of(server, [text]) == [text.upper()]
    assert max(len(asked["q"].encode()) for asked in server.asked) <= 2_000


def test_threads_get_their_own_answers(server):
    engine = LibreTranslate({"url": server.url})
    texts = [f"take {number}" for number in range(40)]

    with ThreadPoolExecutor(4) as pool:
        drafts = list(
            pool.map(lambda text: engine.translate([text], source="en", target="es"), texts),
        )

    assert [draft.text for (draft,) in drafts] == [text.upper() for text in texts]


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [("en", "pt-BR", "pt"), ("en", "zh-Hans", "zh"), ("en", "zh-CN", "zh"), ("en", "vi", "vi")],
)
def test_a_tag_is_sent_as_the_library_s_code(server, source, target, code):
    assert LibreTranslate({"url": server.url}).pair(source, target) == f"en-{code}"


@pytest.mark.parametrize("target", ["ca", "gl", "eo", "ht", "zh-Hant", "zh-TW"])
def test_a_language_that_the_library_does_not_know_is_refused_with_those_it_knows(server, target):
    with pytest.raises(EngineUnavailable, match=rf"does not know {target} there, only ar, de, en,"):
        texts_of(server, ["Take two."], target)

    assert server.asked == []


def test_a_copy_in_the_same_language_is_never_passed_off_as_a_translation(server):
    with pytest.raises(EngineUnavailable, match="one language there"):
        texts_of(server, ["Take two."], "en-GB")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_failure_that_passes_is_tried_again(server, status):
    server.answer = in_turn((status, {"error": "wait"}), (status, {"error": "wait"}))

    assert texts_of(server, ["Take two."]) == ["TAKE TWO."]
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("status", "error", "said"),
    [
        (429, EngineRefused, r"too many requests \(429\)"),
        (500, EngineError, r"the service failed \(500\)"),
        (504, EngineError, "failed with a rare status"),
    ],
)
def test_a_failure_that_does_not_pass_is_given_up(server, status, error, said):
    server.answer = lambda _: (status, {"error": "no"})

    with pytest.raises(error, match=said) as caught:
        texts_of(server, ["Take two."], attempts=2)

    assert caught.type is error
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (403, r"refused the key, or wants one \(403\)"),
        (400, r"refused the text or the languages \(400\)"),
        (501, r"refused the text or the languages \(501\)"),
        (413, r"refused the text or the languages \(413\)"),
    ],
)
@pytest.mark.usefixtures("key")
def test_a_refusal_is_not_tried_again(server, status, said):
    server.answer = lambda _: (status, {"error": "no"})

    with pytest.raises(EngineRefused, match=said):
        texts_of(server, ["Take two."])

    assert len(server.asked) == 1


def test_a_refusal_without_a_key_is_one_too(server):
    server.answer = lambda _: (403, {"error": "Please contact the server operator"})

    with pytest.raises(EngineRefused, match="wants one"):
        texts_of(server, ["Take two."])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html>Welcome</html>", "is no JSON, so hardly LibreTranslate's"),
        (b"", "is no JSON"),
        ({"error": "model not loaded"}, "has no translatedText"),
        (["Tome dos."], "has no translatedText"),
        ("Tome dos.", "has no translatedText"),
        ({"translatedText": None}, "holds no text"),
        ({"translatedText": ""}, "holds no text"),
        ({"translatedText": ["Tome dos."]}, "holds no text"),
        ({}, "answered with nothing"),
        (None, "answered with nothing"),
    ],
)
def test_an_answer_that_is_none_is_an_error_not_an_empty_draft(server, body, said):
    server.answer = lambda _: (200, body)

    with pytest.raises(EngineError, match=said):
        texts_of(server, ["Take two."])


def test_a_server_that_does_not_answer_is_left_after_the_time_limit(server):
    server.answer = lambda asked: (server.release.wait(60), shout(asked))[1]

    with pytest.raises(EngineTimeout, match=r"no answer within 0\.1 s"):
        texts_of(server, ["Take two."], timeout=0.1, attempts=2)


@pytest.mark.usefixtures("key")
def test_what_a_request_meets_that_was_left_is_told_to_nobody(server, capfd):
    server.answer = lambda asked: (server.release.wait(60), refuse(asked))[1]
    with pytest.raises(EngineTimeout):
        texts_of(server, ["Take two."], timeout=0.1, attempts=1)
    left = [thread for thread in threading.enumerate() if thread.name == THREAD]

    server.release.set()
    for thread in left:
        thread.join()

    assert left
    assert "".join(capfd.readouterr()) == ""


def test_a_server_that_wakes_up_is_asked_again(server):
    slow = iter([True])

    def answer(asked):
        if next(slow, False):
            server.release.wait(60)
        return shout(asked)

    server.answer = answer

    assert texts_of(server, ["Take two."], timeout=1) == ["TAKE TWO."]


def test_attempts_are_not_printed_where_nobody_has_set_up_a_log(server):
    script = (
        "from salerno.engines.libretranslate import LibreTranslate\n"
        "from salerno.errors import EngineError\n"
        "import stamina; stamina.set_testing(True, attempts=3, cap=True)\n"
        "try: LibreTranslate({'url': 'http://127.0.0.1:9'}).translate(['a'], source='en', target='es')\n"
        "except EngineError: pass"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert (done.stdout, done.stderr) == ("", "")


def test_a_server_that_is_not_there_is_told_with_its_address(server):
    server.url = "http://user:pa55word@127.0.0.1:9/base"

    with pytest.raises(EngineUnavailable) as caught:
        texts_of(server, ["Take two."])

    assert str(caught.value) == (
        "libretranslate: the server cannot be reached; asked was http://127.0.0.1:9/base/"
    )


def refuse(_):
    return 403, {"error": f"Invalid API key {KEY}"}


def echo(_):
    return 200, {"error": f"Invalid API key {KEY}"}


def garble(_):
    return 200, f"<p>Invalid API key {KEY}</p>".encode()


def fail(_):
    return 500, {"error": f"Traceback: {KEY}"}


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize("answer", [refuse, echo, garble, fail, shout])
def test_the_key_is_in_no_message_no_traceback_and_no_log(server, caplog, capfd, answer):
    caplog.set_level(logging.DEBUG)
    server.answer = answer

    told = what_is_told(lambda: texts_of(server, ["Take two."]))

    logged = "\n".join(str(vars(record)) + record.getMessage() for record in caplog.records)
    assert any(record.name == "urllib3.connectionpool" for record in caplog.records)
    assert server.asked[0]["api_key"] == KEY
    assert KEY not in told + logged + "".join(capfd.readouterr())
    assert "?" not in told


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://[::1]:99999/", "http://a..b"])
def test_the_key_is_in_no_message_where_nobody_answers(server, caplog, capfd, url):
    caplog.set_level(logging.DEBUG)
    server.url = url

    told = what_is_told(lambda: texts_of(server, ["Take two."]))

    logged = "\n".join(str(vars(record)) + record.getMessage() for record in caplog.records)
    assert "EngineUnavailable" in told or "EngineError" in told
    assert KEY not in told + logged + "".join(capfd.readouterr())


def what_is_told(attempt):
    """Return the traceback and every exception that hangs on it, shown or not."""
    try:
        attempt()
    except EngineError as error:
        chained = [error]
        while link := chained[-1].__context__:
            chained.append(link)
        return "".join(traceback.format_exception(error)) + "".join(map(repr, chained))
    return ""


@pytest.mark.parametrize(
    "url",
    ["127.0.0.1", "ftp://127.0.0.1", "http:///base", "http://a/?key=1", "http://a/#b", "http://[a"],
)
def test_an_address_that_is_none_is_refused_without_repeating_it(url):
    with pytest.raises(
        InputError, match="url is no address of a server; give one such as"
    ) as caught:
        LibreTranslate({"url": url})

    assert "key=1" not in str(caught.value)


def test_without_an_address_it_is_not_there_and_says_what_to_set():
    with pytest.raises(EngineUnavailable, match=rf"set \[engine.libretranslate\] url, or {URL}"):
        LibreTranslate({})


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"key": "x"}, "no option 'key'; it has: attempts, timeout, url"),
        ({"url": 5000}, "is no text"),
        ({"timeout": -1}, "is no time limit"),
        ({"attempts": 0}, "whole number"),
    ],
)
def test_a_wrong_option_is_refused_by_its_name(options, reason):
    with pytest.raises(InputError, match=reason):
        LibreTranslate({"url": "http://127.0.0.1:9", **options})


def test_the_library_is_not_loaded_before_it_is_asked():
    script = (
        "import sys; from salerno.engines.libretranslate import LibreTranslate;"
        "LibreTranslate({'url': 'http://127.0.0.1:9'});"
        "print([name for name in ('deep_translator', 'requests', 'stamina') if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"
