"""Fit what the vectors of words tell of their translation: translate/differences/contrasts/word_judgement.py.

    python -m benchmarks.fit.meaning_words [--data ../shared/eval] [--write]

Two words say the same if the dictionary says so; the others are near ones that it does not link, and some at random.
Another thing stands in a place where replaced_words.py put it; words without a counterpart that stand so in untouched
news are other wordings. A word is told faithfully if its dictionary links it with a word of the sentence opposite.
Read is every second document of the half of the news that meaning.py does not count on; it fits on the others. Prints
the area under the curve on words, and on documents, that were not fitted on. Needs scikit-learn.
"""

import random
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from benchmarks.data.development import asked, data_file, encoder, rows, told
from benchmarks.data.fitted import fit_parser, write_model
from benchmarks.data.replaced_words import OTHER, looked_at, replaced
from translate.differences.bead_side import sides_between
from translate.differences.contrasts.aligned_words import align_words, of_words
from translate.differences.contrasts.meaning_features import free_words, places_of
from translate.differences.contrasts.word_judgement import OF_WORD
from translate.languages.bilingual import Bilingual, bilingual, relation_of

SEED = 14
WORDS, NEAREST, NEAR, ANY, LISTED = 9000, 40, 6, 2, 4  # looked at: words, and for each so many others
FOLDS = 5  # one of which is kept back
SCALES = 20.0, 5.0  # of products and of distances, so that both weigh alike under one regularisation
SOFTNESS, SOFTNESS_OF_WORDS = 0.02, 0.01
TIMES = 2  # words replaced in each side of a line
LENGTH_OF_PAIR = 6.0
LENGTH = 10.0  # of vectors beside the other features of a word
LEAST_WEIGHT = 0.003  # likewise
PARTS = ("n", "v", "adj", "adv")


def same(of: Bilingual) -> dict[str, Any]:
    """Fit whether two words of the languages say the same."""
    chance = np.random.default_rng(SEED)
    ours, theirs = list(of.first.dictionary.entries), list(of.second.dictionary.entries)
    left, right = encoder().encode(ours), encoder().encode(theirs)
    place = {word: k for k, word in enumerate(theirs)}
    parts = [[entries[0].part for entries in side.dictionary.entries.values()] for side in (of.first, of.second)]
    part_there = np.array(parts[1])
    chosen = chance.permutation([k for k, part in enumerate(parts[0]) if part in PARTS])[:WORDS]
    found: list[tuple[int, int, bool]] = []
    for k in chosen.tolist():
        listed = [place[word] for word in sorted(of.equivalents.translations[ours[k]]) if word in place]
        cosines = right @ left[k]
        cosines[listed] = cosines[part_there != parts[0][k]] = -2
        near = chance.permutation(np.argpartition(-cosines, NEAREST)[:NEAREST])[:NEAR].tolist()
        strangers = [j for j in chance.integers(0, len(theirs), ANY).tolist() if j not in listed]
        relations = [(j, relation_of(of, ours[k], theirs[j])) for j in near]
        found += [(k, j, True) for j in listed[:LISTED]]
        found += [(k, j, False) for j, relation in relations if not relation.kin and relation.root < 0.5]
        found += [(k, j, False) for j in strangers]
    pairs = np.array(found)
    one, two, right_ones = left[pairs[:, 0]], right[pairs[:, 1]], pairs[:, 2].astype(bool)
    x = np.concatenate([one * two * SCALES[0], np.abs(one - two) * SCALES[1]], axis=1)
    kept = pairs[:, 0] % FOLDS == 0
    model = LogisticRegression(C=SOFTNESS, max_iter=300).fit(x[~kept], right_ones[~kept])
    areas = [
        roc_auc_score(right_ones[kept], said)
        for said in ((one * two).sum(axis=1)[kept], model.decision_function(x[kept]))
    ]
    print(f"same: {len(pairs)} pairs, area under the curve of the cosine {areas[0]:.3f}, fitted {areas[1]:.3f}")
    weights = LogisticRegression(C=SOFTNESS, max_iter=300).fit(x, right_ones)
    product, difference = np.split(weights.coef_[0], 2)
    return {
        "base": round(float(weights.intercept_[0]), 3),
        "product": (product * SCALES[0]).round(2).tolist(),
        "difference": (difference * SCALES[1]).round(2).tolist(),
    }


