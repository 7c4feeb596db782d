"""How well forced decoding tells planted changes in sentences of the samples: words, numbers and phrases left out.

    python -m benchmarks.measure.forced_decoding [--installed] [--seed 1]

Takes the sentences of samples/ with their faithful translations (demo/pairs.tsv), in both directions. In the
translation one word gives way to another of the same samples, or one digit to another: does the model hold the changed
word less probable than the words that stayed? Prints the area under the curve of the probability of the whole word and
of its least expected piece, and how often the changed word is the least probable of its sentence.
Then a phrase between commas is taken out of the translation, which the source still has, known by its figures; and a
phrase of another sentence is put into the source, which the translation never had: does leaving it out of the source
make the translation less improbable than leaving out the other phrases does? Prints the area under the curve over
phrases, and how often the phrase comes first.

The demonstration packages were taught these very sentences, so that the figures prove the mechanics and no more.
--installed asks the user's own packages instead: what they reach decides whether detectors may ask them. Needs
scikit-learn.
"""

import argparse
import csv
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sklearn.metrics import roc_auc_score

from translate.engines.argos import model_of
from translate.engines.ctranslate2_model import CTranslate2Model
from translate.engines.demonstration import DEMO_FOLDER, KNOWN, find_demonstration
from translate.engines.packages import find_package
from translate.engines.scoring import WORD, ScoredWord, Span, contrast, score_words
from translate.installation import shipped
from translate.languages.registry import directions

