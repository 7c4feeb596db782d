"""How well and how fast articles of two collections are matched.

    python -m benchmarks.measure.match [--data ../shared/eval] [--made 500] [--sizes 1000 10000 100000] [--undated ...]

Of the development documents and our own retold stories only the half that nothing was fitted on is asked for, and that
half is looked for among all English articles of both halves, with those of other events on the same topics. No article
there has a date, so nothing is left to the window. An article of one of two outlets is looked for without the
translations of it that the data have beside it.
Of made-up articles (benchmarks/data/many_articles.py) those of the first size are read and encoded in earnest; larger
collections are made of vectors and keys alone, so that the search can be timed.
"""

import os
import resource
import time
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from unittest.mock import patch

import numpy as np

from benchmarks.data.development import asked, data_parser, encoder
from benchmarks.data.fitted import leave_out_second
from benchmarks.data.many_articles import DAYS, FIRST_DAY, articles
from benchmarks.data.story_collections import APART, KEPT_NAME, OTHER, Known, known_articles, withheld
from benchmarks.measure.alignment_scores import expected_calibration_error
from translate.engines.cache import LIMIT_VARIABLE, Cache
from translate.engines.cached import CachingEmbedder, caching
from translate.engines.encoder import default_encoder
from translate.engines.protocols import fitted_name
from translate.installation import NO_HOME
from translate.matching.articles import Article
from translate.matching.evidence import Floats
from translate.matching.matches import LEAST, WINDOW, chosen, match
from translate.matching.pairs_file import pairs_text
from translate.matching.probability import Candidates, candidates, matching_model, probabilities
from translate.matching.sketches import Sketches, sketch_articles, sketches_of
from translate.matching.sketching import CHUNK

RECALL = 0.95
REAL = 100  # news of either language by which reading is timed
BANDS = (0.0, 0.05, 0.2, 0.5, 0.8, 0.95, 1.0001)
DIMENSIONS = 512
THREADS = 2  # of the search
SIGNAL = 0.75  # of an article's made-up vector, what it has from its story
KEYS, COMMON_KEYS = 25, 5000  # of a made-up article, and of all


def sketched(known: Sequence[Known]) -> Sketches:
    """Articles as the product keeps them, encoded once."""
    sketches = sketch_articles([one.article for one in known], encoder())
    return sketches_of(
        (one.article, sketch) for one, sketch in zip(known, sketches, strict=True) if not isinstance(sketch, Exception)
    )


def found_in(
    source: Sketches, target: Sketches, window: int | None, *, many: bool = False, threads: int = 1
) -> tuple[Candidates, Floats]:
    model = matching_model(fitted_name(encoder()))
    found = candidates(source, target, model.background, window=window, threads=threads)
    return found, probabilities(found, model.many if many else model.one)


def best(rows: np.ndarray, probability: Floats) -> int | None:
    """The most probable of some candidates."""
    return int(rows[np.argmax(probability[rows])]) if len(rows) else None


@dataclass(frozen=True, slots=True)
class Answer:
    """The most probable counterpart of an article.

    Attributes:
        one: The article.
        probability: That the two tell the same story; 0 where none is near.
        right: Whether they do.
        possible: Whether the collection has a counterpart.
    """

    one: Known
    probability: float
    right: bool
    possible: bool


def answers(russian: list[Known], english: list[Known], kinds: Container[str]) -> list[Answer]:
    """The best candidate of each article of some kinds; one written apart is not given the translations of it."""
    found, probability = found_in(sketched(russian), sketched(english), None)
    there = {other.pair for other in english}
    given = []
    for i, one in enumerate(russian):
        if one.kind not in kinds:
            continue
        rows = np.flatnonzero(found.source == i)
        others = [english[j] for j in found.target[rows]]
        asked = np.array([one.kind not in APART or k.pair == one.pair or k.story != one.story for k in others], bool)
        top = best(rows[asked], probability)
        right = top is not None and english[found.target[top]].story == one.story
        possible = one.kind != OTHER and one.pair in there
        given.append(Answer(one, 0.0 if top is None else float(probability[top]), right, possible))
    return given


