"""Engines of translation as rows of a table for people."""

from collections.abc import Sequence

from translate.engines.standing import Standing
from translate.languages.registry import directions
from translate.wording.phrase import Phrase, say

FIGURES = Phrase(
    "Quality: BLEU / COMET on the news of WMT20, as published; higher is better. MB: of one direction. "
    "Sentences a second: on two cores, measured with models of that size."
)
UNKNOWN = "–"


def engine_rows(standings: Sequence[Standing]) -> list[list[str]]:
    """The headings, and a row for each engine that is not broken."""
    ways = ["-".join(pair) for pair in directions()]
    headings = [
        say("engine"),
        *ways,
        "MB",
        say("sentences/s"),
        say("the text"),
        say("installed"),
    ]
    return [headings, *(_row(standing, ways) for standing in standings if standing.engine)]


def _row(standing: Standing, ways: Sequence[str]) -> list[str]:
    assert standing.engine is not None
    info = standing.engine.info
    published = {figure.pair: f"{figure.bleu:.1f} / {figure.comet:.3f}" for figure in info.quality}
    return [
        info.name,
        *(published.get(way, UNKNOWN) for way in ways),
        UNKNOWN if info.size_mb is None else f"{info.size_mb:.0f}",
        UNKNOWN if info.speed is None else f"{info.speed:.0f}",
        say("stays here") if info.offline else say("is sent away"),
        ", ".join("-".join(pair) for pair in standing.directions) or UNKNOWN,
    ]
