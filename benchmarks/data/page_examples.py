"""What is learned from pages, and what became of their lines: shared by the fits of one page and of two."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.data.development import STORIES, data_file, news
from benchmarks.data.fitted import fit_parser
from benchmarks.data.pages import (
    FURNITURE,
    HEADLINE,
    OWN,
    PLAIN,
    UNKNOWN,
    UNTOLD,
    Page,
    Pair,
    around_stories,
    pages,
    real_pages,
    stories,
    variations,
)
from benchmarks.fit.alignment import fitted_trees
from translate.models.trees import Trees, trees_from
from translate.text.document import SURE, Sentence
from translate.text.line_features import page_features

HALVES = 2  # a second question must learn from first answers on pages that the first has not seen
SETTINGS = {"learning_rate": 0.08, "max_iter": 100, "max_leaf_nodes": 10, "min_samples_leaf": 15, "max_bins": 63}
EASY_LENGTH = 80  # characters of a line that hardly looks like furniture
EASY, HARD = 0.05, 0.4  # shares of the long and the short lines of plain stories learned from; they count for all
OF_PAGES = 2.0  # what a line of a page as pasted counts, where one of a variation or of a plain story counts 1
OF_STORY = 2.0  # what a line of the story counts there, beside one of furniture: to lose it is worse


@dataclass(eq=False)
class Example:
    """One page: its features and what is learned from it.

    Attributes:
        page: The page.
        features: Of its lines, shape (n, k).
        furniture, headline: Whether each line is.
        weights: How much each line counts for the one question, and `weights_of_headline` for the other.
    """

    page: Page
    features: np.ndarray
    furniture: np.ndarray
    headline: np.ndarray
    weights: np.ndarray
    weights_of_headline: np.ndarray


class ExamplePair(NamedTuple):
    """Both sides of a pair."""

    source: Example
    target: Example

    @property
    def as_read(self) -> bool:
        return Pair(self.source.page, self.target.page).as_read


@dataclass(frozen=True)
class Material:
    """All that is learned from and counted on.

    Attributes:
        originals: Pages as pasted.
        documents: Development documents without furniture.
        learned: Examples of these and of variations of the pages.
        real: Examples of pages of one side.
    """

    originals: list[Pair]
    documents: list[Pair]
    learned: list[ExamplePair]
    real: list[Example]

    def others(self, fold: int | None) -> tuple[list[ExamplePair], list[Example]]:
        """What is learned from where a fold is kept apart."""
        pairs = [pair for pair in self.learned if pair.source.page.fold != fold]
        return pairs, [item for item in self.real if item.page.fold != fold]


def page_parser(description: str | None) -> ArgumentParser:
    """What both fits of pages understand."""
    parser = fit_parser(description)
    parser.add_argument("--pages", type=Path, nargs="+", help="files of pages; ours and dev_pages if not named")
    parser.add_argument("--real", type=Path, nargs="*", default=[], help="files that measure.real_pages labelled")
    parser.add_argument("--test", type=Path, help="a file of pages that is measured and not learned from")
    parser.add_argument("--show", action="store_true", help="print every line judged wrongly")
    return parser


def page_files(data: Path) -> list[Path]:
    return [data_file(data, "dev_pages"), *sorted(OWN.glob("*.jsonl"))]


def all_files(data: Path, files: Sequence[Path]) -> list[Path]:
    """What a model that learned from these pages was fitted on."""
    return [*files, *(data_file(data, name) for name in (*STORIES, *PLAIN, *news(data), "dev_retold"))]


def material(data: Path, files: Sequence[Path], real_files: Sequence[Path] = ()) -> Material:
    random = np.random.default_rng(0)
    originals, documents = pages(files), stories(data)
    real = [page for file in real_files for page in real_pages(file)]
    varied = (*variations(originals, documents), *around_stories(real, documents))
    learned = [_examples(pair, random, plain=False) for pair in (*originals, *varied)]
    learned += [_examples(pair, random, plain=True) for pair in documents]
    return Material(originals, documents, learned, [_example(page, random, plain=False) for page in real])


def examples_of(pairs: Sequence[Pair]) -> list[ExamplePair]:
    """Examples that are counted on and not learned from."""
    return [_examples(pair, np.random.default_rng(0), plain=False) for pair in pairs]


def _examples(pair: Pair, random: np.random.Generator, *, plain: bool) -> ExamplePair:
    return ExamplePair(_example(pair.source, random, plain=plain), _example(pair.target, random, plain=plain))


def _example(page: Page, random: np.random.Generator, *, plain: bool) -> Example:
    names, features = page_features(page.lines)
    labels = np.array(page.labels)
    weights = np.where(labels == FURNITURE, 1.0, 1.0 if plain else OF_STORY)
    weights *= OF_PAGES if page.original else 1.0
    weights[labels == UNTOLD] = 0.0
    if plain:
        share = np.array([HARD if len(line.core) < EASY_LENGTH else EASY for line in page.lines])
        share[(labels == FURNITURE) | (features[:, names.index("rule")] > 0)] = 1.0
        weights *= (random.random(len(labels)) < share) / share
    titles = np.array([line.title_like for line in page.lines])
    known = ~((labels == UNKNOWN) & titles)
    return Example(page, features, labels == FURNITURE, labels == HEADLINE, weights, weights * known)


def flat(pairs: Iterable[ExamplePair]) -> list[Example]:
    return [example for pair in pairs for example in pair]


def page_trees(examples: Sequence[Example], features: Sequence[np.ndarray], question: str) -> dict[str, Any]:
    """Trees for one of the two questions, FURNITURE or HEADLINE, as the record that translate.models.trees reads."""
    weights = [item.weights if question == FURNITURE else item.weights_of_headline for item in examples]
    kept = [values > 0 for values in weights]
    return fitted_trees(
        [values[keep] for values, keep in zip(features, kept, strict=True)],
        [getattr(item, question)[keep] for item, keep in zip(examples, kept, strict=True)],
        np.concatenate([values[keep] for values, keep in zip(weights, kept, strict=True)]),
        SETTINGS,
    )


def first_trees(examples: Sequence[Example], question: str) -> Trees:
    return trees_from(page_trees(examples, [item.features for item in examples], question))


def halves(examples: Sequence[Example]) -> list[tuple[list[int], list[int]]]:
    """Numbers of the examples to learn from and to answer for, so that no answer is about a pair learned from."""
    folds = sorted({item.page.fold for item in examples})
    half = [folds.index(item.page.fold) % HALVES for item in examples]
    numbers = range(len(examples))
    return [([k for k in numbers if half[k] != which], [k for k in numbers if half[k] == which]) for which in (0, 1)]


@dataclass
class Tally:
    """Counts of lines by what they are and what became of them."""

    show: bool = False

    def __post_init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}

    def add(self, page: Page, sentences: Sequence[Sentence]) -> None:
        """Count one page, whose sentences have been judged."""
        count = self.counts.setdefault(page.source, Counter())
        for line, label, kind in zip(page.lines, page.labels, page.kinds, strict=True):
            if label == UNTOLD:
                continue
            of_line = [sentences[k] for k in line.sentences]
            aside = all(sentence.role == "boilerplate" for sentence in of_line)
            titled = of_line[0].role == "headline"
            leading = of_line[0].label == "lead"
            doubtful = any(sentence.certainty < SURE for sentence in of_line)
            count["lines"] += 1
            count["doubtful"] += doubtful
            count["doubtful wrong"] += doubtful and aside != (label == FURNITURE)
            count["wrong"] += aside != (label == FURNITURE)
            if label == FURNITURE:
                named = of_line[0].label == ("correction" if of_line[0].label == "correction" else kind)
                count.update({"furniture": 1, "furniture aside": aside, f"kind {kind}": 1, f"kind {kind} aside": aside})
                count[f"kind {kind} named"] += aside and named
            else:
                lost = sum(sentence.role == "boilerplate" for sentence in of_line)
                count.update({"story": 1, "story lost": aside, "sentences": len(of_line), "sentences lost": lost})
            count["leads"] += kind == "lead"
            count["leads right"] += kind == "lead" and leading
            count["called leads"] += leading
            right = label == HEADLINE and titled
            count["headline"] += label == HEADLINE
            count["headline right"] += right
            count["invented"] += HEADLINE not in page.labels and UNKNOWN not in page.labels and titled
            if self.show and (aside != (label == FURNITURE) or (label == HEADLINE and not right)):
                print(
                    f"  {page.source} {page.name} {page.language} {kind or label}, {of_line[0].role}: {line.text[:110]}"
                )

    def show_all(self) -> None:
        print(f"{'':34} furniture  aside story lines   lost headline sentences lost")
        total: Counter[str] = Counter()
        for source, count in self.counts.items():
            total.update(count)
            print(
                f"{source:34} {count['furniture']:9} {_share(count, 'furniture aside', 'furniture'):>6} "
                f"{count['story']:11} {_share(count, 'story lost', 'story'):>6} "
                f"{_share(count, 'headline right', 'headline'):>8} "
                f"{count['sentences lost']:6} {1e4 * count['sentences lost'] / count['sentences']:.1f}/10,000"
            )
        print(f"{'kind':24} lines aside of these named rightly")
        for name in sorted(name for name in total if name.startswith("kind ") and name.count(" ") == 1):
            aside, named = _share(total, f"{name} aside", name), _share(total, f"{name} named", f"{name} aside")
            print(f"  {name[5:]:22} {total[name]:5} {aside} {named}")
        print(f"headlines invented on pages without: {total['invented']}")
        print(f"leads: {total['leads']}, found {total['leads right']} of {total['called leads']} called so")
        print(f"in doubt: {_share(total, 'doubtful', 'lines')} of the lines,", end=" ")
        print(f"of which {_share(total, 'doubtful wrong', 'doubtful')} wrong;", end=" ")
        print(f"{_share(total, 'doubtful wrong', 'wrong')} of what is wrong is in doubt")


def _share(count: Counter[str], part: str, whole: str) -> str:
    return f"{count[part] / count[whole]:.3f}" if count[whole] else "-"
