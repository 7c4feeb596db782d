import subprocess
import sys
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest

from translate.engines import ctranslate2_model
from translate.engines.argos import model_of, translate_sentences
from translate.engines.kept import Kept
from translate.engines.packages import find_package, install_file, packages_folder
from translate.errors import EngineError


@pytest.fixture
def package(tmp_path, tiny_package):
    return install_file(tiny_package(tmp_path), trusted=True)  # test_packages.py has it tried


@pytest.mark.parametrize("quality", ["fast", "careful"])
def test_sentences_keep_their_places(package, quality):
    """The longest goes first through the model and comes back where it was."""
    sentences = ["Кот.", "Собака спит дома, дома, дома.", "", "  ", "Кот спит."]
    expected = ["Cat.", "Dog sleeps home, home, home.", "", "", "Cat sleeps."]
    assert translate_sentences(sentences, package, quality) == expected


def test_nothing_to_translate(package):
    assert translate_sentences([], package) == []


@pytest.mark.parametrize("between", [", ", "; ", " "])
def test_overlong_sentence_is_not_cut(package, between):
    """More than 5,000 characters and 2,000 tokens, far more than the model takes."""
    sentence = between.join(["Кот спит дома"] * 400)
    assert len(sentence) > 5000
    assert translate_sentences([sentence], package) == [between.join(["Cat sleeps home"] * 400)]


def test_overlong_word_is_not_cut(package):
    (output,) = translate_sentences(["а" * 5000], package)
    assert output.replace(" ", "") == "а" * 5000


@pytest.mark.parametrize("sentence", ["\0", "😀", "♪ ♪", "—", "\u200b", "***"])
def test_sentence_without_words_comes_back_as_it_is(package, sentence):
    assert translate_sentences(["Кот.", f" {sentence} ", "Кот."], package) == ["Cat.", sentence, "Cat."]
    assert model_of(package).hypotheses([sentence], 2) == [[sentence, sentence]]


@pytest.mark.parametrize("stranger", ["\0", "😀", "👩‍👧", "漢", "\u200b"])
def test_unknown_characters_do_not_disturb_the_words_around_them(package, stranger):
    (output,) = translate_sentences([f"Кот спит {stranger} дома."], package)
    assert output.split()[:2] == ["Cat", "sleeps"]
    assert output.endswith("home.")


def test_target_prefix_is_given_and_taken_off(tmp_path, tiny_package):
    """The copying model spends its first step on the prefix, so the first word is what it cannot see."""
    package = install_file(tiny_package(tmp_path, prefix="▁>>en<<"))
    assert package.target_prefix == "▁>>en<<"
    assert translate_sentences(["Кот спит дома."], package) == ["sleeps home."]


def test_a_package_of_moses_tokens_and_bpe(tmp_path, tiny_package):
    """Its model sees whole words and marks; what Moses escapes and joins comes back as it was."""
    pytest.importorskip("argostranslate")
    package = install_file(tiny_package(tmp_path, bpe=True))
    assert not (package.path / "sentencepiece.model").exists()
    sentences = ["Кот спит дома.", "", 'Собака спит, "Кот" дома!']
    assert translate_sentences(sentences, package) == ["Cat sleeps home.", "", 'Dog sleeps, "Cat" home!']


def test_progress_counts_to_the_end(package):
    calls = []
    translate_sentences(["Кот спит."] * 300, package, progress=lambda done, total: calls.append((done, total)))
    assert calls == [(256, 300), (300, 300)]


def test_threads_share_one_model(package):
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: translate_sentences(["Кот спит дома."] * 20, package), range(8)))
    assert results == [["Cat sleeps home."] * 20] * 8


@pytest.mark.parametrize("content", [b"", b"x" * 1000])
def test_broken_model_is_an_engine_error(package, content):
    (package.path / "model" / "model.bin").write_bytes(content)
    with pytest.raises(EngineError, match=package.name):
        translate_sentences(["Кот."], package)


def test_truncated_model_is_an_engine_error(package):
    model = package.path / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:-1000])
    with pytest.raises(EngineError, match="To replace it"):
        translate_sentences(["Кот."], package)


@pytest.fixture
def loads(monkeypatch):
    """Models unload after a tenth of a second; a weak reference to every translator that was loaded."""
    found = []

    def load(model_on_disk, plain=ctranslate2_model._load):
        model = plain(model_on_disk)
        found.append(weakref.ref(model.translator))
        return model

    monkeypatch.setattr(ctranslate2_model, "_load", load)
    kept = Kept(ctranslate2_model._loaded, ctranslate2_model.changed, idle_seconds=0.1)
    monkeypatch.setattr(ctranslate2_model, "MODELS", kept)
    return found


def wait_until_unloaded(translator):
    deadline = time.monotonic() + 10
    while translator() is not None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert translator() is None


def test_idle_model_is_unloaded_and_loaded_again(package, loads):
    assert translate_sentences(["Кот."], package) == translate_sentences(["Кот."], package) == ["Cat."]
    assert len(loads) == 1
    wait_until_unloaded(loads[0])
    assert translate_sentences(["Кот."], package) == ["Cat."]
    assert len(loads) == 2


def test_model_in_use_is_not_unloaded(package, loads):
    """The first of two chunks is followed by a pause of several times the idle time."""
    paused = []

    def pause(done, total):
        time.sleep(0.5)
        paused.append(translate_sentences(["Собака."], package))

    assert translate_sentences(["Кот спит."] * 300, package, progress=pause) == ["Cat sleeps."] * 300
    assert paused == [["Dog."]] * 2
    assert len(loads) == 1
    wait_until_unloaded(loads[0])


def test_waiting_for_idle_models_keeps_no_process_alive(package, loads):
    translate_sentences(["Кот."], package)
    timers = [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
    assert timers
    assert all(timer.daemon for timer in timers)


def test_changed_model_is_loaded_anew(package, loads):
    translate_sentences(["Кот."], package)
    time.sleep(0.01)
    model = package.path / "model" / "model.bin"
    model.write_bytes(model.read_bytes())
    assert translate_sentences(["Кот."], package) == ["Cat."]
    assert len(loads) == 2


def test_processes_that_install_at_once_leave_a_package_that_works(tmp_path, tiny_package):
    code = "import sys; from translate.engines.packages import install_file; [install_file(sys.argv[1]) for _ in '123']"
    command = [sys.executable, "-c", code, str(tiny_package(tmp_path))]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in processes] == [("", 0)] * 2
    assert len(list(packages_folder().iterdir())) == 1
    assert translate_sentences(["Кот спит."], find_package("ru", "en")) == ["Cat sleeps."]
