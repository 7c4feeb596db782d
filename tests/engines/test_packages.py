import errno
import io
import json
import os
import stat
import struct
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from translate.engines import moving_in
from translate.engines import packages as rooms
from translate.engines.packages import (
    explained,
    find_package,
    install_file,
    installed_packages,
    packages_folder,
    remove,
)
from translate.errors import EngineError


def archive(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in entries.items():
            out.writestr(name, content)
    return path


LONG = json.dumps({"from_code": "ru", "to_code": "en", "package_version": "9" * 5000})
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
    for name, metadata in (
        ("__MACOSX", None),
        ("half", "{"),
        ("empty", "{}"),
        ("list", "[]"),
        ("binary", "\udcff"),
        ("deep", "[" * 90_000),
        ("long", LONG),
    ):
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
        {**COMPLETE, "t/metadata.json": METADATA.replace('"1.0"', f'"{"9" * 5000}"')},
        {**COMPLETE, "t/metadata.json": "[" * 90_000},
        {**COMPLETE, "t/model": "a file where a folder is needed"},
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


@pytest.mark.parametrize("broken", [struct.error("unpack requires 4 bytes"), OverflowError("int too large")])
def test_whatever_an_archive_made_to_do_damage_raises_is_explained(tmp_path, broken):
    with pytest.raises(EngineError, match="damaged"), explained("Cannot install it", tmp_path):
        raise broken


def test_flipped_bit_is_noticed(tmp_path, packages, tiny_package):
    path = tiny_package(tmp_path)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(bytes(raw))
    with pytest.raises(EngineError, match="damaged"):
        install_file(path)
    assert leftovers(packages) == []


def test_a_wrong_byte_in_compressed_data_is_noticed(tmp_path, packages):
    """Whatever byte it is: of the data, of a header, or of the table of contents; before the model is tried."""
    path = archive(tmp_path / "bad.argosmodel", COMPLETE | {"t/model/model.bin": bytes(range(256)) * 8})
    raw = path.read_bytes()
    for place in range(0, len(raw), 3):
        path.write_bytes(raw[:place] + bytes([raw[place] ^ 0xFF]) + raw[place + 1 :])
        with suppress(EngineError):  # some bytes, such as those of a date, do not matter
            remove(*install_file(path, trusted=True).pair)
        assert leftovers(packages) == []


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions_are_refused(tmp_path, method):
    with zipfile.ZipFile(tmp_path / "odd.argosmodel", "w", method) as out:
        for name, content in COMPLETE.items():
            out.writestr(name, content)
    with pytest.raises(EngineError, match="unsafe entry"):
        install_file(tmp_path / "odd.argosmodel")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "Read-only file system"),
        (errno.EACCES, "Permission denied"),
    ],
)
def test_a_disk_that_refuses_keeps_the_package_that_was_there(
    tmp_path, packages, tiny_package, monkeypatch, number, told
):
    """In the middle of unpacking: one line with a way out, nothing half-made, and the old version still works."""
    old = install_file(tiny_package(tmp_path, "1.0"))

    def refuse(self, folder):
        (Path(folder) / "half").write_text("x")
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(zipfile.ZipFile, "extractall", refuse)
    with pytest.raises(EngineError, match=f"{told}.*ARGOS_PACKAGES_DIR chooses another folder") as caught:
        install_file(tiny_package(tmp_path, "1.1"))
    assert "\n" not in str(caught.value)
    assert installed_packages() == [old]
    assert [path.name for path in packages.parent.iterdir() if path.suffix != ".lock"] == ["packages"]


def test_a_failed_replacement_puts_the_old_package_back(tmp_path, packages, tiny_package, monkeypatch):
    """The same version once more; the very last step fails."""
    file = tiny_package(tmp_path)
    package = install_file(file)
    plain = os.replace

    def refuse(source, target):
        if Path(target).parent == packages:
            raise OSError(errno.EIO, "Input/output error")
        plain(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(EngineError, match="Input/output error"):
        install_file(file)
    assert installed_packages() == [package]


def test_what_a_killed_installation_left_is_cleared_away(tmp_path, packages, tiny_package):
    half = packages.parent / f"{moving_in.UNFINISHED}abc"
    half.mkdir(parents=True)
    (half / "model.bin").write_text("x")
    package = install_file(tiny_package(tmp_path))
    assert not half.exists()
    assert installed_packages() == [package]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the system's administrator may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_named(tmp_path, packages, tiny_package):
    package = install_file(tiny_package(tmp_path))
    packages.chmod(0o555)
    packages.parent.chmod(0o555)
    try:
        with pytest.raises(EngineError, match=r"Permission denied.*ARGOS_PACKAGES_DIR"):
            install_file(tiny_package(tmp_path, "1.1"))
        with pytest.raises(EngineError, match=r"Permission denied.*ARGOS_PACKAGES_DIR"):
            remove("ru", "en")
        assert installed_packages() == [package]
    finally:
        packages.parent.chmod(0o755)
        packages.chmod(0o755)


def test_an_open_file_is_installed_as_well(tmp_path, tiny_package):
    with tiny_package(tmp_path).open("rb") as file:
        assert install_file(file) == find_package("ru", "en")
    with pytest.raises(EngineError, match="Cannot install the package: the file is damaged"):
        install_file(io.BytesIO(b"no zip"))


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
