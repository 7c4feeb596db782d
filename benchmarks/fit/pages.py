"""Fit the model that tells the lines of a page: furniture, headline, or the story.

    python -m benchmarks.fit.pages [--data ../shared/eval] [--pages FILE ...] [--test FILE] [--write]

Learns from whole pasted pages, from the same with less furniture or around other stories, and from development
documents without furniture. Prints what it reaches in cross-validation, no page judged by a model that saw its pair;
--test instead measures a file of pages that is not learned from. Needs scikit-learn, which using Parallax does not.
"""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.data.development import STORIES, asked, data_file, news
from benchmarks.data.fitted import fit_parser, write_model
from benchmarks.data.pages import FOLDS, FURNITURE, HEADLINE, OWN, PLAIN, UNKNOWN, Page, pages, stories, variations
from benchmarks.fit.alignment import fitted_trees
from translate.models.stored import NO_ENCODER
from translate.models.trees import trees_from
from translate.text.cleaning import assign_roles
from translate.text.line_features import page_features
from translate.text.page_model import OF_GUESSES, Judgement, PageModel, feature_names, model_from, second_features

INNER_FOLDS = 2  # the second question must learn from first answers on pages that the first has not seen
SETTINGS = {"learning_rate": 0.08, "max_iter": 100, "max_leaf_nodes": 10, "min_samples_leaf": 15, "max_bins": 63}
EASY_LENGTH = 80  # characters of a line that hardly looks like furniture
EASY, HARD = 0.05, 0.4  # shares of the long and the short lines of plain stories learned from; they count for all
OF_PAGES = 2.0  # what a line of a page as pasted counts, where one of a variation or of a plain story counts 1
OF_STORY = 2.0  # what a line of the story counts there, beside one of furniture: to lose it is worse


@dataclass
class Example:
    """One page: its features and what is learned from it."""

    page: Page
    features: np.ndarray
    furniture: np.ndarray
    headline: np.ndarray
    weights: np.ndarray
    weights_of_headline: np.ndarray


def example(page: Page, random: np.random.Generator, *, plain: bool) -> Example:
    names, features = page_features(page.lines)
    labels = np.array(page.labels)
    weights = np.where(labels == FURNITURE, 1.0, 1.0 if plain else OF_STORY)
    weights *= OF_PAGES if page.original else 1.0
    if plain:
        share = np.array([HARD if len(line.core) < EASY_LENGTH else EASY for line in page.lines])
        share[(labels == FURNITURE) | (features[:, names.index("rule")] > 0)] = 1.0
        weights *= (random.random(len(labels)) < share) / share
    titles = np.array([line.title_like for line in page.lines])
    known = ~((labels == UNKNOWN) & titles)
    return Example(page, features, labels == FURNITURE, labels == HEADLINE, weights, weights * known)


def _trees(examples: Sequence[Example], features: Sequence[np.ndarray], question: str) -> dict[str, Any]:
    weights = [item.weights if question == FURNITURE else item.weights_of_headline for item in examples]
    kept = [values > 0 for values in weights]
    return fitted_trees(
        [values[keep] for values, keep in zip(features, kept, strict=True)],
        [getattr(item, question)[keep] for item, keep in zip(examples, kept, strict=True)],
        np.concatenate([values[keep] for values, keep in zip(weights, kept, strict=True)]),
        SETTINGS,
    )


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """All trees: those of the second question from first answers of trees that have not seen the pair."""
    first = {question: [np.zeros(0)] * len(examples) for question in (FURNITURE, HEADLINE)}
    for fold in range(INNER_FOLDS):
        seen = [item for item in examples if item.page.fold % INNER_FOLDS != fold]
        for question, guesses in first.items():
            trees = trees_from(_trees(seen, [item.features for item in seen], question))
            for k, item in enumerate(examples):
                if item.page.fold % INNER_FOLDS == fold:
                    guesses[k] = trees.probability(item.features)
    second = [
        second_features(item.page.lines, item.features, Judgement(furniture, headline))
        for item, furniture, headline in zip(examples, first[FURNITURE], first[HEADLINE], strict=True)
    ]
    own = [item.features for item in examples]
    return {
        "features": [*feature_names(), *OF_GUESSES],
        "first_furniture": _trees(examples, own, FURNITURE),
        "first_headline": _trees(examples, own, HEADLINE),
        "furniture": _trees(examples, second, FURNITURE),
        "headline": _trees(examples, second, HEADLINE),
    }


