"""How well and how fast articles of two collections are matched.

    python -m benchmarks.measure.match [--data ../shared/eval] [--made 500] [--sizes 1000 10000 100000]

Of the development documents only the half that nothing was fitted on is asked for, and that half of the stories is
looked for among all English articles of both halves. No article there has a date, so nothing is left to the window.
An article of one of two outlets is looked for without the translations of it that the data have beside it.
Of made-up articles (benchmarks/data/many_articles.py) those of the first size are read and encoded in earnest; larger
collections are made of vectors and keys alone, so that the search can be timed.
"""

import resource
import time
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from benchmarks.data.development import asked, data_parser, encoder
from benchmarks.data.fitted import leave_out_second
from benchmarks.data.many_articles import DAYS, FIRST_DAY, articles
from benchmarks.data.story_collections import APART, Known, known_articles
from translate.engines.cache import Cache
from translate.engines.cached import CachingEmbedder, caching
from translate.engines.encoder import default_encoder
from translate.engines.protocols import fitted_name
from translate.installation import NO_HOME
from translate.matching.articles import Article
from translate.matching.evidence import Floats
from translate.matching.matches import LEAST, WINDOW, chosen
from translate.matching.probability import Candidates, candidates, matching_model, probabilities
from translate.matching.sketches import Sketches, sketch_articles, sketches_of
from translate.matching.sketching import CHUNK

RECALL = 0.95
REAL = 100  # news of either language by which reading is timed
BANDS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.0001)
DIMENSIONS = 512
SIGNAL = 0.75  # of an article's made-up vector, what it has from its story
KEYS, COMMON_KEYS = 25, 5000  # of a made-up article, and of all


def sketched(known: Sequence[Known]) -> Sketches:
    """Articles as the product keeps them, encoded once."""
    sketches = sketch_articles([one.article for one in known], encoder())
    return sketches_of(
        (one.article, sketch) for one, sketch in zip(known, sketches, strict=True) if not isinstance(sketch, Exception)
    )


def found_in(source: Sketches, target: Sketches, window: int | None) -> tuple[Candidates, Floats]:
    model = matching_model(fitted_name(encoder()))
    found = candidates(source, target, model.background, window=window)
    return found, probabilities(found, model.logistic)


def best(rows: np.ndarray, probability: Floats) -> int | None:
    """The most probable of some candidates."""
    return int(rows[np.argmax(probability[rows])]) if len(rows) else None


def measure_ranks(russian: list[Known], english: list[Known]) -> None:
    """Recall at the first place by kind, precision and calibration for articles that were written apart."""
    found, probability = found_in(sketched(russian), sketched(english), None)
    right = np.array([russian[i].story == english[j].story for i, j in zip(found.source, found.target, strict=True)])
    own = np.array([russian[i].pair == english[j].pair for i, j in zip(found.source, found.target, strict=True)])
    first: dict[str, list[bool]] = {}
    answers: list[tuple[float, bool]] = []
    without: list[float] = []
    for i, one in enumerate(russian):
        rows = np.flatnonzero(found.source == i)
        if one.kind in APART:
            rows = rows[own[rows] | ~right[rows]]
        top = best(rows, probability)
        first.setdefault(one.kind, []).append(top is not None and bool(right[top]))
        if one.kind in APART and top is not None:
            answers.append((float(probability[top]), bool(right[top])))
            other = best(rows[~right[rows]], probability)
            without.append(0.0 if other is None else float(probability[other]))
    print(f"{len(russian)} Russian articles, each looked for among {len(english)} English ones\n")
    print("kind            articles  recall@1")
    for kind, hits in first.items():
        print(f"{kind:15s} {len(hits):8d}  {np.mean(hits):.3f}")
    print(f"{'all':15s} {len(russian):8d}  {np.mean([hit for hits in first.values() for hit in hits]):.3f}\n")
    report_precision(answers, without)


def report_precision(answers: list[tuple[float, bool]], without: list[float]) -> None:
    """Of articles written apart, at the probability where RECALL is reached."""
    surest = sorted((probability for probability, right in answers if right), reverse=True)
    needed = int(np.ceil(RECALL * len(answers)))
    if len(surest) < needed:
        print(f"Written apart: recall {len(surest) / len(answers):.3f}, below {RECALL}")
        return
    for name, least in ((f"recall {RECALL}", surest[needed - 1]), ("the usual least", LEAST)):
        given = [right for probability, right in answers if probability >= least]
        wrong = sum(probability >= least for probability in without)
        print(
            f"Written apart ({len(answers)}), at {name} (probability {least:.3f}): "
            f"recall {sum(given) / len(answers):.3f}, precision {np.mean(given):.3f}; "
            f"asked again without their counterparts, "
            f"{wrong} of {len(without)} are given another one"
        )
    print()


def measure_whole(russian: list[Known], english: list[Known]) -> None:
    """What `match` gives of a collection in which a third of the articles have no counterpart."""
    source = [one for one in once(russian) if one.half == "measure"]
    stories = {one.story: one.kind for one in source}
    kept = [
        one
        for one in once(english)
        if (one.kind == stories[one.story] if one.story in stories else True)
        and not (one.story in stories and sum(map(ord, one.pair)) % 3 == 0)
    ]
    there = {one.story for one in kept}
    found, probability = found_in(sketched(source), sketched(kept), None)
    print(f"One to one, {len(source)} against {len(kept)} articles, {len(there & set(stories))} stories in both:")
    for kinds in (("news",), APART):
        wanted = [one for one in source if one.kind in kinds and one.story in there]
        given = [
            row for row in chosen(found, probability, LEAST, many=False) if source[found.source[row]].kind in kinds
        ]
        right = [row for row in given if source[found.source[row]].story == kept[found.target[row]].story]
        print(
            f"  {' and '.join(kinds):24s} {len(wanted):4d} with a counterpart: "
            f"precision {len(right) / len(given):.3f}, recall {len(right) / len(wanted):.3f}"
        )
    right_of = np.array([source[i].story == kept[j].story for i, j in zip(found.source, found.target, strict=True)])
    print("  probability of all candidates, and how many are right:")
    for low, high in pairwise(BANDS):
        band = (probability >= low) & (probability < high)
        if band.any():
            said, came = probability[band].mean(), right_of[band].mean()
            print(f"    {low:.2f} to {min(high, 1):.2f}: {said:.3f} said, {came:.3f} right ({band.sum()})")
    print()


