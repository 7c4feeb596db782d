"""Folders of models that change places, and what is left where that is killed."""

import os

import pytest
from killed import killed_at_each_step

from translate.engines import firefox_models, packages
from translate.engines.firefox_models import find_model, install_files, models_folder
from translate.engines.moving_in import UNFINISHED, move_in
from translate.engines.packages import find_package, install_file, packages_folder, remove

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that share what is there")


@pytest.fixture
def untried(monkeypatch):
    """No process for a trial, which changes nothing on the disk."""
    monkeypatch.setattr(packages, "try_package", lambda *package: None)
    monkeypatch.setattr(firefox_models, "require_translation", lambda model: None)


def folder_with(path, content):
    path.mkdir(parents=True)
    (path / "file").write_text(content)
    return path


def test_the_new_one_stands_in_the_place_that_was_asked_for(tmp_path):
    (tmp_path / "packages").mkdir()
    target = move_in(folder_with(tmp_path / "new", "new"), tmp_path / "packages" / "a", [])
    assert target == tmp_path / "packages" / "a"
    assert (target / "file").read_text() == "new"


def test_it_comes_beside_an_old_one_which_then_goes(tmp_path):
    old = folder_with(tmp_path / "packages" / "a", "old")
    other = folder_with(tmp_path / "packages" / "b", "other")
    stranger = folder_with(tmp_path / "packages" / "c", "stranger")
    target = move_in(folder_with(tmp_path / "new", "new"), old, [old, other])
    assert target.name == "a-2"
    assert sorted((tmp_path / "packages").iterdir()) == [target, stranger]
    back = move_in(folder_with(tmp_path / "new", "newer"), old, [target])
    assert back == old
    assert sorted((tmp_path / "packages").iterdir()) == [old, stranger]


def test_what_is_broken_in_the_wanted_place_makes_room(tmp_path):
    broken = folder_with(tmp_path / "packages" / "a", "broken")
    assert move_in(folder_with(tmp_path / "new", "new"), broken, []) == broken
    assert (broken / "file").read_text() == "new"


@needs_fork
@pytest.mark.usefixtures("untried")
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_a_reinstallation_that_is_killed_never_loses_the_package(tmp_path, tiny_package, version):
    """Whatever the step: there is a whole one, old or new, and the next try leaves nothing of the killed one."""
    first, again = tiny_package(tmp_path), tiny_package(tmp_path / "again", version)
    install_file(first)
    kills = 0
    for _ in killed_at_each_step(lambda: install_file(again)):
        kills += 1
        package = find_package("ru", "en")
        assert package is not None
        assert {file.name for file in (package.path / "model").iterdir()} >= {"model.bin", "config.json"}
        install_file(first)
        assert len(list(packages_folder().iterdir())) == 1
        assert list(packages_folder().parent.glob(f"{UNFINISHED}*")) == []
    assert kills > 10
    assert find_package("ru", "en").version == version


@needs_fork
@pytest.mark.usefixtures("untried")
def test_a_model_of_firefox_that_is_killed_on_its_way_is_not_lost_either(firefox_files):
    install_files(firefox_files, ("ru", "en"))
    kills = 0
    for _ in killed_at_each_step(lambda: install_files(firefox_files, ("ru", "en"))):
        kills += 1
        assert find_model("ru", "en") is not None
        install_files(firefox_files, ("ru", "en"))
        assert len(list(models_folder().iterdir())) == 1
        assert list(models_folder().parent.glob(f"{UNFINISHED}*")) == []
    assert kills > 10


@needs_fork
@pytest.mark.usefixtures("untried")
def test_a_removal_that_is_killed_leaves_a_whole_package_or_none(tmp_path, tiny_package):
    file = tiny_package(tmp_path)
    install_file(file)
    for _ in killed_at_each_step(lambda: remove("ru", "en")):
        package = find_package("ru", "en")
        assert package is None or (package.path / "model" / "config.json").is_file()
        install_file(file)
    assert find_package("ru", "en") is None