def measure_ranks(russian: list[Known], english: list[Known]) -> None:
    """Recall at the first place by kind, and precision for articles that were written apart."""
    given = answers(russian, english, {one.kind for one in russian})
    print(f"{len(russian)} Russian articles, each looked for among {len(english)} English ones\n")
    print("kind            articles  recall@1")
    asked = [answer for answer in given if answer.possible]
    for kind in dict.fromkeys(answer.one.kind for answer in asked):
        hits = [answer.right for answer in asked if answer.one.kind == kind]
        print(f"{kind:15s} {len(hits):8d}  {np.mean(hits):.3f}")
    print(f"{'all':15s} {len(asked):8d}  {np.mean([answer.right for answer in asked]):.3f}\n")
    report_precision("Written apart", [answer for answer in asked if answer.one.kind in APART])
    print()


def report_precision(name: str, asked: Sequence[Answer]) -> None:
    """At the probability where RECALL is reached, and at the usual least one; articles without a counterpart count."""
    possible = sum(answer.possible for answer in asked)
    surest = sorted((answer.probability for answer in asked if answer.right), reverse=True)
    needed = int(np.ceil(RECALL * possible))
    least = {"the usual least": LEAST}
    if len(surest) >= needed:
        least = {f"recall {RECALL}": surest[needed - 1], **least}
    for told, probability in least.items():
        given = [answer.right for answer in asked if answer.probability >= probability]
        print(
            f"{name} ({possible} of {len(asked)} with a counterpart), at {told} (probability {probability:.3f}): "
            f"recall {sum(given) / possible:.3f}, precision {np.mean(given):.3f}"
        )


def measure_reliability(russian: list[Known], english: list[Known]) -> None:
    """Whether the probability of the best candidate says how often it is right, with and without a counterpart.

    Each article is asked for twice, among articles in which every second story has no counterpart, and then the others.
    """
    asked = [
        answer
        for absent in (0, 1)
        for answer in answers(russian, [one for one in english if withheld(one) != absent], (*APART, OTHER))
    ]
    print("Every second story without its counterpart, articles written apart and of other events on the same topics:")
    report_precision("Written apart", asked)
    for name, part in (
        ("with a counterpart", [answer for answer in asked if answer.possible]),
        ("without one", [answer for answer in asked if not answer.possible]),
        ("together", asked),
        ("of these, kept back from all reading", [one for one in asked if one.one.topic.startswith(KEPT_NAME)]),
    ):
        said, came = said_and_came(part)
        error = expected_calibration_error([*zip(said.tolist(), came.tolist(), strict=True)], bins=5)
        print(
            f"  {name} ({len(part)}): Brier score {np.mean((said - came) ** 2):.3f}, calibration error {error:.3f}, "
            f"given a wrong one {np.mean((said >= LEAST) & ~came):.3f}"
        )
    print_bands(*said_and_came(asked))
    print()


def said_and_came(given: Sequence[Answer]) -> tuple[Floats, np.ndarray]:
    """Probabilities, and whether they came true."""
    return np.array([one.probability for one in given]), np.array([one.right for one in given])


def print_bands(said: Floats, came: np.ndarray) -> None:
    for low, high in pairwise(BANDS):
        band = (said >= low) & (said < high)
        if band.any():
            print(
                f"    {low:.2f} to {min(high, 1):.2f}: {said[band].mean():.3f} said, {came[band].mean():.3f} right "
                f"({band.sum()})"
            )


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
    kind_of = np.array([source[i].kind for i in found.source])
    for kinds in (("news", *APART, OTHER), ("announcements",)):  # of releases, which are all alike
        some = np.isin(kind_of, kinds)
        print(f"  probability of all candidates of {', '.join(kinds)}, and how many are right:")
        print_bands(probability[some], right_of[some])
    print()


