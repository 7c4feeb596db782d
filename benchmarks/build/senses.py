"""Makes translate/languages/ru_en/senses.*.tsv: which senses of a word the news uses, so that a gloss shows those.

    python -m benchmarks.build.senses [--data ../shared/eval]

Counted on the half of the development news that may be looked at (see benchmarks/measure/gloss.py): in how many
documents human translations have a word of each sense. A line is a word, its part of speech and the first
words of the senses that the news has, the commonest first: the second is shown beside it where it is `SECOND` of the
cases or more. Of a word without a line the first sense of the dictionary is shown alone.
"""

from collections import Counter
from pathlib import Path

from benchmarks.data.development import Row, asked, data_parser, news, rows
from benchmarks.measure.gloss import WAYS, half_of, has_gloss_word, said_in
from translate.engines.gloss_lookup import Lookup
from translate.engines.gloss_words import Words
from translate.languages.dictionary import Entry
from translate.languages.gloss_book import gloss_book
from translate.languages.registry import language_of, pair_of

SECOND = 0.2  # share of a word's cases that makes its second sense worth showing
OFTEN = 2  # documents with a sense that make it more than chance
AHEAD = 4  # documents, and twice those of the dictionary's first sense, that put another before it
FOLDER = Path(__file__).parents[2] / "translate" / "languages"


def counted(documents: list[Row], source: str, target: str) -> dict[Entry, Counter[int]]:
    """For each word and part of speech how often translations have each of its senses."""
    book = gloss_book(source, target, by_news=False)
    if book is None:
        raise SystemExit(f"There are no words to gloss {source} in {target}.")
    lookup = Lookup(language_of(source), language_of(target), book, {})
    found: dict[Entry, Counter[int]] = {}
    for row in documents:
        here: set[tuple[Entry, int]] = set()  # one document often says the same
        for text, human in zip(row[source], row[target], strict=True):
            theirs = said_in(human, language_of(target))
            for unit in lookup.units(Words.of(text, lookup.source, book)):
                entry = book.plain_entry(unit.reading) if len(unit.senses) > 1 and " " not in unit.text else None
                if entry is None:
                    continue
                told = [
                    number
                    for number, sense in enumerate(entry.senses)
                    if any(has_gloss_word(gloss, theirs, language_of(target)) for gloss in sense)
                ]
                if len(told) == 1:
                    here.add((entry, told[0]))
        for entry, number in here:
            found.setdefault(entry, Counter())[number] += 1
    return found


def line(entry: Entry, counts: Counter[int]) -> str:
    """The line of a word; "" where the dictionary's own order, the first sense alone, is as good."""
    often = sorted((number for number in counts if counts[number] >= OFTEN), key=lambda number: -counts[number])
    if not often:
        return ""
    ahead = counts[often[0]] >= max(AHEAD, 2 * counts[0] + 1)
    first = often[0] if ahead else 0
    others = [number for number in often if number != first and counts[number] >= SECOND * counts.total()]
    shown = [first, *others[:1]]
    return (
        "" if shown == [0] else f"{entry.word}\t{entry.part}\t{' | '.join(entry.senses[number][0] for number in shown)}"
    )


def main() -> None:
    """Write the files."""
    given = asked(data_parser(__doc__))
    documents = [
        row for row in rows(given.data, *news(given.data)) if row["domain"] == "news" and half_of(row) == "look"
    ]
    for source, target in WAYS:
        pair = pair_of(source, target)
        if pair is None:
            continue
        counts = counted(documents, source, target)
        lines = sorted(filter(None, (line(entry, of) for entry, of in counts.items())))
        path = FOLDER / pair.pack.rpartition(".")[2] / f"senses.{source}.tsv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{path.name}: {len(lines)} of {len(counts)} words with several senses that the news has")


if __name__ == "__main__":
    main()
