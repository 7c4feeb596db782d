"""Which engine translates, and those that other packages bring."""

import sys

import pytest

from translate import options as settings
from translate.engines import engine_table
from translate.engines.engine_table import BUILT_IN, all_engines, best_installed, engine_named, find_model, label_of
from translate.engines.packages import install_file
from translate.engines.translator import translate_document
from translate.errors import EngineError, OptionError
from translate.options import NEEDING_MORE, Options, engine_names
from translate.text.document import document_of_sentences

SOUND = """
from translate.engines.engine import EngineInfo

class Model:
    name, key = "shouting-1", KEY
    def translate(self, sentences, quality, progress):
        return [f"The cat sleeps, {len(sentence)}!" for sentence in sentences][:LIMIT]

class Shouting:
    info = EngineInfo(name="shouting", title="Shouting", languages="all", licence="MIT", get="pip install shouting",
                      automatic=True, offline=OFFLINE)
    def model(self, source, target, options):
        return Model() if (source, target) == ("ru", "en") else None
"""


@pytest.fixture(autouse=True)
def _anew():
    """Entry points are read once a process; here each test has its own."""
    yield
    settings.plugged_engines.cache_clear()
    engine_table._plugged.cache_clear()


@pytest.fixture
def plug_in(tmp_path, monkeypatch):
    """Installs a distribution with an engine, as pip would leave it."""

    def installed(code=SOUND, names=("shouting",), **values):
        folder = tmp_path / "site"
        info = folder / "shouting-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n")
        entries = "".join(f"{name} = shouting_engine:Shouting\n" for name in names)
        (info / "entry_points.txt").write_text(f"[parallax.engines]\n{entries}")
        given = {"LIMIT": None, "OFFLINE": True, "KEY": str(tmp_path), **values}  # so that no cache answers for another
        head = "".join(f"{name} = {value!r}\n" for name, value in given.items())
        (folder / "shouting_engine.py").write_text(head + code)
        monkeypatch.syspath_prepend(str(folder))
        monkeypatch.delitem(sys.modules, "shouting_engine", raising=False)
        settings.plugged_engines.cache_clear()

    return installed


STORY = document_of_sentences(["Кот спит."], "ru")


def test_names_of_options_are_those_of_the_table():
    """What options take without asking other packages is what the table has, and who never translates by machine."""
    own = {engine.info.name for engine in BUILT_IN} | {"auto", *settings.WITHOUT_MACHINE}
    assert set(engine_names()) == own
    assert set(NEEDING_MORE) <= own


def test_an_engine_of_another_package_translates_when_it_is_named(plug_in):
    plug_in()
    translation = translate_document(STORY, "en", Options(engine="shouting"))
    assert (translation.engine, translation.package) == ("shouting", "shouting-1")
    assert translation.sentences == ("The cat sleeps, 9!",)
    assert engine_names()[-1] == "shouting"


def test_its_translations_are_judged_as_all_are(plug_in):
    plug_in(SOUND.replace("The cat sleeps, {len(sentence)}!", "♪"))
    assert translate_document(STORY, "en", Options(engine="shouting")).doubts[0]


def test_without_it_its_name_is_unknown():
    with pytest.raises(OptionError, match="Unknown engine 'shouting'"):
        Options(engine="shouting")


def test_ours_come_first_and_others_stand_in_unasked(plug_in, tmp_path, tiny_package):
    plug_in()
    assert best_installed("ru", "en", Options())[0].info.name == "shouting"
    assert best_installed("en", "ru", Options()) is None
    install_file(tiny_package(tmp_path))
    assert best_installed("ru", "en", Options())[0].info.name == "argos"


def test_one_that_sends_texts_away_is_never_used_unasked(plug_in):
    plug_in(OFFLINE=False)
    assert best_installed("ru", "en", Options()) is None


def test_a_direction_it_lacks_is_told_with_what_to_do(plug_in):
    plug_in()
    with pytest.raises(EngineError, match=r"shouting has no model for English to Russian\. pip install shouting"):
        find_model("en", "ru", Options(engine="shouting"))


def test_too_few_translations_are_told(plug_in):
    plug_in(LIMIT=0)
    with pytest.raises(EngineError, match="shouting-1 gives 0 translations for 1 sentences"):
        translate_document(STORY, "en", Options(engine="shouting"))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("raise RuntimeError('no such luck')", "no such luck"),
        ("Shouting = 5", "'int' object has no attribute 'info'"),
        (SOUND.replace('name="shouting"', 'name="whispering"'), "it is no engine of this name"),
        ("import nothing_of_this_name", "No module named"),
        ("", "Shouting"),
    ],
)
def test_a_broken_one_is_named_and_takes_no_other_along(plug_in, caplog, code, told):
    plug_in(code)
    with pytest.raises(EngineError, match="engine shouting of the package shouting cannot be loaded") as error:
        find_model("ru", "en", Options(engine="shouting"))
    assert told in str(error.value)
    assert best_installed("ru", "en", Options()) is None
    assert "cannot be loaded" in caplog.text
    *others, broken = all_engines()
    assert isinstance(broken, EngineError)
    assert others == list(BUILT_IN)


def test_no_package_takes_the_place_of_ours(plug_in):
    plug_in(names=("argos", "gloss"))
    assert engine_named("argos") in BUILT_IN
    assert len(engine_names()) == len(set(engine_names()))


def test_an_engine_that_is_no_longer_here_is_named_all_the_same():
    """A report that was saved elsewhere is shown without it."""
    assert label_of("argos", "translate-ru_en-1_9") == "machine translation by Argos"
    assert label_of("ctranslate2", "opus-mt-ru-en") == "machine translation by opus-mt-ru-en"
    assert label_of("shouting", "shouting-1") == "machine translation by shouting-1"
    assert label_of("shouting", "") == "machine translation by shouting"
