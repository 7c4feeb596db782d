"""Quality of engines, as published."""

from translate.engines.engine import Published
from translate.languages.registry import language_pairs


def published(engine: str) -> tuple[Published, ...]:
    """Quality of an engine in every direction that it is known of.

    Args:
        engine: Its name, as engines.toml in the folders of pairs has it.
    """
    figures = [figure for pair in language_pairs() for figure in pair.table("engines").get(engine, {}).items()]
    return tuple(Published(pair, bleu, comet) for pair, (bleu, comet) in figures)
