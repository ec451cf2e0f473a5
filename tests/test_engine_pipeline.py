"""Pipelines whose programs are small scripts: they stall, die, forget and answer out of turn."""

import gc
import os
import shutil
import stat
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

import pytest

from salerno.engines._chain import Broken, Chain, Stalled
from salerno.engines._modes import read_mode
from salerno.engines._pool import Pool
from salerno.engines.apertium import Apertium
from salerno.errors import EngineError, EngineTimeout, EngineUnavailable, InputError

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("sh", "cat", "sed"))),
    reason="needs a POSIX shell",
)

STALL = "exec tail -f /dev/null"


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Return a function that puts a script on the path under a program's name."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def put(name, script):
        path = folder / name
        path.write_text(f"#!/bin/sh\necho $$ >>{tmp_path}/pids\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    return put


@pytest.fixture
def engine_with(tmp_path, programs):
    """Return a function that makes an engine of whose mode one script is the last program."""
    made = []

    def make(script="exec cat", **options):
        programs("lt-before", "exec cat")
        programs("apertium-tagger", "exec cat")
        programs("lt-after", script)
        mode = "lt-before | apertium-tagger -g $2 | lt-after $1"
        for name in ("eng-spa", "es-pt"):
            (tmp_path / f"{name}.mode").write_text(mode)
        made.append(Apertium({"modes": str(tmp_path), "timeout": 10, **options}))
        return made[-1]

    yield make
    for engine in made:
        engine.close()


@pytest.fixture
def pids(tmp_path):
    """Return a function that tells the processes that were started and are there, zombies, too."""

    def alive():
        path = tmp_path / "pids"
        started = [int(line) for line in path.read_text().split()] if path.exists() else []
        return [pid for pid in started if is_there(pid)]

    return alive


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def texts_of(engine, texts, target="es"):
    return [draft.text for draft in engine.translate(texts, source="en", target=target)]


def unknown_of(engine, text, target="es"):
    (draft,) = engine.translate([text], source="en", target=target)
    return draft.provenance.unknown


def run(script):
    command = [sys.executable, "-W", "error", "-c", script]
    return subprocess.run(command, capture_output=True, text=True, check=True)


@pytest.mark.parametrize(
    "text",
    [
        "Take two tablets.",
        "Take two tablets",
        "\u00a0 Take two\ttablets. \n",
        "120/80",
        "...",
        "",
        " \u00a0\n",
        "<5% [a] {b} ^c$ d/e \\f @me ~3 #1 *x* \U000f0000bold\U000f0001",
        "Take 4–6 at 8:00, ≤3 ±1",
        "漢字 हिन्दी 😀 é",
    ],
)
def test_what_the_programs_leave_alone_comes_back_unchanged(engine_with, text):
    assert texts_of(engine_with(), [text]) == [text]


def test_nul_never_reaches_the_pipe(engine_with):
    assert texts_of(engine_with(), ["a\0b", "c"]) == ["ab", "c"]


def test_a_long_text_is_cut_below_what_a_pipe_can_take_and_joined_again(engine_with):
    text = "A sentence, which is not long. " * 15_000

    assert texts_of(engine_with(), [text]) == [text]


def test_a_chain_reads_while_it_writes(programs):
    programs("lt-same", "exec cat")
    chain = Chain([("lt-same",)] * 3)
    question = b"long " * 200_000

    answer = chain.ask(question, monotonic() + 30)

    assert answer == question
    chain.end()


def test_marks_are_taken_out_and_their_words_named_once_in_order(engine_with):
    script = r"exec sed -zu 's/Zap/*Zap/g; s/take/\\@take/; s/child/#child# ren/'"

    (draft,) = engine_with(script).translate(
        ["Zap children, take Zap-4 and Zap."],
        source="en",
        target="es",
    )

    assert draft.text == "Zap child renren, take Zap-4 and Zap."
    assert draft.provenance.unknown == ("Zap", "child", "take", "Zap-4")


def test_tokens_are_never_named_as_unknown_words(engine_with):
    engine = engine_with("exec sed -zu 's/Xqz/*Xqz/g'")

    assert unknown_of(engine, "a \U000f0000b\U000f0001 c/d") == ()
    assert texts_of(engine, ["a \U000f0000b\U000f0001 c/d"]) == ["a \U000f0000b\U000f0001 c/d"]


def test_marks_do_not_go_on_into_the_next_hop_and_the_source_s_words_come_first(engine_with):
    engine = engine_with("exec sed -zu 's/two/*two/; s/three/dos *tres/; s/dos tres/*dos x/'")

    assert texts_of(engine, ["one three two"], "pt-PT") == ["one dos x two"]
    assert unknown_of(engine, "one three two", "pt-PT") == ("tres", "two", "dos")


def test_escapes_and_brackets_of_the_stream_do_not_show(engine_with):
    engine = engine_with(r"exec sed -zu 's/or/y\\\/o/; s/.not./[\x27]not[\x27]/'")

    assert texts_of(engine, ["this or 'not' that"]) == ["this y/o 'not' that"]


def test_a_capital_that_only_begins_the_answer_is_undone(engine_with):
    engine = engine_with(r"exec sed -zu 's/^once/Una/; s/^Once/Una/; s/^hiv/VIH/; s/^have/I/'")

    assert texts_of(engine, ["once", "Once", "hiv", "have", "\U000f0000once"]) == [
        "una",
        "Una",
        "VIH",
        "I",
        "\U000f0000once",
    ]


def test_a_text_whose_token_is_lost_is_translated_between_its_tokens(engine_with):
    engine = engine_with("exec sed -zu 's/Xqzb//; s/dose/dosis/'")

    (text,) = texts_of(engine, ["A dose \U000f0000of\U000f0001 <5 or more"])

    assert text == "A dosis \U000f0000of\U000f0001 <5 or more"


def test_a_pipeline_that_stalls_is_ended_tried_again_and_given_up(engine_with, pids):
    engine = engine_with(STALL, timeout=0.2)

    with pytest.raises(EngineTimeout, match=r"no answer from eng-spa within 0\.2 s"):
        texts_of(engine, ["Take two."])

    assert pids() == []


def test_a_tagger_that_stalls_is_ended_too(engine_with, programs, pids):
    engine = engine_with(timeout=0.2)
    programs("apertium-tagger", STALL)

    with pytest.raises(EngineTimeout):
        texts_of(engine, ["Take two."])

    assert pids() == []


@pytest.mark.parametrize("trouble", ["exit 3", STALL, r"printf 'early\0'; exec cat"])
def test_a_program_that_fails_once_costs_nothing_but_time(engine_with, tmp_path, trouble):
    once = f"[ -e {tmp_path}/failed ] && exec cat; : >{tmp_path}/failed; {trouble}"

    assert texts_of(engine_with(once, timeout=2), ["Take two."]) == ["Take two."]


@pytest.mark.parametrize(
    "script",
    [
        "exit 3",
        "kill -SEGV $$",
        r"printf 'early\0'; exec cat",
        r"exec sed -zu 's/\[[0-9]*\]/[77]/'",  # an answer to another question
        r"exec sed -zu 's/a/a\x00b/'",
    ],
    ids=["ends", "crashes", "speaks first", "answers another", "answers twice"],
)
def test_a_program_that_always_fails_is_an_error_with_a_name(engine_with, pids, script):
    with pytest.raises(EngineError, match=r"^apertium: eng-spa broke twice: "):
        texts_of(engine_with(script), ["Take a tablet."])

    assert pids() == []


def test_a_tagger_that_fails_is_an_error_not_an_empty_translation(engine_with, programs):
    engine = engine_with()
    programs("apertium-tagger", "cat >/dev/null; exit 1")

    with pytest.raises(EngineError, match=r"the tagger ended \(1\)"):
        texts_of(engine, ["Take two."])


def test_pipelines_that_died_in_idleness_are_replaced(engine_with, pids):
    engine = engine_with()
    texts_of(engine, ["Take two."])
    for pid in pids():
        os.kill(pid, 9)

    assert texts_of(engine, ["Take three."]) == ["Take three."]


def test_a_fresh_pipeline_is_none_of_those_that_were_kept(tmp_path, engine_with, pids):
    engine_with()
    mode, pool = read_mode(tmp_path, "eng-spa"), Pool(2)
    with pool.pipeline(mode) as one, pool.pipeline(mode) as other:
        assert {one.translate("one", 10), other.translate("other", 10)} == {"one", "other"}

    with pool.pipeline(mode, fresh=True) as fresh:
        assert fresh.translate("fresh", 10) == "fresh"

    assert fresh not in {one, other}

    assert len(pids()) == 2 * 2
    pool.end()
    assert pids() == []


def test_one_pipeline_serves_text_after_text(engine_with, pids):
    engine = engine_with()
    texts_of(engine, ["Take two."])
    before = pids()

    texts_of(engine, ["Take three.", "Take four."])

    assert pids() == before


def test_no_more_pipelines_run_than_were_allowed(engine_with, pids):
    engine = engine_with(pipelines=2)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: texts_of(engine, [f"Take {number}."]), range(40)))

    assert len(pids()) <= 2 * 2


