"""Scores of the alignment in other pairs of languages than Russian and English.

    python -m benchmarks.measure.alignment_languages [--data ../shared/eval] [--berg FOLDER]

Documents are made from FLORES, whose lines are parallel in all languages: 40 to 100 neighbouring lines, of which some
are joined or cut at a clause border on one side, and some left out on either, so that a quarter of the beads are 1-n or
n-1, as in a literary text. The models were fitted on Russian and English only, among others on other lines of FLORES;
Russian and English are here to compare with.

--berg names a folder with articles of Text+Berg as Bleualign has them: eval1989.de and eval1989.fr (one sentence a
line, articles end with a line .EOA) and goldeval.py (gold[KEY] = [([1], [1, 2]), ...] for each article).
"""

import ast
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.data.development import asked, data_parser, encoder
from benchmarks.data.literary_documents import MODERATE, TAUGHT_LINES, Made, documents, parallel_lines
from benchmarks.measure.alignment_scores import Indices, Prediction, Scored, print_table
from translate.alignment.search import align_vectors
from translate.story.story import tell
from translate.text.document import document_of_sentences

PAIRS = (("ru", "en"), ("de", "en"), ("de", "ru"), ("pl", "en"), ("pl", "ru"), ("de", "pl"))
SEED = 20
BERG_ARTICLES = (9, 15, 3, 6, 13, 17, 19)  # keys of the gold in the order of the articles in the files


def aligned(document: Made, languages: tuple[str, str], level: str) -> Scored:
    """One document scored; the scores call the first side "ru" and the second "en", whatever they are."""
    plain = set(languages) != {"ru", "en"}
    stories = [
        tell(document_of_sentences(side, language), encoder(), plain_facts=plain)
        for side, language in zip(document.sides, languages, strict=True)
    ]
    beads = align_vectors(stories[0].vectors, stories[1].vectors)
    row: dict[str, Any] = {"ru": document.sides[0], "en": document.sides[1], "beads": document.beads, "level": level}
    return row, Prediction([(bead.source, bead.target, bead.probability) for bead in beads if bead.two_sided])


def flores(folder: Path) -> list[Scored]:
    """Every pair on the same cuts and changes, as far as clauses allow."""
    return [
        aligned(document, pair, "-".join(pair))
        for pair in PAIRS
        for document in documents(parallel_lines(folder, pair)[TAUGHT_LINES:], MODERATE, np.random.default_rng(SEED))
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


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--berg", type=Path, help="folder with articles of Text+Berg and their gold")
    args = asked(parser)
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
