"""How well a pasted page is known again as one of its outlet.

    python -m benchmarks.measure.outlets [--data ../shared/eval]

Every page of the development data is of another outlet. Each is held against the fingerprints of all others, which must
not take it for theirs, and its own fingerprint against copies of it: with half of its furniture at random, and with
what a later page of the outlet has (the lines whose kind goes with the outlet, such as menus and legal notes, around
another story). Pages whose fingerprint has too few lines to be remembered are counted apart.
"""

from collections.abc import Sequence

import numpy as np

from benchmarks.data.development import asked, data_file, data_parser
from benchmarks.data.pages import OWN, Page, pages
from translate.review.outlets import (
    LEAST_LINES,
    LEAST_OWN,
    LEAST_SHARE,
    Likeness,
    fingerprint,
    likeness,
    recognised,
)
from translate.text.document import Document
from translate.text.reading import read_document

COPIES = 20  # thinner ones of each page
KEPT = 0.5  # share of its furniture that each keeps
LASTING = ("menu", "share", "promotion", "legal", "ad", "note")  # kinds of furniture that the next page has as well


def read(page: Page, written: Sequence[tuple[str, str]]) -> Document:
    return read_document("\n".join(line for line, _ in written), page.language)


def thinner(page: Page, random: np.random.Generator) -> Document:
    """The page with half of its furniture."""
    kept = random.random(len(page.written)) < KEPT
    return read(
        page,
        [item for item, keep in zip(page.written, kept, strict=True) if keep or not item[1].startswith("furniture")],
    )


def later(page: Page, other: Page) -> Document:
    """The lasting furniture of a page around the story of another."""
    story = [item for item in other.written if item[1] and not item[1].startswith("furniture")]
    places = [place for place, (_, label) in enumerate(page.written) if label == "body"]
    lasting = [(place, item) for place, item in enumerate(page.written) if item[1].partition(":")[2] in LASTING]
    above = [item for place, item in lasting if place < places[0]]
    return read(page, [*above, *story, *(item for place, item in lasting if place > places[0])])


def told(name: str, found: Sequence[Likeness]) -> None:
    """One line about how much of fingerprints stands on pages; the most is that of pages with enough own lines."""
    shares = [each.share for each in found]
    most = max((each.share for each in found if each.own >= LEAST_OWN), default=0.0)
    low, middle = np.quantile(shares, (0.05, 0.5))
    known = np.mean([each.same_outlet for each in found])
    print(f"{name:34} {len(found):6} {known:8.2%} {low:8.2f} {middle:8.2f} {most:8.2f}")


def main() -> None:
    args = asked(data_parser(__doc__))
    every = pages([*sorted(OWN.glob("*.jsonl")), data_file(args.data, "dev_pages")])
    random = np.random.default_rng(0)
    documents = [read(page, page.written) for page in every]
    prints = {place: lines for place, page in enumerate(documents) if len(lines := fingerprint(page)) >= LEAST_LINES}
    print(f"{len(every)} pages, of {len(every) - len(prints)} the fingerprint has fewer than {LEAST_LINES} lines")
    print(f"known by {LEAST_SHARE:.0%} of the words and {LEAST_OWN} lines that only some outlets have")
    print(f"{'fingerprint held against':34} {'pairs':>6} {'known':>8} {'5 %':>8} {'median':>8} {'most':>8}")
    others = [
        likeness(lines, page)
        for place, lines in prints.items()
        for other, page in enumerate(documents)
        if other != place
    ]
    told("pages of other outlets", others)
    copies = [(place, thinner(every[place], random)) for place in prints for _ in range(COPIES)]
    told("the page with half its furniture", [likeness(prints[place], copy) for place, copy in copies])
    lasting = [
        place for place in prints if any(label.partition(":")[2] in LASTING for _, label in every[place].written)
    ]
    nexts = [(place, later(every[place], every[(place + 2) % len(every)])) for place in lasting]
    told("a later page of the outlet", [likeness(prints[place], page) for place, page in nexts])
    wrong = sum(recognised(prints, page) not in (place, None) for place, page in (*copies, *nexts))
    print(f"{wrong} of {len(copies) + len(nexts)} taken for another outlet while all are remembered")


if __name__ == "__main__":
    main()
