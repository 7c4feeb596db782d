"""Scores of the shipped alignment beside Gale-Church and the plain mutual-best matcher.

    pip install -r benchmarks/requirements.txt
    python -m benchmarks.measure.alignment [--data ../shared/eval]

The models were fitted on these documents (benchmarks/fit/alignment.py prints what they reach on documents that they
have not seen), so the figures say what the shipped files do and not how well they generalise. "own sentences" reads the
plain texts with our own segmentation and cleaning, as a user's text is read.
"""

from collections.abc import Callable

import galechurch

from benchmarks.data.development import STORIES, Row, data_folder, read, rows, told
from benchmarks.measure.alignment_scores import (
    Prediction,
    Scored,
    in_gold_sentences,
    print_coverage,
    print_order,
    print_table,
)
from translate.alignment.search import align_vectors
from translate.alignment.similarity import nearest
from translate.story.story import Story
from translate.story.vectors import TextVectors

FILES = (*STORIES, "dev_align_real")
MUTUAL_COSINE = 0.35  # below it two sentences that choose each other are no pair


def shipped(source: Story, target: Story) -> Prediction:
    beads = align_vectors(source.vectors, target.vectors)
    return Prediction([(bead.source, bead.target, bead.probability) for bead in beads if bead.two_sided])


def gale_church(source: Story, target: Story) -> Prediction:
    """By lengths alone, with the settings that galechurch has by default."""
    left, right = ([sentence.text for sentence in story.sentences] for story in (source, target))
    beads = galechurch.align(left, right).beads
    sides = [(range(b.source_start, b.source_end), range(b.target_start, b.target_end)) for b in beads]
    return Prediction([(tuple(ru), tuple(en), 1.0) for ru, en in sides if ru and en])


def mutual_best(source: Story, target: Story) -> Prediction:
    """Each sentence with its nearest where that is mutual, then neighbours left over joined where that is nearer."""
    left, right = source.vectors, target.vectors
    forward, backward = (nearest(a.runs[0], b.runs[0], 1) for a, b in ((left, right), (right, left)))
    beads = [
        ([i], [int(j)])
        for i, j in enumerate(forward.index[:, 0])
        if j >= 0 and backward.index[j, 0] == i and forward.similarity[i, 0] >= MUTUAL_COSINE
    ]
    free = [set(range(len(left))) - {i for ru, _ in beads for i in ru}]
    free.append(set(range(len(right))) - {j for _, en in beads for j in en})
    for bead in beads:
        for side in (0, 1):
            _join(bead, side, free[side], left, right)
    return Prediction([(tuple(ru), tuple(en), 1.0) for ru, en in beads])


def _join(bead: tuple[list[int], list[int]], side: int, free: set[int], left: TextVectors, right: TextVectors) -> None:
    """Take a free neighbour into a bead of two sentences where the pair is nearer than the one sentence."""
    if len(bead[0]) + len(bead[1]) > 2:
        return
    own, other = (left, right) if side == 0 else (right, left)
    (place,), (opposite,) = bead[side], bead[1 - side]
    for neighbour in sorted(free & {place - 1, place + 1}):
        pair = own.runs[1][min(place, neighbour)]
        if pair @ other.runs[0][opposite] > own.runs[0][place] @ other.runs[0][opposite]:
            bead[side][:] = sorted((place, neighbour))
            free.discard(neighbour)
            return


def on_gold(found: list[Row], method: Callable[[Story, Story], Prediction]) -> list[Scored]:
    return [(row, method(told(row, "ru"), told(row, "en"))) for row in found]


def on_own_sentences(found: list[Row]) -> list[Scored]:
    scored = []
    for row in found:
        stories = read(row, "ru"), read(row, "en")
        offsets = tuple(
            [(s.document.sentences[k].start, s.document.sentences[k].end) for k in s.number] for s in stories
        )
        beads = shipped(*stories).beads
        scored.append((row, in_gold_sentences(beads, offsets, (row["ru_offsets"], row["en_offsets"]))))
    return scored


def main() -> None:
    folder = data_folder(__doc__)
    found = rows(folder, *FILES)
    for title, scored in (
        ("Gale-Church, gold sentences", on_gold(found, gale_church)),
        ("mutual best, gold sentences", on_gold(found, mutual_best)),
        ("Parallax, gold sentences", on_gold(found, shipped)),
        ("Parallax, own sentences", on_own_sentences(found)),
    ):
        print(title)
        print_table(scored)
        if "gold" in title:  # several sentences of ours in one of the gold would count as crossing
            print_order(scored)
        print()
    print("Two outlets on one event, gold sentences; no model has seen these links")
    same_event = rows(folder, "dev_comparable_samestory")
    for title, method in (("Gale-Church", gale_church), ("mutual best", mutual_best), ("Parallax", shipped)):
        print(f"{title}: ", end="")
        print_coverage(on_gold(same_event, method))


if __name__ == "__main__":
    main()