def measure(found: Sequence[Page], model: PageModel | None, *, show: bool) -> dict[str, Counter[str]]:
    """Counts of lines by what they are and what became of them, for each source of pages."""
    counts: dict[str, Counter[str]] = {}
    for page in found:
        count = counts.setdefault(page.source, Counter())
        roles = assign_roles(page.text, page.paragraphs, model)
        titled = [line for line in page.lines if "headline" in {roles[k] for k in line.sentences}]
        count["titled"] += len(titled)
        for line, label, kind in zip(page.lines, page.labels, page.kinds, strict=True):
            of_line = [roles[k] for k in line.sentences]
            aside = all(role == "boilerplate" for role in of_line)
            if label == FURNITURE:
                count["furniture"] += 1
                count["furniture aside"] += aside
                count[f"kind {kind}"] += 1
                count[f"kind {kind} aside"] += aside
            else:
                count["story"] += 1
                count["story lost"] += aside
                count["sentences"] += len(of_line)
                count["sentences lost"] += of_line.count("boilerplate")
            if label == HEADLINE:
                count["headline"] += 1
                count["headline right"] += "headline" in of_line
            if show and (aside != (label == FURNITURE) or (label == HEADLINE and "headline" not in of_line)):
                print(f"  {page.source} {page.name} {page.language} {label} {of_line[0]}: {line.text[:110]}")
    return counts


def print_counts(counts: dict[str, Counter[str]]) -> None:
    def share(count: Counter[str], part: str, whole: str) -> str:
        return f"{count[part] / count[whole]:.3f}" if count[whole] else "-"

    print(f"{'':34} furniture  aside story lines   lost headline sentences lost")
    total: Counter[str] = Counter()
    for source, count in counts.items():
        total.update(count)
        print(
            f"{source:34} {count['furniture']:9} {share(count, 'furniture aside', 'furniture'):>6} {count['story']:11} "
            f"{share(count, 'story lost', 'story'):>6} {share(count, 'headline right', 'headline'):>8} "
            f"{count['sentences lost']:6} {1e4 * count['sentences lost'] / count['sentences']:.1f}/10,000"
        )
    kinds = sorted(name for name in total if name.startswith("kind ") and not name.endswith(" aside"))
    print("\n".join(f"  {name[5:]:24} {total[name]:5} {share(total, f'{name} aside', name)}" for name in kinds))


def merged(into: dict[str, Counter[str]], more: dict[str, Counter[str]]) -> None:
    for source, count in more.items():
        into.setdefault(source, Counter()).update(count)


def arguments() -> Namespace:
    parser = fit_parser(__doc__)
    parser.add_argument("--pages", type=Path, nargs="+", help="files of pages; ours and dev_pages if not named")
    parser.add_argument("--test", type=Path, help="a file of pages that is measured and not learned from")
    parser.add_argument("--show", action="store_true", help="print every line judged wrongly")
    return asked(parser)


def main() -> None:
    given = arguments()
    files = given.pages or [data_file(given.data, "dev_pages"), *sorted(OWN.glob("*.jsonl"))]
    random = np.random.default_rng(0)
    originals, documents = pages(files), stories(given.data)
    learned = [example(page, random, plain=False) for page in (*originals, *variations(originals, documents))]
    learned += [example(page, random, plain=True) for page in documents]
    count = sum(int((item.weights > 0).sum()) for item in learned)
    print(f"{len(originals)} pages, {len(learned)} with variations and plain stories, {count} lines", file=sys.stderr)
    counts: dict[str, Counter[str]] = {}
    if given.test:
        merged(counts, measure(pages([given.test]), model_from(fit(learned)), show=given.show))
    else:
        for fold in range(FOLDS):
            model = model_from(fit([item for item in learned if item.page.fold != fold]))
            unseen = [page for page in (*originals, *documents) if page.fold == fold]
            merged(counts, measure(unseen, model, show=given.show))
    print_counts(counts)
    if given.write:
        names = (*STORIES, *PLAIN, *news(given.data), "dev_retold")
        write_model("pages", fit(learned), [*files, *(data_file(given.data, name) for name in names)], NO_ENCODER)


if __name__ == "__main__":
    main()
