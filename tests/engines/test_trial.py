"""Packages that are tried out, in a process of their own, before they are moved in."""

import json
import os
import struct
import zipfile
from pathlib import Path

import pytest

from translate.engines import trial
from translate.engines.child_process import WorkerFailed
from translate.engines.demonstration import demonstration_file
from translate.engines.packages import find_package, install_file, installed_packages
from translate.engines.trial import trial_of, try_package
from translate.errors import EngineError


@pytest.fixture
def unpacked(tmp_path, tiny_package):
    """The folder of a package."""
    with zipfile.ZipFile(tiny_package(tmp_path)) as archive:
        archive.extractall(tmp_path / "unpacked")
    return next((tmp_path / "unpacked").iterdir())


def repacked(folder, path):
    """A package file of a folder."""
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, Path(folder.name) / file.relative_to(folder))
    return path


def changed(path, place, new):
    raw = path.read_bytes()
    path.write_bytes(raw[:place] + new + raw[place + len(new) :])


def heads_of(raw):
    """Where the first number of heads stands in a model.bin."""
    name = b"num_heads\0"
    return raw.index(name) + len(name) + 1 + 1 + 4  # rank, type, bytes


def test_a_sound_package_passes(unpacked):
    try_package(unpacked, "ru", "en")


def test_a_package_of_other_languages_is_tried_as_well(unpacked):
    try_package(unpacked, "de", "fr")
    assert trial_of("de", "fr") is None


def test_a_right_translation_is_known_by_its_words():
    known = trial_of("ru", "en")
    assert known.passed("Moscow is Russia's capital.")
    assert not known.passed("Москва — столица России.")


def test_a_process_that_ends_without_a_word_is_heard(unpacked, monkeypatch):
    monkeypatch.setattr(trial, "WORKER", "antigravity.nonesuch")
    with pytest.raises(WorkerFailed, match="the process that works with the model ended"):
        try_package(unpacked, "ru", "en")


def test_a_model_that_never_answers_is_given_up(unpacked, monkeypatch):
    monkeypatch.setattr(trial, "WORKER", "http.server")  # waits for ever
    monkeypatch.setattr(trial, "LONGEST_TRIAL", 0.5)
    monkeypatch.setattr(trial, "ROOT", unpacked)
    with pytest.raises(WorkerFailed):
        try_package(Path("0"), "ru", "en")


@pytest.mark.parametrize("place", ["shape", "bytes", "heads", "name"])
def test_a_demonstration_package_with_changed_bytes_is_refused(tmp_path, place):
    """Loaded in this process, some of them would end it: nothing is installed, and the process goes on."""
    with zipfile.ZipFile(demonstration_file("ru", "en")) as archive:
        archive.extractall(tmp_path)
    (folder,) = (path for path in tmp_path.iterdir() if (path / "metadata.json").is_file())
    model = folder / "model" / "model.bin"
    raw = model.read_bytes()
    name = b"encoder/layer_0/ffn/linear_0/weight\0"
    behind = raw.index(name) + len(name) + 1
    places = {"shape": behind, "bytes": behind + 9, "heads": heads_of(raw), "name": raw.index(name)}
    changed(model, places[place], b"\xff\x7f\x01\x02\xfe\xff\xff\x7f")
    with pytest.raises(EngineError, match=r"does not (work|translate).*Nothing was installed") as caught:
        install_file(repacked(folder, tmp_path / "changed.argosmodel"))
    assert "\n" not in str(caught.value)
    assert installed_packages() == []


def test_a_damaged_package_leaves_the_one_that_was_there(tmp_path, tiny_package, unpacked):
    old = install_file(tiny_package(tmp_path / "old"))
    vocabulary = unpacked / "model" / "shared_vocabulary.json"
    vocabulary.write_text(json.dumps([*json.loads(vocabulary.read_text()), "more"]))
    with pytest.raises(EngineError, match="tokens, and the model knows"):
        install_file(repacked(unpacked, tmp_path / "other.argosmodel"))
    assert find_package("ru", "en") == old


def test_a_model_that_is_longer_than_it_says_is_refused(tmp_path, unpacked):
    with (unpacked / "model" / "model.bin").open("ab") as file:
        file.write(struct.pack("<Q", 0))
    with pytest.raises(EngineError, match="goes on behind its end"):
        install_file(repacked(unpacked, tmp_path / "longer.argosmodel"))


def test_the_trial_finds_the_package_wherever_python_looks(unpacked, monkeypatch, tmp_path):
    """Also where `translate` is not installed, and another folder is the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), "nowhere"]))
    try_package(unpacked, "ru", "en")