def faithful(folder: Path, of: Bilingual) -> list[dict[str, Any]]:
    """Fit, for each language, whether a word is told by an equivalent of the dictionary."""
    found: list[list[tuple[np.ndarray, bool, int]]] = [[], []]
    for number, row in enumerate(rows(folder, *looked_at(folder))[1::2]):
        stories = told(row, "ru"), told(row, "en")
        for line in range(min(len(row["ru"]), len(row["en"]))):
            aligned = align_words(*sides_between(*stories, (line,), (line,)), encoder(), of)
            for side, (passage, axis) in enumerate(((aligned.source, 1), (aligned.target, 0))):
                linked = aligned.linked.any(axis=axis)
                features = np.concatenate([passage.alone * LENGTH, of_words(passage)], axis=1)
                found[side] += [
                    (features[k].astype(np.float32), bool(linked[k]), number)
                    for k, word in enumerate(passage.words)
                    if word.known and not word.fact and aligned.linked.size
                ]
    fitted = []
    for words in found:
        x, y, owner = (
            np.stack([word[0] for word in words]),
            np.array([word[1] for word in words]),
            np.array([word[2] for word in words]),
        )
        kept = owner % FOLDS == 0
        model = LogisticRegression(C=SOFTNESS_OF_WORDS, max_iter=300).fit(x[~kept], y[~kept])
        area = roc_auc_score(y[kept], model.decision_function(x[kept]))
        print(f"faithful: {len(y)} words, {y.mean():.2f} linked, area under the curve {area:.3f}")
        model = LogisticRegression(C=SOFTNESS_OF_WORDS, max_iter=300).fit(x, y)
        weights = model.coef_[0] * np.r_[np.full(x.shape[1] - len(OF_WORD), LENGTH), np.ones(len(OF_WORD))]
        fitted.append({"base": round(float(model.intercept_[0]), 3), "weights": weights.round(3).tolist()})
    return fitted


def another(folder: Path, of: Bilingual) -> dict[str, Any]:
    """Fit whether two words in one place are a replacement or only another wording."""
    chance = random.Random(SEED)
    pairs: list[tuple[str, str, bool, int]] = []
    for number, row in enumerate(rows(folder, *looked_at(folder))[1::2]):
        stories = told(row, "ru"), told(row, "en")
        for line in range(min(len(row["ru"]), len(row["en"]))):
            aligned = align_words(*sides_between(*stories, (line,), (line,)), encoder(), of)
            ours, theirs = free_words(aligned)
            place = places_of(aligned)
            for i in ours:
                for j in theirs:
                    one, two = aligned.source.words[i], aligned.target.words[j]
                    near = place[i, j] <= 1 and not aligned.linked[i, j] and one.parts & two.parts
                    if near and not relation_of(of, one.text, two.text).kin:
                        pairs.append((one.text, two.text, False, number))
            for side in ("ru", "en") * TIMES:
                edit = replaced(row, line, side, chance)
                if edit and edit.sort != "opposite":
                    there = row[OTHER[side]][line][slice(*edit.counterpart)].lower()
                    new = edit.text[slice(*edit.place)].lower()
                    pairs.append((*((new, there) if side == "ru" else (there, new)), True, number))
    one, two = (encoder().encode([pair[side] for pair in pairs]) for side in (0, 1))
    scales = np.repeat((*SCALES, LENGTH_OF_PAIR, LENGTH_OF_PAIR), one.shape[1])
    x = np.concatenate([one * two, np.abs(one - two), one, two], axis=1) * scales
    y, owner = np.array([pair[2] for pair in pairs]), np.array([pair[3] for pair in pairs])
    kept = owner % FOLDS == 0
    model = LogisticRegression(C=LEAST_WEIGHT, max_iter=300).fit(x[~kept], y[~kept])
    area = roc_auc_score(y[kept], model.decision_function(x[kept]))
    print(f"another: {len(y)} pairs, {y.mean():.2f} replaced, area under the curve {area:.3f}")
    model = LogisticRegression(C=LEAST_WEIGHT, max_iter=300).fit(x, y)
    weights = (model.coef_[0] * scales).round(2).tolist()
    return {"base": round(float(model.intercept_[0]), 3), "weights": weights}


def main() -> None:
    given = asked(fit_parser(__doc__))
    of = bilingual("ru", "en")
    assert of is not None
    record = {
        "features": list(OF_WORD),
        **same(of),
        "another": another(given.data, of),
        "faithful": faithful(given.data, of),
    }
    if given.write:
        write_model("meaning_words", record, [data_file(given.data, name) for name in looked_at(given.data)])


if __name__ == "__main__":
    main()