LANGUAGES = ("ru", "en")  # as the columns of pairs.tsv
PHRASE = re.compile(r"(?:(?<!\d),|,(?!\d)|[;:—])?(?:[^,;:—.]|(?<=\d)[,.](?=\d))+")  # with the mark before it
SHORTEST = 2  # words of a phrase
FIGURES = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence with a translation of which one thing is wrong.

    Attributes:
        sentence, translation: As they are asked for.
        at: Offsets of what was planted, in the translation, or for a phrase in the sentence.
    """

    sentence: str
    translation: str
    at: Span


Pairs = Sequence[tuple[str, str]]
Change = Callable[[str, str, Pairs, random.Random], Planted | None]


def sample_pairs(source: str) -> Pairs:
    """Sentences of the samples that the demonstration packages know, with their translations."""
    column = LANGUAGES.index(source)
    files = [shipped("samples") / name / f"{source}.txt" for name in KNOWN]
    text = " ".join(" ".join(file.read_text(encoding="utf-8").split()) for file in files)
    with (DEMO_FOLDER / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        pairs = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return list(dict.fromkeys((pair[column], pair[1 - column]) for pair in pairs if pair[column] in text))


def other_word(sentence: str, translation: str, pairs: Pairs, chance: random.Random) -> Planted | None:
    """A word gives way to one of another translation that begins as great or as small and has no figures."""
    words = [match for match in WORD.finditer(translation) if match.group().isalpha()]
    if not words:
        return None
    place = chance.choice(words)
    offered = WORD.findall(chance.choice(pairs)[1])
    great = place.group()[0].isupper()
    others = [
        word
        for word in offered
        if word.isalpha() and word[0].isupper() == great and word.lower() not in translation.lower()
    ]
    return _put(sentence, translation, place.span(), chance.choice(others)) if others else None


def other_digit(sentence: str, translation: str, pairs: Pairs, chance: random.Random) -> Planted | None:
    """One digit of a number gives way to another."""
    words = [match for match in WORD.finditer(translation) if any(map(str.isdigit, match.group()))]
    if not words:
        return None
    place = chance.choice(words)
    at = chance.choice([i for i, letter in enumerate(place.group()) if letter.isdigit()])
    digit = chance.choice([figure for figure in "123456789" if figure != place.group()[at]])
    return _put(sentence, translation, place.span(), place.group()[:at] + digit + place.group()[at + 1 :])


def _put(sentence: str, translation: str, place: Span, word: str) -> Planted:
    changed = translation[: place[0]] + word + translation[place[1] :]
    return Planted(sentence, changed, (place[0], place[0] + len(word)))


def left_out(sentence: str, translation: str, pairs: Pairs, chance: random.Random) -> Planted | None:
    """A phrase of the translation is taken out whose figures stand in one phrase of the sentence alone."""
    theirs, ours = phrases(translation), phrases(sentence)
    found = []
    for place in theirs:
        figures = _figures(translation, place)
        same = [own for own in ours if figures and _figures(sentence, own) == figures]
        if len(same) == 1 and len(theirs) > 1 and len(ours) > 1:
            found.append((place, same[0]))
    if not found:
        return None
    place, own = chance.choice(found)
    rest = f"{translation[: place[0]]}{translation[place[1] :]}".lstrip(" ,;:—")
    return Planted(sentence, rest, own)


def put_in(sentence: str, translation: str, pairs: Pairs, chance: random.Random) -> Planted | None:
    """A phrase of another sentence stands in the source, in front of one of its own that is not the first."""
    other = chance.choice(pairs)[0]
    offered = [other[start:end] for start, end in phrases(other)[1:] if other[start] in ",;—"]
    own = phrases(sentence)
    if len(own) < 2 or not offered or other == sentence:
        return None
    phrase, place = chance.choice(offered), chance.choice(own[1:])[0]
    return Planted(sentence[:place] + phrase + sentence[place:], translation, (place, place + len(phrase)))


def phrases(sentence: str) -> list[Span]:
    """What stands between commas and the like, with the mark in front."""
    found = [match.span() for match in PHRASE.finditer(sentence)]
    return [(start, end) for start, end in found if len(WORD.findall(sentence[start:end])) >= SHORTEST]


def _figures(sentence: str, place: Span) -> list[str]:
    return sorted(re.sub(r"[.,]", "", figure) for figure in FIGURES.findall(sentence[place[0] : place[1]]))


def planted(change: Change, pairs: Pairs, seed: int) -> list[Planted]:
    chance = random.Random(seed)
    made = [change(sentence, translation, pairs, chance) for sentence, translation in pairs for _ in range(3)]
    return [one for one in dict.fromkeys(made) if one is not None]


def words_told(name: str, model: CTranslate2Model, made: Sequence[Planted]) -> None:
    scored = score_words(model, [one.sentence for one in made], [one.translation for one in made])
    labels: list[bool] = []
    measures: dict[str, list[float]] = {"word": [], "least expected piece": []}
    first = 0
    for one, words in zip(made, scored, strict=True):
        changed = [_touches((word.start, word.end), one.at) for word in words]
        labels += changed
        measures["word"] += [-word.log_probability for word in words]
        measures["least expected piece"] += [-word.lowest for word in words]
        lowest: ScoredWord = min(words, key=lambda word: word.log_probability)
        first += changed[words.index(lowest)]
    areas = ", ".join(f"{of} {roc_auc_score(labels, said):.3f}" for of, said in measures.items())
    print(f"  {name}: {len(made)} planted among {len(labels)} words; AUC by {areas}; least probable of all in {first}")


def phrases_told(name: str, model: CTranslate2Model, made: Sequence[Planted]) -> None:
    spans = [[*dict.fromkeys([one.at, *(s for s in phrases(one.sentence) if not _touches(s, one.at))])] for one in made]
    gains = contrast(model, [one.sentence for one in made], [one.translation for one in made], spans)
    found = [[gain.piece for gain in one] for one in gains]
    labels = [place == 0 for places in spans for place in range(len(places))]
    said = [score for scores in found for score in scores]
    first = sum(scores[0] == max(scores) for scores in found)
    print(
        f"  {name}: {len(made)} planted among {len(labels)} phrases; AUC {roc_auc_score(labels, said):.3f}, "
        f"first of its sentence in {first}; above 0: {sum(scores[0] > 0 for scores in found)} planted, "
        f"{sum(score > 0 for scores in found for score in scores[1:])} others"
    )


def _touches(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--installed", action="store_true", help="ask the installed packages, not the demonstration")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for source, target in directions():
        package = (find_package if options.installed else find_demonstration)(source, target)
        if package is None:
            sys.exit(f"There is no package for {source} to {target}: python -m translate packages list")
        model, pairs = model_of(package), sample_pairs(source)
        print(f"{package.name}, {len(pairs)} sentences of the samples")
        start = time.process_time()
        words_told("words replaced", model, planted(other_word, pairs, options.seed))
        words_told("digits replaced", model, planted(other_digit, pairs, options.seed))
        phrases_told("phrases taken out of the translation", model, planted(left_out, pairs, options.seed))
        phrases_told("phrases put into the source", model, planted(put_in, pairs, options.seed))
        print(f"  {time.process_time() - start:.1f} s of the processor")


if __name__ == "__main__":
    main()