def test_threads_get_their_own_answers(engine_with):
    engine = engine_with(pipelines=3)
    texts = [f"Take {number} tablets." for number in range(60)]

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda text: texts_of(engine, [text]), texts))

    assert answers == [[text] for text in texts]


def test_closing_ends_what_was_started_and_closing_twice_is_fine(engine_with, pids):
    engine = engine_with()
    texts_of(engine, ["Take two."])

    engine.close()
    engine.close()

    assert pids() == []


def test_a_closed_engine_that_is_used_again_keeps_nothing(engine_with, pids):
    engine = engine_with()
    engine.close()

    assert texts_of(engine, ["Take two."]) == ["Take two."]
    assert pids() == []


def test_an_engine_that_was_forgotten_leaves_no_process(tmp_path, engine_with, pids):
    engine_with()
    engine = Apertium({"modes": str(tmp_path)})
    texts_of(engine, ["Take two."])
    assert len(pids()) == 2

    del engine
    gc.collect()

    assert pids() == []


def test_a_program_that_forgets_its_engine_ends_cleanly(tmp_path, engine_with, pids):
    engine_with()
    script = textwrap.dedent(
        f"""
        from salerno.engines.apertium import Apertium
        engine = Apertium({{"modes": {str(tmp_path)!r}}})
        print(engine.translate(["Take two."], source="en", target="es")[0].text)
        """,
    )

    done = run(script)

    assert (done.stdout, done.stderr) == ("Take two.\n", "")
    assert pids() == []