def once(known: list[Known]) -> list[Known]:
    """One article of each story: one written apart where there is one, and no edited one."""
    taken: dict[str, Known] = {}
    for one in sorted(known, key=lambda one: one.kind not in APART):
        if one.kind in ("news", "announcements", *APART):
            taken.setdefault(one.story, one)
    return sorted(taken.values(), key=lambda one: one.article.name)


def fresh_encoder() -> CachingEmbedder:
    """The product's encoder, loaded, without a memory."""
    fresh = caching(default_encoder(), Cache(NO_HOME, 0))
    fresh.encode([""])
    return fresh


def measure_reading(sides: tuple[list[Known], list[Known]]) -> None:
    """Time of reading and encoding real news."""
    real = [one.article for side in sides for one in [one for one in side if one.kind == "news"][:REAL]]
    fresh, started = fresh_encoder(), time.process_time()
    for start in range(0, len(real), CHUNK):
        sketch_articles(real[start : start + CHUNK], fresh)
    seconds = time.process_time() - started
    characters = sum(len(article.text) for article in real) / len(real)
    print(f"Real news of {characters:,.0f} characters: {len(real) / seconds:.1f} articles sketched a CPU second\n")


def measure_made(count: int) -> float:
    """Time, bytes and matches of made-up articles, read and encoded in earnest; CPU seconds of one article."""
    fresh = fresh_encoder()
    sides, started = [], time.process_time()
    for side in (0, 1):
        made = list(articles(count, side))
        chunks = [made[start : start + CHUNK] for start in range(0, len(made), CHUNK)]
        sides.append(
            sketches_of(pair for chunk in chunks for pair in zip(chunk, sketch_articles(chunk, fresh), strict=True))
        )
    seconds = time.process_time() - started
    number = sum(map(len, sides))
    found, probability = found_in(sides[0], sides[1], WINDOW)
    kept = chosen(found, probability, LEAST, many=False)
    names = [[article.name for article in side.articles] for side in sides]
    right = sum(names[0][found.source[row]] == names[1][found.target[row]] for row in kept)
    both = len(set(names[0]) & set(names[1]))
    print(
        f"Made-up articles: {number} sketched, {number / seconds:.1f} a CPU second, "
        f"{sum(side.bytes for side in sides) / number:.0f} bytes each; "
        f"{both} stories in both: precision {right / len(kept):.3f}, recall {right / both:.3f}"
    )
    return seconds / number


def made_sketches(count: int, side: int, days: int = DAYS) -> Sketches:
    """A collection of vectors and keys alone: each story has a direction that both of its articles lean to."""
    chance = np.random.default_rng([18, side])
    stories = np.random.default_rng(18)
    vectors = np.empty((count, 2 * DIMENSIONS), dtype=np.float16)
    for row in range(count):
        story = stories.standard_normal(DIMENSIONS)
        parts = [SIGNAL * story + (1 - SIGNAL) * chance.standard_normal(DIMENSIONS) for _ in range(2)]
        vectors[row] = np.concatenate([part / np.linalg.norm(part) for part in parts])
    when = (FIRST_DAY.toordinal() + np.arange(count) * days // count + chance.integers(0, 2, count)).astype(np.int32)
    keys = np.sort((chance.zipf(1.3, (count, KEYS)) % COMMON_KEYS * 2).astype(np.uint32), axis=1)
    keys[:, 0] = np.arange(count) * 2 + 2 * COMMON_KEYS
    keys = np.sort(keys, axis=1)
    distinct = [np.unique(row) for row in keys]
    starts = np.concatenate([[0], np.cumsum([len(row) for row in distinct])])
    named = tuple(Article(str(row), "", "-") for row in range(count))
    return Sketches(named, (("ru", "en")[side],) * count, when, vectors, np.concatenate(distinct), starts)


def measure_growth(sizes: Sequence[int], each: float) -> None:
    """Seconds of the search and of everything, by the size of both collections."""
    print("articles a side   search CPU s   us an article   whole CPU s   articles/s   found   peak MiB")
    for size in sizes:
        sides = made_sketches(size, 0), made_sketches(size, 1)
        started = time.process_time()
        found, probability = found_in(*sides, WINDOW)
        kept = chosen(found, probability, LEAST, many=False)
        seconds = time.process_time() - started
        right = np.mean([found.source[row] == found.target[row] for row in kept]) * len(kept) / size
        whole = seconds + 2 * size * each
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:15d} {seconds:14.2f} {1e6 * seconds / (2 * size):15.0f} {whole:13.0f} {2 * size / whole:12.1f} "
            f"{right:7.3f} {peak:10.0f}"
        )


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--made", type=int, default=500, help="made-up stories that are read and encoded")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000], help="made-up collections")
    leave_out_second()
    given = asked(parser)
    russian, english = known_articles(given.data)
    measure_ranks([one for one in russian if one.half == "measure"], english)
    measure_whole(russian, english)
    measure_reading((russian, english))
    measure_growth(given.sizes, measure_made(given.made))


if __name__ == "__main__":
    main()
