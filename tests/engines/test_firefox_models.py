"""Installing Firefox's models from files, and what becomes of those that are damaged."""

import errno
import gzip
import json
import os
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock
from tiny_firefox_model import Size, tiny_firefox_model
from zstd_frame import zstd

from translate.engines import firefox_files, moving_in
from translate.engines.firefox_models import find_model, install_files, installed_models, models_folder, remove
from translate.errors import EngineError, LibraryMissing

MODEL, VOCABULARY, SHORTLIST = "model.ruen.intgemm.alphas.bin", "vocab.ruen.spm", "lex.50.50.ruen.s2t.bin"


@pytest.fixture
def given(firefox_files, tmp_path):
    """A folder of the user's with the files for one direction, to be damaged."""
    folder = tmp_path / "given"
    folder.mkdir()
    for file in firefox_files.glob("*.ruen.*"):
        shutil.copy(file, folder)
    return folder


def leftovers():
    """What lies in and beside the folder of models, but for the lock."""
    folder = models_folder()
    return sorted(p.name for p in folder.parent.rglob("*") if p != folder and not p.name.endswith(".lock"))


def test_a_folder_of_files_is_installed(given):
    (model,) = install_files(given)
    assert installed_models() == [model]
    assert model.pair == ("ru", "en")
    assert model.path.parent == models_folder()
    assert model.name == model.path.name == f"firefox-ru_en-{model.version}"
    about = json.loads((model.path / "about.json").read_text())
    assert about["licence"] == "MPL-2.0"
    assert model.file("model").read_bytes() == (given / MODEL).read_bytes()


def test_a_zip_file_is_installed(given, tmp_path):
    path = tmp_path / "models.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in given.iterdir():
            archive.write(file, f"ruen/{file.name}")
        archive.writestr("README.md", "not a model")
    (model,) = install_files(path)
    assert installed_models() == [model]
    assert model.shortlist is not None


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".zst", zstd)])
def test_packed_files_are_unpacked(given, ending, pack):
    raw = (given / MODEL).read_bytes()
    for file in list(given.iterdir()):
        (given / f"{file.name}{ending}").write_bytes(pack(file.read_bytes()))
        file.unlink()
    (model,) = install_files(given)
    assert model.file("model").read_bytes() == raw
    assert not list(model.path.glob("*packed*"))


def test_a_packed_file_without_its_ending_is_known_by_its_first_bytes(given):
    """As browsers save what servers call gzip-encoded, or do not."""
    (given / VOCABULARY).write_bytes(gzip.compress((given / VOCABULARY).read_bytes()))
    assert install_files(given)


def test_both_directions_of_one_folder(firefox_files):
    assert [model.pair for model in install_files(firefox_files)] == [("en", "ru"), ("ru", "en")]
    assert [model.pair for model in installed_models()] == [("en", "ru"), ("ru", "en")]


def test_files_of_any_name_are_installed_for_languages_that_are_named(given):
    for old, new in ((MODEL, "model.bin"), (VOCABULARY, "vocab.spm"), (SHORTLIST, "lex.s2t.bin")):
        (given / old).rename(given / new)
    (model,) = install_files(given, ("ru", "en"))
    assert model.pair == ("ru", "en")


def test_a_model_needs_no_shortlist(given):
    (given / SHORTLIST).unlink()
    (model,) = install_files(given)
    assert model.shortlist is None


def test_another_version_takes_the_place_of_the_first(given, tmp_path):
    (old,) = install_files(given)
    other = tiny_firefox_model(tmp_path / "other", size=Size(width=256))
    (new,) = install_files(other)
    assert new.name != old.name
    assert installed_models() == [new]
    assert [path.name for path in models_folder().iterdir()] == [new.name]


def test_the_same_version_can_be_installed_again(given):
    (first,) = install_files(given)
    (again,) = install_files(given)
    assert again.name == first.name
    assert installed_models() == [again]
    assert [folder.name for folder in models_folder().iterdir()] == [again.path.name]


def damaged(name, change):
    def damage(folder):
        (folder / name).write_bytes(change((folder / name).read_bytes()))

    return damage


