import json
import stat
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from translate.engines import packages as rooms
from translate.engines.packages import find_package, install_file, installed_packages, packages_folder, remove
from translate.errors import EngineError


def archive(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in entries.items():
            out.writestr(name, content)
    return path


METADATA = json.dumps({"from_code": "ru", "to_code": "en", "package_version": "1.0"})
COMPLETE = {"t/metadata.json": METADATA, "t/sentencepiece.model": "x", "t/model/model.bin": "x"}


def leftovers(folder):
    """What lies in and beside the package folder, but for the lock."""
    beside = [p for p in folder.parent.rglob("*") if p.name != ".parallax-packages.lock" and p != folder]
    return sorted(p.name for p in beside)


def test_installed_package_is_found(tmp_path, packages, tiny_package):
    package = install_file(tiny_package(tmp_path))
    assert installed_packages() == [package]
    assert package.path == packages / "translate-ru_en-1_0"
    assert package.name == "translate-ru_en-1_0"


def test_newer_package_replaces_the_older_one(tmp_path, tiny_package):
    for version in ("1.9", "1.10"):
        install_file(tiny_package(tmp_path, version))
    assert [package.version for package in installed_packages()] == ["1.10"]
    assert [folder.name for folder in packages_folder().iterdir()] == ["translate-ru_en-1_10"]


def test_of_two_versions_the_newest_counts(packages, tmp_path):
    for version in ("1.9", "1.10"):
        folder = packages / f"any-name-{version}"
        (folder / "model").mkdir(parents=True)
        (folder / "metadata.json").write_text(METADATA.replace("1.0", version))
        (folder / "bpe.model").touch()
        (folder / "model" / "model.bin").touch()
    assert find_package("ru", "en").version == "1.10"


def test_stray_folders_are_passed_over(tmp_path, packages, tiny_package):
    package = install_file(tiny_package(tmp_path))
    for name, metadata in (("__MACOSX", None), ("half", "{"), ("empty", "{}"), ("list", "[]"), ("binary", "\udcff")):
        (packages / name / "model").mkdir(parents=True)
        (packages / name / "model" / "model.bin").touch()
        (packages / name / "sentencepiece.model").touch()
        if metadata is not None:
            (packages / name / "metadata.json").write_text(metadata, errors="surrogateescape")
    (packages / "file.txt").write_text("x")
    assert installed_packages() == [package]


def test_folder_follows_the_variables(monkeypatch, tmp_path):
    assert packages_folder() == tmp_path / "argos" / "packages"
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert packages_folder() == tmp_path / "data" / "argos-translate" / "packages"


def test_no_folder_means_no_packages():
    assert installed_packages() == []
    assert find_package("ru", "en") is None


def link(target):
    entry = zipfile.ZipInfo("t/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return {**COMPLETE, entry: target}


@pytest.mark.parametrize(
    "entries",
    [
        {**COMPLETE, "../evil": "x"},
        {**COMPLETE, "t/../../evil": "x"},
        {**COMPLETE, "/tmp/evil": "x"},
        {**COMPLETE, "t\\..\\evil": "x"},
        {**COMPLETE, "C:evil": "x"},
        link("/etc/passwd"),
        {**COMPLETE, "t/bomb": b"\0" * 4_000_000},
        {**COMPLETE, **{f"t/{i}": "" for i in range(3000)}},
        {"t/sentencepiece.model": "x", "t/model/model.bin": "x"},
        {"metadata.json": METADATA},
        {**COMPLETE, "second/metadata.json": METADATA},
        {"t/metadata.json": METADATA, "t/model/model.bin": "x"},
        {"t/metadata.json": METADATA, "t/sentencepiece.model": "x"},
        {**COMPLETE, "t/metadata.json": "{"},
        {**COMPLETE, "t/metadata.json": "[]"},
        {**COMPLETE, "t/metadata.json": METADATA.replace('"ru"', '"../x"')},
        {**COMPLETE, "t/metadata.json": METADATA.replace('"1.0"', '"1/../../x"')},
        {**COMPLETE, "t/metadata.json": METADATA.replace('"1.0"', "1.0")},
    ],
)
def test_hostile_or_broken_archives_are_refused(tmp_path, packages, monkeypatch, entries):
    """Nothing is installed and nothing stays behind."""
    monkeypatch.setattr(rooms, "MAX_UNPACKED", 3_000_000)
    (tmp_path / "in").mkdir()
    with pytest.raises(EngineError):
        install_file(archive(tmp_path / "in" / "bad.argosmodel", entries))
    assert leftovers(packages) == []
    assert not (tmp_path / "evil").exists()


def test_size_that_the_archive_lies_about_is_refused(tmp_path, packages):
    path = archive(tmp_path / "lie.argosmodel", {**COMPLETE, "t/big": b"\0" * 1_000_000})
    raw = path.read_bytes().replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(raw)
    with pytest.raises(EngineError, match="damaged"):
        install_file(path)
    assert leftovers(packages) == []


@pytest.mark.parametrize("damage", [lambda raw: raw[: len(raw) // 2], lambda raw: b"no zip", lambda raw: b""])
def test_damaged_file_is_refused(tmp_path, packages, tiny_package, damage):
    path = tiny_package(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(EngineError, match=r"damaged|no package"):
        install_file(path)
    assert leftovers(packages) == []


def test_flipped_bit_is_noticed(tmp_path, packages, tiny_package):
    path = tiny_package(tmp_path)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(bytes(raw))
    with pytest.raises(EngineError, match="damaged"):
        install_file(path)
    assert leftovers(packages) == []


def test_missing_file_is_named(tmp_path):
    with pytest.raises(EngineError, match="nowhere"):
        install_file(tmp_path / "nowhere.argosmodel")


def test_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch, tiny_package):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "file" / "packages"))
    with pytest.raises(EngineError, match="ARGOS_PACKAGES_DIR"):
        install_file(tiny_package(tmp_path))


def test_removed_package_is_gone(tmp_path, packages, tiny_package):
    package = install_file(tiny_package(tmp_path))
    assert remove("ru", "en") == [package]
    assert installed_packages() == []
    assert leftovers(packages) == []


def test_removing_what_is_not_there_names_what_is(tmp_path, tiny_package):
    install_file(tiny_package(tmp_path))
    with pytest.raises(EngineError, match="Installed: ru to en"):
        remove("en", "ru")


def test_installations_at_once_leave_one_whole_package(tmp_path, tiny_package):
    files = [tiny_package(tmp_path, version) for version in ("1.0", "1.1", "1.2", "1.3")]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(install_file, files))
    assert len(installed_packages()) == len(list(packages_folder().iterdir())) == 1
