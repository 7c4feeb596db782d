"""Translating with a real model in Firefox's format, and as one engine among others."""

import shutil
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from translate.engines import firefox
from translate.engines.engine_table import best_installed, find_model
from translate.engines.firefox import FirefoxEngine, translate_sentences
from translate.engines.firefox_models import find_model as find_firefox_model
from translate.engines.firefox_models import install_files
from translate.engines.kept import Kept
from translate.engines.packages import install_file
from translate.engines.translator import translate_document
from translate.errors import EngineError, LibraryMissing
from translate.options import Options
from translate.text.document import document_of_sentences


@pytest.fixture(scope="module")
def installed(firefox_files, tmp_path_factory):
    """A folder of models as an installation leaves it."""
    folder = tmp_path_factory.mktemp("installed") / "models"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARALLAX_FIREFOX_DIR", str(folder))
        install_files(firefox_files)
    return folder


@pytest.fixture
def model(installed, firefox_folder):
    shutil.copytree(installed, firefox_folder)
    return find_firefox_model("ru", "en")


@pytest.mark.parametrize("quality", ["fast", "careful"])
def test_sentences_are_translated_in_order(model, quality):
    sentences = ["Кот спит дома.", "", "Собака спит.", " ", "...", "Кот.", "123 abc"]
    expected = ["Cat sleeps home.", "", "Dog sleeps.", "", "...", "Cat.", "123 abc"]
    assert translate_sentences(sentences, model, quality) == expected


def test_both_directions_stand_side_by_side(model):
    assert translate_sentences(["Dog sleeps."], find_firefox_model("en", "ru")) == ["Собака спит."]
    assert translate_sentences(["Собака спит."], model) == ["Dog sleeps."]


def test_a_letter_of_no_vocabulary_comes_back_as_a_letter(model):
    """The library writes its bytes, one by one."""
    sentences = ["Кот 😀 спит.", "Ёж Юля", "Кот <0x41> спит."]
    assert translate_sentences(sentences, model) == ["Cat 😀 sleeps.", "Ёж Юля", "Cat <0x41> sleeps."]


def test_a_long_sentence_loses_nothing(model):
    sentence = "Кот спит дома, " * 60 + "Собака спит."
    assert translate_sentences([sentence], model) == ["Cat sleeps home, " * 60 + "Dog sleeps."]


def test_no_second_splitter_cuts_a_sentence(model):
    """Whatever marks stand in it, a sentence is sent whole: its full stop stays where it was."""
    assert translate_sentences(["Кот спит. Собака дома! Кот"], model) == ["Cat sleeps. Dog home! Cat"]


def test_the_same_sentences_give_the_same_translations(model):
    sentences = [f"Кот {number} спит дома." for number in range(40)]
    first = translate_sentences(sentences, model)
    assert first == [f"Cat {number} sleeps home." for number in range(40)]
    assert translate_sentences(sentences[::-1], model) == first[::-1]


def test_progress_counts_to_the_end(model):
    calls = []
    translate_sentences(["Кот спит."] * 20, model, progress=lambda done, total: calls.append((done, total)))
    assert calls == sorted(calls)
    assert calls[-1] == (20, 20)


def test_a_progress_that_stops_the_work_leaves_the_model_usable(model):
    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        translate_sentences(["Кот спит."] * 100, model, progress=stop)
    assert translate_sentences(["Кот спит."], model) == ["Cat sleeps."]


def test_threads_share_a_model(model):
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: translate_sentences([f"Кот {n} спит."] * 10, model), range(16)))
    assert found == [[f"Cat {n} sleeps."] * 10 for n in range(16)]


def test_an_idle_model_ends_its_processes(model, monkeypatch):
    monkeypatch.setattr(firefox, "_READY", Kept(firefox._loaded, firefox._state, idle_seconds=0.1))
    translate_sentences(["Кот."], model)
    with firefox._READY.lent((model, "fast")) as ready:
        workers = list(ready.workers._all)
    del ready
    assert [worker.poll() for worker in workers] == [None] * len(workers)
    deadline = time.monotonic() + 10
    while any(worker.poll() is None for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert [worker.poll() for worker in workers] == [0] * len(workers)
    assert translate_sentences(["Кот."], model) == ["Cat."]


def test_a_damaged_model_is_named_with_what_to_do(model):
    model.file("model").write_bytes(b"no model")
    with pytest.raises(
        EngineError, match=r"model firefox-ru_en-\w+ does not work.*packages install ru en --from firefo"
    ):
        translate_sentences(["Кот."], model)


def test_a_model_that_is_gone_is_told(model):
    model.file("model").unlink()
    with pytest.raises(EngineError, match="does not work"):
        translate_sentences(["Кот."], model)


def test_another_file_is_loaded_anew(model, firefox_files):
    assert translate_sentences(["Кот."], model) == ["Cat."]
    model.file("model").write_bytes((firefox_files / "model.ruen.intgemm.alphas.bin").read_bytes()[:5000])
    with pytest.raises(EngineError, match="does not work"):
        translate_sentences(["Кот."], model)


def test_it_goes_before_argos_and_is_named_in_the_translation(model, tmp_path, tiny_package):
    install_file(tiny_package(tmp_path))
    engine, found = best_installed("ru", "en", Options())
    assert (engine.info.name, found.name) == ("firefox", model.name)
    story = document_of_sentences(["Кот спит.", "Собака дома."], "ru")
    done = translate_document(story, "en", Options())
    assert (done.engine, done.package) == ("firefox", model.name)
    assert done.sentences == ("Cat sleeps.", "Dog home.")
    assert translate_document(story, "en", Options(engine="argos")).engine == "argos"


def test_a_direction_that_is_not_installed_names_those_that_are(firefox_files):
    install_files(firefox_files, ("en", "ru"))
    assert FirefoxEngine().model("ru", "en", Options()) is None
    with pytest.raises(EngineError, match=r"for ru to en is installed\. Installed: en to ru\. .* --from firefox"):
        find_model("ru", "en", Options(engine="firefox"))


def test_without_its_library_it_is_passed_over_and_told_by_name(model, monkeypatch):
    monkeypatch.setattr("translate.engines.libraries.has_libraries", lambda *names: "fxtranslate" not in names)
    assert best_installed("ru", "en", Options()) is None
    with pytest.raises(LibraryMissing, match="fxtranslate"):
        find_model("ru", "en", Options(engine="firefox"))