def measure_many(russian: list[Known], english: list[Known]) -> None:
    """What `match` with `many` gives of stories of which the other collection has a whole article, two, parts, or none.

    The second article of a story is that of another version of it, or what an editor made of the same one.
    """
    source = [one for one in once(russian) if one.half == "measure" and one.kind != OTHER]
    by_story: dict[str, list[Known]] = {}
    for one in english:
        by_story.setdefault(one.story, []).append(one)
    target: list[Known] = [one for one in english if one.kind == OTHER]
    told: dict[str, str] = {}
    for number, one in enumerate(source):
        there = by_story[one.story]
        own = next(k for k in there if k.pair == one.pair)
        another = [k for k in there if k.article.text != own.article.text]
        told[one.story] = ("one", "two" if another else "one", "parts", "none")[number % 4]
        if told[one.story] == "parts":
            target += [replace(own, article=article) for article in parts(own.article)]
        elif told[one.story] != "none":
            target += [own, *another[:1]] if told[one.story] == "two" else [own]
    found, probability = found_in(sketched(source), sketched(target), None, many=True)
    given = chosen(found, probability, LEAST, many=True)
    print(f"Several counterparts allowed, {len(source)} against {len(target)} articles, by what the other side has:")
    for kind in dict.fromkeys(told.values()):
        rows = [row for row in given if told[source[found.source[row]].story] == kind]
        right = [row for row in rows if source[found.source[row]].story == target[found.target[row]].story]
        wanted = sum(told.get(one.story) == kind for one in target)
        print(
            f"  {kind:6s} {sum(value == kind for value in told.values()):4d} stories, {wanted:4d} articles: "
            f"{len(right)} given, {len(rows) - len(right)} wrong ones"
        )
    print()


def parts(article: Article) -> tuple[Article, Article]:
    """An article cut in two between sentences of its paragraphs, each half under the headline."""
    headline, _, body = article.text.partition("\n\n")
    middle = body.find(". ", len(body) // 2) + 1 or len(body) // 2
    halves = body[:middle].strip(), body[middle:].strip()
    first, second = (
        replace(article, name=f"{article.name}/{number}", text=f"{headline}\n\n{half}")
        for number, half in enumerate(halves)
    )
    return first, second


def once(known: list[Known]) -> list[Known]:
    """One article of each story: one written apart where there is one, and no edited one."""
    taken: dict[str, Known] = {}
    for one in sorted(known, key=lambda one: one.kind not in APART):
        if one.kind in ("news", "announcements", *APART, OTHER):
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


def measure_growth(sizes: Sequence[int], each: float, window: int | None) -> None:
    """Seconds of the search, by two threads, and of everything, by the size of both collections."""
    print("\nNo day is known:" if window is None else f"\nWithin {window} days:")
    print("articles a side   search s   CPU s   us an article   whole CPU s   articles/s   found   peak MiB")
    for size in sizes:
        sides = made_sketches(size, 0), made_sketches(size, 1)
        started, clock = time.process_time(), time.perf_counter()
        found, probability = found_in(*sides, window, threads=THREADS)
        kept = chosen(found, probability, LEAST, many=False)
        seconds, clock = time.process_time() - started, time.perf_counter() - clock
        right = sum(found.source[row] == found.target[row] for row in kept) / size
        whole = seconds + 2 * size * each
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:15d} {clock:10.1f} {seconds:7.1f} {1e6 * seconds / (2 * size):15.0f} {whole:13.0f} "
            f"{2 * size / whole:12.1f} {right:7.3f} {peak:10.0f}",
            flush=True,
        )


def measure_workers(count: int) -> None:
    """Whether two processes give the same as one, and how much sooner, from reading to the table of pairs."""
    made = [list(articles(count, side)) for side in (0, 1)]
    tables, seconds = [], []
    with patch.dict(os.environ, {LIMIT_VARIABLE: "0"}):  # nobody remembers what another one has encoded
        for workers in (1, 2):
            clock = time.perf_counter()
            tables.append(pairs_text(match(*made, workers=workers)))
            seconds.append(time.perf_counter() - clock)
    print(
        f"{sum(map(len, made))} made-up articles by one process: {seconds[0]:.1f} s, by two: {seconds[1]:.1f} s, "
        f"{seconds[0] / seconds[1]:.2f} times as fast; the same bytes: {tables[0] == tables[1]}"
    )


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--made", type=int, default=500, help="made-up stories that are read and encoded")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000], help="made-up collections")
    parser.add_argument("--undated", type=int, nargs="*", default=[1000, 10_000, 30_000], help="others without days")
    leave_out_second()
    given = asked(parser)
    russian, english = known_articles(given.data)
    asked_for = [one for one in russian if one.half == "measure"]
    measure_ranks(asked_for, english)
    measure_reliability(asked_for, english)
    measure_whole(russian, english)
    measure_many(russian, english)
    measure_reading((russian, english))
    each = measure_made(given.made)
    measure_workers(given.made)
    measure_growth(given.sizes, each, WINDOW)
    measure_growth(given.undated, each, None)


if __name__ == "__main__":
    main()