def of_another_model(folder):
    """Its sizes fit, and what it makes of the model's output is nonsense."""
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2 as protobuf

    proto = protobuf.ModelProto()
    proto.ParseFromString((folder / VOCABULARY).read_bytes())
    pieces = list(proto.pieces)
    del proto.pieces[:]
    proto.pieces.extend([*pieces[:2], *reversed(pieces[2:])])
    (folder / VOCABULARY).write_bytes(proto.SerializeToString())
    sentencepiece.SentencePieceProcessor(model_proto=(folder / VOCABULARY).read_bytes())
    (folder / SHORTLIST).unlink()


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (damaged(MODEL, lambda raw: raw[: len(raw) // 2]), "is no model of Firefox's translations"),
        (damaged(MODEL, lambda raw: b"<html>Log in to the hotel</html>"), "is no model of Firefox's translations"),
        (damaged(MODEL, lambda raw: b""), "is no model of Firefox's translations"),
        (damaged(MODEL, lambda raw: gzip.compress(raw)[:-500]), "damaged"),
        (damaged(MODEL, lambda raw: zstd(raw)[:-500]), "is damaged: .*zstd"),
        (damaged(MODEL, lambda raw: raw.replace(b"encoder_l1", b"encoder_lX")), "does not translate: .*missing"),
        (damaged(VOCABULARY, lambda raw: b"<html>"), "is no vocabulary"),
        (damaged(SHORTLIST, lambda raw: raw[:-4]), "shortlist .* is damaged"),
        (lambda folder: (folder / VOCABULARY).unlink(), "vocab is missing"),
        (lambda folder: (folder / MODEL).unlink(), "model is missing"),
        (of_another_model, "do not belong together: they make"),
    ],
)
def test_what_does_not_work_is_not_installed(given, damage, told):
    damage(given)
    with pytest.raises(EngineError, match=told) as caught:
        install_files(given)
    assert "\n" not in str(caught.value)
    assert leftovers() == []


def test_a_vocabulary_of_another_size_is_refused(given, tmp_path):
    other = tiny_firefox_model(tmp_path / "other", size=Size(tokens=600))
    shutil.copy(other / VOCABULARY, given / VOCABULARY)
    with pytest.raises(EngineError, match="does not fit the model"):
        install_files(given)
    assert leftovers() == []


def test_a_damaged_model_leaves_the_one_that_was_there(given):
    (old,) = install_files(given)
    (given / MODEL).write_bytes((given / MODEL).read_bytes()[:-300])
    with pytest.raises(EngineError, match="no model"):
        install_files(given)
    assert installed_models() == [old]


@pytest.mark.parametrize("entry", ["../model.ruen.bin", "/tmp/model.ruen.bin", "a\\model.ruen.bin"])
def test_an_unsafe_zip_file_is_refused(tmp_path, entry):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr(entry, "x")
    with pytest.raises(EngineError, match="unsafe entry"):
        install_files(tmp_path / "bad.zip")
    assert leftovers() == []


def test_a_file_that_unpacks_without_end_is_stopped(given, monkeypatch):
    monkeypatch.setattr(firefox_files, "MAX_FILE", 1_000_000)
    (given / MODEL).write_bytes(gzip.compress(bytes(5_000_000)))
    with pytest.raises(EngineError, match="more than 1,000,000 bytes"):
        install_files(given)
    assert leftovers() == []


def test_neither_folder_nor_archive_is_told(given, tmp_path):
    with pytest.raises(EngineError, match="is neither a folder nor a ZIP file"):
        install_files(given / MODEL)
    with pytest.raises(EngineError, match=r"there is no file .*nowhere"):
        install_files(tmp_path / "nowhere")


def test_a_full_disk_is_told_and_leaves_nothing(given, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(firefox_files, "_copy", full)
    with pytest.raises(EngineError, match=r"the disk is full.*PARALLAX_FIREFOX_DIR chooses another folder"):
        install_files(given)
    assert leftovers() == []


def test_a_failed_last_step_puts_the_old_model_back(given, monkeypatch):
    (old,) = install_files(given)
    plain = os.replace

    def refuse(source, target):
        if Path(target).parent == models_folder():
            raise OSError(errno.EIO, "Input/output error")
        plain(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(EngineError, match="Input/output error"):
        install_files(given)
    assert installed_models() == [old]


def test_installations_at_once_leave_one_whole_model(given):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(install_files, [given] * 4))
    assert len(installed_models()) == len(list(models_folder().iterdir())) == 1


def test_an_installation_that_holds_the_lock_is_told(given, monkeypatch):
    monkeypatch.setattr(moving_in, "LOCK_SECONDS", 0.1)
    models_folder().mkdir(parents=True)
    with (
        FileLock(models_folder().parent / ".parallax-packages.lock"),
        pytest.raises(EngineError, match="another installation has been running"),
    ):
        install_files(given)


def test_stray_folders_are_passed_over(given):
    (model,) = install_files(given)
    for name, about in (("empty", None), ("half", "{"), ("list", "[]"), ("deep", "[" * 90_000), ("none", "{}")):
        (models_folder() / name).mkdir()
        if about is not None:
            (models_folder() / name / "about.json").write_text(about)
    sound = json.loads((model.path / "about.json").read_text())
    for name, change in (
        ("away", {"files": {"model": "../../model.bin", "vocab": "vocab.ruen.spm"}}),
        ("codes", {"from_code": "../x"}),
        ("version", {"version": "../x"}),
        ("gone", {}),
    ):
        (models_folder() / name).mkdir()
        (models_folder() / name / "about.json").write_text(json.dumps(sound | change))
    (models_folder() / "file.txt").write_text("x")
    assert installed_models() == [model]


def test_a_removed_model_is_gone(given):
    (model,) = install_files(given)
    assert remove("ru", "en") == model
    assert installed_models() == []
    assert leftovers() == []
    with pytest.raises(EngineError, match=r"No model of Firefox's for ru to en is installed\. Installed: none"):
        remove("ru", "en")


def test_without_the_library_nothing_is_installed(given, monkeypatch):
    monkeypatch.setattr("translate.engines.libraries.has_libraries", lambda *names: False)
    with pytest.raises(LibraryMissing, match="fxtranslate"):
        install_files(given)
    assert find_model("ru", "en") is None


def test_the_folder_is_one_of_the_users_data(monkeypatch, tmp_path):
    monkeypatch.delenv("PARALLAX_FIREFOX_DIR")
    monkeypatch.setattr("translate.engines.firefox_models.user_data_path", lambda name: tmp_path / name)
    assert models_folder() == tmp_path / "parallax" / "firefox"
