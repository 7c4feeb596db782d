"""What each engine can do here now."""

from translate.engines.engine_table import BUILT_IN
from translate.engines.packages import find_package, install_file
from translate.engines.published import published
from translate.engines.standing import standings

BOTH = {("ru", "en"), ("en", "ru")}


def standing(name):
    """Of one engine."""
    (found,) = [each for each in standings() if each.engine and each.engine.info.name == name]
    return found


def test_nothing_is_installed_at_first():
    assert standing("argos").directions == ()
    assert not standing("argos").whole
    assert standing("ctranslate2").directions == standing("libretranslate").directions == ()
    assert set(standing("demonstration").directions) == BOTH


def test_each_direction_counts(tmp_path, tiny_package):
    install_file(tiny_package(tmp_path))
    assert standing("argos").directions == (("ru", "en"),)
    assert not standing("argos").whole
    install_file(tiny_package(tmp_path, pair=("en", "ru")))
    assert standing("argos").whole


def test_what_lacks_a_library_says_so(tmp_path, tiny_package, monkeypatch):
    install_file(tiny_package(tmp_path))
    assert find_package("ru", "en") is not None
    monkeypatch.setattr("translate.engines.libraries.has_libraries", lambda *_: False)
    assert standing("argos").directions == ()
    assert "which is not installed. To install it: pip install" in standing("argos").problem


def test_published_quality_is_that_of_the_table():
    """Of either direction, in the order of the directions; nothing for an engine of which nothing is published."""
    assert [figure.pair for figure in published("argos")] == ["ru-en", "en-ru"]
    assert published("demonstration") == ()
    for engine in BUILT_IN:
        assert engine.info.quality == published(engine.info.name)
