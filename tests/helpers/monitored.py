"""A store of short stories over three weeks, compared without a model."""

from dataclasses import replace
from pathlib import Path

from every_kind import make_story
from standin import ENGLISH, RUSSIAN, standin_compare

from translate.batch import Store
from translate.options import Options
from translate.records.comparison_record import json_report
from translate.text.origin import Origin

OPTIONS = Options(engine="none")
DAYS = ("2024-05-20", "2024-05-31", "2024-06-07")  # of the bridge; the flood has none
ADDRESSES = (("https://kurier.example/a", "https://post.example/a"), ("https://kurier.example/b", ""))


def bridge(day, addresses=("", "")):
    """A story that was published on a day."""
    found = standin_compare(RUSSIAN, ENGLISH, OPTIONS)
    source, target = (
        replace(document, origin=Origin(address, published=day if place else ""))
        for place, (document, address) in enumerate(zip((found.source, found.target), addresses, strict=True))
    )
    return replace(found, source=source, target=target)


def fill(folder: Path) -> Store:
    """A store of four stories, and its files, in a folder."""
    (folder / "found").mkdir(parents=True)
    comparisons = [make_story(), bridge(DAYS[0]), bridge(DAYS[1], ADDRESSES[0]), bridge(DAYS[2], ADDRESSES[1])]
    for number, comparison in enumerate(comparisons):
        (folder / "found" / f"story-{number}.json").write_text(json_report(comparison), encoding="utf-8")
    store = Store(folder / "stories.sqlite")
    assert store.add(folder / "found").new == len(comparisons)
    return store
