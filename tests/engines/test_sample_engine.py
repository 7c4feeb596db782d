"""Who translates the samples."""

import pytest

from translate.engines import demonstration
from translate.engines.packages import install_file
from translate.engines.sample_engine import engine_for_sample


@pytest.fixture(autouse=True)
def cache_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(demonstration, "user_cache_path", lambda name: tmp_path / "cache" / name)
    return tmp_path / "cache"


def test_a_cache_that_cannot_be_written_to_keeps_no_sample_from_being_compared(cache_folder, caplog):
    """The samples are glossed then, and the log says why."""
    cache_folder.write_text("a file where a folder should be")
    assert engine_for_sample("flood") == "auto"
    assert "The demonstration packages cannot be used. Cannot install" in caplog.text


def test_packages_of_other_pairs_do_not_stand_in_for_those_of_the_samples(tmp_path, tiny_package):
    for pair in (("de", "en"), ("ru", "en")):
        install_file(tiny_package(tmp_path, pair=pair))
    assert engine_for_sample("flood") == "demonstration"


def test_installed_packages_translate_the_samples_too(tmp_path, tiny_package):
    for pair in (("en", "ru"), ("ru", "en")):
        install_file(tiny_package(tmp_path, pair=pair))
    assert engine_for_sample("flood") == "auto"
