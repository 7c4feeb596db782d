"""Precision of the bilingual lexicon on common words: plain cosine, CSLS, and cosine with a penalty for rare words.

    python -m benchmarks.measure.lexicon

The gold translations stand in lexicon_gold.toml beside this file. Loads the sentence encoder; takes about ten seconds.
"""

import time
import tomllib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.data.development import no_arguments
from translate.engines.encoder import default_encoder
from translate.engines.gloss import gloss
from translate.engines.lexicon import Lexicon, listed_words

Matrix = NDArray[np.float32]
LANGUAGES = ("ru", "en")
HUB_NEIGHBOURS = 10
STORY = [
    "Правительство утвердило бюджет на три года, сообщила пресс-служба министерства.",
    "Река вышла из берегов.",
] * 15


def plain(letters: str) -> str:
    """Without the dots that many writers leave out."""
    return letters.replace("ё", "е")


def precision(gold: dict[str, str], answers: list[list[str]], k: int) -> float:
    """Share of the words that have a gold translation among the first k answers."""
    hits = [
        bool({plain(word) for word in right.split()} & {plain(word) for word in given[:k]})
        for right, given in zip(gold.values(), answers, strict=True)
    ]
    return sum(hits) / len(hits)


def ranked(scores: Matrix, words: tuple[str, ...]) -> list[list[str]]:
    """The five best words of every row."""
    return [[words[j] for j in row] for row in np.argsort(-scores, axis=1, kind="stable")[:, :5]]


def csls(queries: Matrix, targets: Matrix, background: Matrix) -> Matrix:
    """Twice the cosine, less how near the target is to the query language in general."""
    near = np.partition(targets @ background.T, -HUB_NEIGHBOURS, axis=1)[:, -HUB_NEIGHBOURS:].mean(axis=1)
    scores: Matrix = 2 * queries @ targets.T - near
    return scores


def main() -> None:
    """Print the table and the times."""
    no_arguments(__doc__)
    gold = tomllib.loads(Path(__file__).with_name("lexicon_gold.toml").read_text(encoding="utf-8"))
    encoder = default_encoder()
    lexicon = Lexicon(encoder, LANGUAGES)
    rows = {language: encoder.encode(listed_words(language)) for language in LANGUAGES}
    print(f"{'direction':<10} {'ranking':<26} {'words':>5} {'P@1':>6} {'P@5':>6}")
    for source, target in (LANGUAGES, LANGUAGES[::-1]):
        queries = encoder.encode(list(gold[source]))
        own = [[word for word, _ in line] for line in lexicon.neighbours(list(gold[source]), target)]
        for name, answers in (
            ("cosine, 512 dimensions", ranked(queries @ rows[target].T, listed_words(target))),
            ("CSLS, 512 dimensions", ranked(csls(queries, rows[target], rows[source]), listed_words(target))),
            ("as shipped: Lexicon", own),
        ):
            one, five = (precision(gold[source], answers, k) for k in (1, 5))
            print(f"{source} -> {target:<4} {name:<26} {len(queries):>5} {one:>6.3f} {five:>6.3f}")
    start = time.perf_counter()
    gloss(STORY, *LANGUAGES)
    first = time.perf_counter()
    gloss(STORY, *LANGUAGES)
    print(f"gloss of 30 sentences: {first - start:.2f} s the first time, then {time.perf_counter() - first:.2f} s")


if __name__ == "__main__":
    main()