def test_a_forked_child_does_not_talk_into_its_parent_s_pipelines(tmp_path, engine_with, pids):
    engine_with()
    script = textwrap.dedent(
        f"""
        import os
        from salerno.engines.apertium import Apertium
        engine = Apertium({{"modes": {str(tmp_path)!r}}})
        say = lambda text: engine.translate([text], source="en", target="es")[0].text
        print(say("parent"), flush=True)
        if not os.fork():
            print(say("child"), flush=True)
            engine.close()
            os._exit(0)
        os.wait()
        print(say("parent again"))
        """,
    )

    done = run(script)

    assert (done.stdout, done.stderr) == ("parent\nchild\nparent again\n", "")
    kept_in_each_process = 2
    started = (tmp_path / "pids").read_text().split()
    assert len(started) == 2 * kept_in_each_process + 3  # and a tagger for each text
    assert pids() == []


def test_a_program_that_vanishes_between_is_an_error_and_ends_its_neighbours(programs, pids):
    programs("lt-same", "exec cat")

    with pytest.raises(FileNotFoundError):
        Chain([("lt-same",), ("lt-nowhere",)])

    assert pids() == []


def test_a_chain_tells_who_ended(programs):
    programs("lt-same", "exec cat")
    programs("lt-die", "exit 3")
    chain = Chain([("lt-same",), ("lt-die",), ("lt-same",)])

    with pytest.raises(Broken, match="ended"):
        chain.ask(b"Take two.", monotonic() + 30)

    chain.end()


def test_a_chain_that_dribbles_does_not_outlive_its_time(programs):
    programs("lt-dribble", "while :; do printf x; done")
    chain = Chain([("lt-dribble",)])

    with pytest.raises(Stalled):
        chain.ask(b"Take two.", monotonic() + 0.2)

    chain.end()


def test_a_program_that_is_not_installed_comes_with_its_command(tmp_path, engine_with):
    engine = engine_with()
    (tmp_path / "eng-spa.mode").write_text("lt-before | apertium-tagger | lt-nowhere")

    with pytest.raises(EngineUnavailable) as caught:
        engine.pair("en", "es")

    assert str(caught.value) == (
        "apertium: lt-nowhere is not installed; it would come with: "
        "sudo apt-get install --no-install-recommends apertium apertium-eng-spa"
    )


def test_a_mode_that_is_not_installed_comes_with_its_command(tmp_path):
    engine = Apertium({"modes": str(tmp_path)})

    with pytest.raises(EngineUnavailable) as caught:
        engine.translate(["Take two."], source="en", target="fr")

    assert "eng-cat.mode is missing; it would come with: sudo apt-get install" in str(caught.value)
    assert str(caught.value).endswith(" apertium apertium-eng-cat apertium-fra-cat")


def test_a_mode_that_cannot_be_run_is_no_way(tmp_path, engine_with):
    engine = engine_with()
    (tmp_path / "eng-spa.mode").write_text("sh -c 'touch x' | apertium-tagger | lt-after")

    with pytest.raises(EngineUnavailable, match="runs 'sh'"):
        engine.pair("en", "es")


def test_modes_from_a_folder_that_no_package_filled_are_known_by_their_digest(engine_with):
    (draft,) = engine_with().translate(["Take two."], source="en", target="es")

    assert draft.provenance.version.startswith(
        "apertium of unknown version, eng-spa sha256:",
    )


def test_nothing_to_translate_starts_nothing(engine_with, pids):
    engine = engine_with()

    assert engine.translate([], source="en", target="es") == []
    assert texts_of(engine, ["", "12 %", "\U000f0000"]) == ["", "12 %", "\U000f0000"]
    assert pids() == []


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"mode": "x"}, "no option 'mode'; it has: modes, pipelines, timeout"),
        ({"modes": 3}, "is no text"),
        ({"timeout": 0}, "is no time limit"),
        ({"timeout": True}, "is no time limit"),
        ({"timeout": "20"}, "is no time limit"),
        ({"pipelines": 0}, "whole number"),
        ({"pipelines": 1.5}, "whole number"),
    ],
)
def test_a_wrong_option_is_refused_by_its_name(options, reason):
    with pytest.raises(InputError, match=reason):
        Apertium(options)
