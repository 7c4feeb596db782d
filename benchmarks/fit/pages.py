"""Fit the model that tells the lines of a page: furniture, headline, or the story.

    python -m benchmarks.fit.pages [--data ../shared/eval] [--pages FILE ...] [--real FILE ...] [--test FILE] [--write]

Learns from whole pasted pages, from the same with less furniture or around other stories, and from development
documents without furniture; of real pages too, where --real names what benchmarks.measure.real_pages has labelled.
Prints what it reaches in cross-validation, no page judged by a model that saw its pair;
--test instead measures a file of pages that is not learned from. Needs scikit-learn, which using Parallax does not.
"""

import sys
from collections.abc import Sequence
from typing import Any

import numpy as np

from benchmarks.data.development import asked
from benchmarks.data.fitted import write_model
from benchmarks.data.page_examples import (
    Example,
    Material,
    Tally,
    all_files,
    first_trees,
    flat,
    halves,
    material,
    page_files,
    page_parser,
    page_trees,
)
from benchmarks.data.pages import FOLDS, FURNITURE, HEADLINE, Page, pages
from translate.models.stored import NO_ENCODER
from translate.text.cleaning import judged_alone, sentences_of, verdict
from translate.text.line_features import feature_names
from translate.text.page_model import OF_GUESSES, Judgement, PageModel, model_from, second_features


def fit(examples: Sequence[Example]) -> dict[str, Any]:
    """All trees: those of the second question from first answers of trees that have not seen the pair."""
    first = {question: [np.zeros(0)] * len(examples) for question in (FURNITURE, HEADLINE)}
    for seen, unseen in halves(examples):
        for question, guesses in first.items():
            trees = first_trees([examples[k] for k in seen], question)
            for k in unseen:
                guesses[k] = trees.probability(examples[k].features)
    second = [
        second_features(item.page.lines, item.features, Judgement(furniture, headline))
        for item, furniture, headline in zip(examples, first[FURNITURE], first[HEADLINE], strict=True)
    ]
    own = [item.features for item in examples]
    return {
        "features": [*feature_names(), *OF_GUESSES],
        "first_furniture": page_trees(examples, own, FURNITURE),
        "first_headline": page_trees(examples, own, HEADLINE),
        "furniture": page_trees(examples, second, FURNITURE),
        "headline": page_trees(examples, second, HEADLINE),
    }


def measure(found: Sequence[Page], model: PageModel, tally: Tally) -> None:
    for page in found:
        judged = judged_alone(page.lines, model)
        decided = verdict(page.lines, judged)
        tally.add(page, sentences_of(page.text, page.paragraphs, page.lines, judged, decided))


def cross_validate(found: Material, tally: Tally) -> None:
    for fold in range(FOLDS):
        pairs, real = found.others(fold)
        model = model_from(fit([*flat(pairs), *real]))
        read = [page for pair in (*found.originals, *found.documents) for page in pair]
        unseen = [page for page in (*read, *(item.page for item in found.real)) if page.fold == fold]
        measure(unseen, model, tally)


def main() -> None:
    given = asked(page_parser(__doc__))
    files = given.pages or [path for path in page_files(given.data) if path != given.test]
    found = material(given.data, files, given.real)
    learned = [*flat(found.learned), *found.real]
    count = sum(int((item.weights > 0).sum()) for item in learned)
    print(f"{len(found.originals)} pairs of pages, {len(found.learned)} in all, {count} lines", file=sys.stderr)
    tally = Tally(given.show)
    if given.test:
        unseen = [page for pair in pages([given.test]) for page in pair]
        measure(unseen, model_from(fit(learned)), tally)
    else:
        cross_validate(found, tally)
    tally.show_all()
    if given.write:
        write_model("pages", fit(learned), all_files(given.data, [*files, *given.real]), NO_ENCODER)


if __name__ == "__main__":
    main()
