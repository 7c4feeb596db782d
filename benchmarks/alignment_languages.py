"""Scores of the alignment in other pairs of languages than Russian and English.

    python benchmarks/alignment_languages.py [--data ../shared/eval] [--berg FOLDER]

Documents are made from FLORES, whose lines are parallel in all languages: 40 to 100 neighbouring lines, of which some
are joined or cut at a clause border on one side, and some left out on either, so that a quarter of the beads are 1-n or
n-1, as in a literary text. Nothing was fitted on them. Russian and English are there to compare with.

--berg names a folder with articles of Text+Berg as Bleualign has them: eval1989.de and eval1989.fr (one sentence a
line, articles end with a line .EOA) and goldeval.py (gold[KEY] = [([1], [1, 2]), ...] for each article). A gold bead of
sentences that are no neighbours counts as missed: no aligner of beads can find it.
"""

import argparse
import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from alignment_scores import Indices, Prediction, Scored, print_table
from development_data import DATA, CachingEncoder

from translate.alignment.search import align_vectors
from translate.differences.story import tell
from translate.text.clauses import split_clauses
from translate.text.document import document_of_sentences

PAIRS = (("ru", "en"), ("de", "en"), ("de", "ru"), ("pl", "en"), ("pl", "ru"), ("de", "pl"))
SEED = 20
SHORTEST, LONGEST = 40, 100  # lines of a document
JOINED, CUT, REGROUPED, LEFT_OUT = 0.11, 0.13, 0.02, 0.06  # shares of the places where each is done
THIRD = 0.15  # of the joins take a third line
SHORTEST_PIECE = 25  # characters of a sentence cut off at a clause border
BERG_ARTICLES = (9, 15, 3, 6, 13, 17, 19)  # keys of the gold in the order of the articles in the files

Random = np.random.Generator


@dataclass
class Made:
    """Two sides and their beads, while they are made."""

    sides: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    beads: list[tuple[Indices, Indices]] = field(default_factory=list)

    def add(self, source: list[str], target: list[str]) -> None:
        start = len(self.sides[0]), len(self.sides[1])
        self.sides[0].extend(source)
        self.sides[1].extend(target)
        places = tuple(range(start[0], start[0] + len(source))), tuple(range(start[1], start[1] + len(target)))
        self.beads.append(places)


def documents(source: list[str], target: list[str], random: Random) -> Iterator[Made]:
    """All lines, cut into documents."""
    start = 0
    while start + SHORTEST <= len(source):
        end = start + int(random.integers(SHORTEST, LONGEST + 1))
        yield made(list(zip(source[start:end], target[start:end], strict=True)), random)
        start = end


def made(lines: list[tuple[str, str]], random: Random) -> Made:
    """One document of parallel lines with what happens to a translation."""
    document = Made()
    k = 0
    while k < len(lines):
        chance, side = random.random(), int(random.integers(2))
        taken = 1
        group: list[list[str]] = [[lines[k][0]], [lines[k][1]]]
        if chance < LEFT_OUT:
            group[side] = []
        elif chance < LEFT_OUT + JOINED and k + 1 < len(lines):
            taken = 3 if random.random() < THIRD and k + 2 < len(lines) else 2
            group = [[line[s] for line in lines[k : k + taken]] for s in (0, 1)]
            group[side] = [" ".join(group[side])]
        elif chance < LEFT_OUT + JOINED + CUT:
            group[side] = pieces(lines[k][side])
        elif chance < LEFT_OUT + JOINED + CUT + REGROUPED and k + 1 < len(lines):
            parts = pieces(lines[k][side])
            if len(parts) == 2:  # the second half moves over into the next sentence
                taken = 2
                group = [[line[s] for line in lines[k : k + 2]] for s in (0, 1)]
                group[side] = [parts[0], f"{parts[1]} {lines[k + 1][side]}"]
        document.add(*group)
        k += taken
    return document


def pieces(sentence: str) -> list[str]:
    """The sentence cut at the clause border nearest to its middle; whole where there is none."""
    borders = [start for start, _ in split_clauses(sentence)[1:]]
    borders = [place for place in borders if min(place, len(sentence) - place) >= SHORTEST_PIECE]
    if not borders:
        return [sentence]
    place = min(borders, key=lambda border: abs(2 * border - len(sentence)))
    return [sentence[:place].strip(), sentence[place:].strip()]


def aligned(document: Made, languages: tuple[str, str], level: str) -> Scored:
    """One document scored; the scores call the first side "ru" and the second "en", whatever they are."""
    plain = set(languages) != {"ru", "en"}
    stories = [
        tell(document_of_sentences(side, language), CachingEncoder(), plain_facts=plain)
        for side, language in zip(document.sides, languages, strict=True)
    ]
    beads = align_vectors(stories[0].vectors, stories[1].vectors)
    row: dict[str, Any] = {"ru": document.sides[0], "en": document.sides[1], "beads": document.beads, "level": level}
    return row, Prediction([(bead.source, bead.target, bead.probability) for bead in beads if bead.two_sided])


def flores(folder: Path) -> list[Scored]:
    """Every pair on the same cuts and changes, as far as clauses allow."""
    texts = {
        language: (folder / "langid" / f"flores-dev.{language}").read_text(encoding="utf-8").splitlines()
        for language in sorted({language for pair in PAIRS for language in pair})
    }
    return [
        aligned(document, pair, "-".join(pair))
        for pair in PAIRS
        for document in documents(texts[pair[0]], texts[pair[1]], np.random.default_rng(SEED))
    ]


def articles(path: Path) -> list[list[str]]:
    """Articles of a Text+Berg file, each a list of sentences."""
    found: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() == ".EOA":
            found.append([])
        else:
            found[-1].append(line.strip())
    return [article for article in found if article]


def berg_gold(path: Path) -> dict[int, list[tuple[Indices, Indices]]]:
    """Gold beads by key, counted from 0; the file is read, not run."""
    gold = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            key = ast.literal_eval(node.targets[0].slice)
            gold[key] = [
                (tuple(i - 1 for i in source), tuple(j - 1 for j in target))
                for source, target in ast.literal_eval(node.value)
            ]
    return gold


def berg(folder: Path) -> list[Scored]:
    """The articles that the folder has, in the order of its gold where that is not all of it."""
    gold = berg_gold(folder / "goldeval.py")
    keys = [key for key in BERG_ARTICLES if key in gold]
    german, french = (articles(folder / f"eval1989.{language}") for language in ("de", "fr"))
    return [
        aligned(Made((source, target), gold[key]), ("de", "fr"), "berg")
        for key, source, target in zip(keys, german, french, strict=True)
    ]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the development data")
    parser.add_argument("--berg", type=Path, help="folder with articles of Text+Berg and their gold")
    return parser.parse_args()


def main() -> None:
    args = arguments()
    if not (args.data / "langid").is_dir():
        raise SystemExit(f"No development data at {args.data}: name its folder with --data.")
    if args.berg and not (args.berg / "goldeval.py").is_file():
        raise SystemExit(f"No goldeval.py in {args.berg}.")
    scored = flores(args.data)
    if args.berg:
        scored += berg(args.berg)
    beads = [bead for row, _ in scored for bead in row["beads"]]
    many = sum(len(source) + len(target) > 2 for source, target in beads)
    print(f"{len(scored)} documents, {len(beads)} beads, {100 * many / len(beads):.0f} % of them 1-n, n-1 or 2-2")
    print_table(scored)


if __name__ == "__main__":
    main()
