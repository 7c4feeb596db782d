import multiprocessing
import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from cache_writer import write_many

from translate.engines import cache as room
from translate.engines.cache import SCHEMA, Cache, default_cache
from translate.errors import OptionError


class Clock:
    """Time that passes when told."""

    def __init__(self):
        self.seconds = 1_000_000.0

    def __call__(self):
        return self.seconds

    def pass_hours(self, hours):
        self.seconds += 3600 * hours


@pytest.fixture
def path(tmp_path):
    return tmp_path / "user" / "cache.sqlite"


@pytest.fixture
def cache(path):
    return Cache(path)


def block(name, count, size=1000):
    return {f"{name}{i}": os.urandom(size) for i in range(count)}


def test_what_was_put_is_found_again(cache, path):
    cache.put_many("translation", "m1", {"Мост.": b"Bridge.", "": b"", "\ud800": b"odd"})
    found = Cache(path).get_many("translation", "m1", ["Мост.", "", "Река.", "\ud800", "Мост."])
    assert found == {"Мост.": b"Bridge.", "": b"", "\ud800": b"odd"}


def test_kinds_and_models_do_not_mix(cache):
    cache.put_many("translation", "m-1.0", {"a": b"x"})
    assert cache.get_many("translation", "m-1.1", ["a"]) == {}
    assert cache.get_many("embedding", "m-1.0", ["a"]) == {}


def test_a_newer_value_replaces_the_older_one(cache):
    for value in (b"old", b"new"):
        cache.put_many("translation", "m", {"a": value})
    assert cache.get_many("translation", "m", ["a"]) == {"a": b"new"}
    assert cache.info().entries == {"translation": 1}


def test_more_texts_than_one_statement_takes(cache):
    values = block("t", 1234, 10)
    cache.put_many("embedding", "m", values)
    assert cache.get_many("embedding", "m", list(values)) == values


def test_info_counts_by_kind_and_makes_no_file(cache, path):
    assert (cache.info().bytes, cache.info().entries) == (0, {})
    assert not path.exists()
    cache.put_many("translation", "m", block("a", 3))
    cache.put_many("embedding", "m", block("a", 2))
    info = cache.info()
    assert info.entries == {"embedding": 2, "translation": 3}
    assert info.path == path
    assert info.bytes > 5000


def test_clear_gives_the_space_back(cache):
    cache.put_many("embedding", "m", block("a", 500))
    full = cache.info().bytes
    assert cache.clear()
    assert cache.info().entries == {}
    assert cache.info().bytes < full / 4
    cache.put_many("embedding", "m", {"a": b"x"})
    assert cache.get_many("embedding", "m", ["a"]) == {"a": b"x"}


def test_clearing_what_is_not_there_is_done_already(cache, path):
    assert cache.clear()
    assert not path.exists()


def test_limit_zero_turns_it_off(path):
    cache = Cache(path, 0)
    cache.put_many("translation", "m", {"a": b"x"})
    assert cache.get_many("translation", "m", ["a"]) == {}
    assert not path.parent.exists()


def test_file_stays_within_the_limit(path):
    limit = 1_000_000
    cache = Cache(path, limit)
    for i in range(40):
        cache.put_many("embedding", "m", block(f"{i}-", 50))
        assert path.stat().st_size <= limit + 100_000  # the last block, until it is written into the file
    assert cache.info().entries["embedding"] > 300


def test_least_recently_used_goes_first(path):
    clock = Clock()
    cache = Cache(path, 1_000_000, clock)
    for name in ("old", "read", "new"):
        cache.put_many("embedding", "m", block(name, 200))
        clock.pass_hours(2)
    assert len(cache.get_many("embedding", "m", [f"read{i}" for i in range(200)])) == 200
    clock.pass_hours(2)
    cache.put_many("embedding", "m", block("last", 200))
    names = ("old", "read", "last")
    left = {name: len(cache.get_many("embedding", "m", [f"{name}{i}" for i in range(250)])) for name in names}
    assert left == {"old": 0, "read": 200, "last": 200}


def test_reading_again_within_the_hour_writes_nothing(path):
    clock = Clock()
    cache = Cache(path, clock=clock)
    cache.put_many("embedding", "m", block("a", 10))
    wal = path.with_name("cache.sqlite-wal")
    before = wal.stat().st_size
    clock.pass_hours(0.5)
    cache.get_many("embedding", "m", [f"a{i}" for i in range(10)])
    assert wal.stat().st_size == before


def damage_all(path):
    path.write_bytes(b"This is no database. " * 1000)


