"""What a second process does to a cache; a module of its own, because a new process imports it by name."""

from translate.engines.cache import Cache


def write_many(path, number):
    cache = Cache(path)
    for i in range(20):
        cache.put_many("translation", "m", {f"{number}-{i}": b"x", "common": b"y"})