def damage_the_middle(path):
    content = bytearray(path.read_bytes())
    content[4096 : len(content) // 2] = os.urandom(len(content) // 2 - 4096)
    path.write_bytes(content)


def cut(path):
    path.write_bytes(path.read_bytes()[:5000])


def empty(path):
    path.write_bytes(b"")


def other_tables(path):
    with sqlite3.connect(path) as database:
        database.execute("ALTER TABLE entries RENAME COLUMN value TO something")
    database.close()


def other_version(path):
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    database.close()


@pytest.mark.parametrize("damage", [damage_all, damage_the_middle, cut, empty, other_tables, other_version])
def test_damaged_file_is_begun_anew(path, damage, caplog):
    """No error, no warning, no wrong value, and the cache works again."""
    values = block("a", 300)
    writer = Cache(path)
    writer.put_many("embedding", "m", values)
    del writer
    damage(path)
    cache = Cache(path)
    found = cache.get_many("embedding", "m", list(values))
    assert all(values[text] == value for text, value in found.items())
    cache.put_many("embedding", "m", values)
    assert cache.get_many("embedding", "m", list(values)) == values
    assert caplog.records == []


def test_a_changed_byte_is_a_miss(path):
    cache = Cache(path)
    cache.put_many("translation", "m", {"a": b"The bridge was opened.", "b": b"x"})
    del cache
    path.write_bytes(path.read_bytes().replace(b"The bridge was opened.", b"The bridge was closed."))
    assert Cache(path).get_many("translation", "m", ["a", "b"]) == {"b": b"x"}


def warned_once(cache, caplog):
    for _ in range(3):
        cache.put_many("translation", "m", {"a": b"x"})
        assert cache.get_many("translation", "m", ["a"]) == {}
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    return str(cache.path) in caplog.text and "working without it" in caplog.text


def test_folder_that_cannot_be_made_means_no_cache(tmp_path, caplog):
    (tmp_path / "file").write_text("no folder")
    cache = Cache(tmp_path / "file" / "cache.sqlite")
    assert warned_once(cache, caplog)
    assert cache.info().entries == {}


def test_folder_in_place_of_the_file_means_no_cache(path, caplog):
    path.mkdir(parents=True)
    cache = Cache(path)
    assert warned_once(cache, caplog)
    assert not cache.clear()


def test_full_disk_keeps_what_was_there(path, caplog):
    cache = Cache(path)
    cache.put_many("embedding", "m", {"a": b"x"})
    cache._connection().execute("PRAGMA max_page_count = 10")  # what SQLite does when the disk takes no more
    for _ in range(2):
        cache.put_many("embedding", "m", block("b", 200))
    assert cache.get_many("embedding", "m", ["a", "b1"]) == {"a": b"x"}
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "full" in caplog.text


def test_what_cannot_be_emptied_is_deleted(path):
    """As on a full disk, where even deleting entries needs room."""
    cache = Cache(path)
    cache.put_many("embedding", "m", block("a", 10))
    cache._connection().execute("PRAGMA query_only = 1")
    assert cache.clear()
    assert not path.exists()
    cache.put_many("embedding", "m", {"a": b"x"})
    assert cache.get_many("embedding", "m", ["a"]) == {"a": b"x"}


def test_damaged_file_can_be_cleared(path, caplog):
    path.parent.mkdir()
    damage_all(path)
    assert Cache(path).clear()
    assert caplog.records == []


def test_another_writer_is_waited_for_and_then_passed_over(path, monkeypatch, caplog):
    monkeypatch.setattr(room, "BUSY_SECONDS", 0.1)
    cache = Cache(path)
    cache.put_many("translation", "m", {"a": b"x"})
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    cache.put_many("translation", "m", {"b": b"y"})
    assert cache.get_many("translation", "m", ["a", "b"]) == {"a": b"x"}
    writer.close()
    cache.put_many("translation", "m", {"b": b"y"})
    assert cache.get_many("translation", "m", ["b"]) == {"b": b"y"}
    assert len(caplog.records) == 1


def test_threads_share_one_cache(cache):
    def work(number):
        for i in range(20):
            cache.put_many("translation", "m", {f"{number}-{i}": b"x", "common": b"y"})
            assert cache.get_many("translation", "m", ["common"]) == {"common": b"y"}

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert cache.info().entries == {"translation": 81}


@pytest.mark.parametrize("damaged", [False, True])
def test_processes_share_one_file(path, damaged):
    if damaged:
        path.parent.mkdir()
        damage_all(path)
    start = multiprocessing.get_context("spawn").Process
    workers = [start(target=write_many, args=(path, number)) for number in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]
    if damaged:  # whoever came second may have written a little into the file that the first one deleted
        assert Cache(path).get_many("translation", "m", ["common"]) == {"common": b"y"}
    else:
        assert Cache(path).info().entries == {"translation": 41}


@pytest.mark.skipif(os.name != "posix", reason="rights of a file as POSIX has them")
def test_only_the_user_may_read_it(cache, path):
    cache.put_many("translation", "m", {"a": b"x"})
    assert {stat.S_IMODE(p.stat().st_mode) for p in path.parent.glob("cache.sqlite*") if p.suffix != ".lock"} <= {0o600}


@pytest.fixture
def user_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "user_cache_path", lambda name: tmp_path / name)
    monkeypatch.delenv("PARALLAX_CACHE_MB", raising=False)
    return tmp_path / "parallax"


def test_default_cache_is_one_for_the_process(user_folder):
    assert default_cache() is default_cache()
    assert default_cache().path == user_folder / "cache.sqlite"
    assert default_cache().limit == 256_000_000


@pytest.mark.parametrize(("value", "limit"), [("0", 0), ("12", 12_000_000), (" ", 256_000_000)])
def test_variable_bounds_the_default_cache(user_folder, monkeypatch, value, limit):
    monkeypatch.setenv("PARALLAX_CACHE_MB", value)
    assert default_cache().limit == limit


@pytest.mark.parametrize("value", ["much", "-1", "1.5", "²"])
def test_other_limits_are_refused(user_folder, monkeypatch, value):
    monkeypatch.setenv("PARALLAX_CACHE_MB", value)
    with pytest.raises(OptionError, match="PARALLAX_CACHE_MB"):
        default_cache()
