"""The word gloss beside human translations: how many words it renders, and how often as a translator did.

    python -m benchmarks.measure.gloss [--data ../shared/eval] [--show 20]

Coverage: running words of development news that stand in the dictionary or its phrases, or are a name, number or date;
a word left as it stands counts against it. Told: the share of content words (not small words, numbers and signs) all
of whose gloss stands in the human translation, in any of its forms; by the first sense alone, and by any that is
shown. Two: the share of content words of which two senses are shown; fits: in what part of these the second stands
there. Each on 100 sentences a direction, drawn by lot from news written in the source language. The gloss was
written while looking at one half of the documents ("look"); the other half ("count") tells its worth.
"""

import random
import re
import time
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from benchmarks.data.development import Row, asked, data_parser, news, rows
from translate.engines.gloss import GlossToken, glossed
from translate.languages.language import Language
from translate.languages.registry import language_of

WAYS = (("ru", "en"), ("en", "ru"))
HALVES = ("look", "count")
SENTENCES = 100  # of each direction and half
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SPED = 30  # sentences whose gloss is timed


def half_of(row: Row) -> str:
    """The same for all translations of one document."""
    return HALVES[int(sha256(row["group"].encode()).hexdigest(), 16) % 2]


def bases(word: str, language: Language) -> frozenset[str]:
    """What a word may be a form of, without the dots that many writers leave out."""
    return frozenset(base.replace("ё", "е") for base in language.bases(word.lower()))


def small_words(language: Language) -> frozenset[str]:
    """Words that tell nothing of what a sentence is about."""
    return frozenset(language.table("function_words")["words"].split())


def said_in(human: str, language: Language) -> frozenset[str]:
    """All that the words of a human translation may be forms of."""
    return frozenset[str]().union(*(bases(word, language) for word in WORD.findall(human)))


def has_gloss_word(gloss: str, theirs: frozenset[str], language: Language) -> bool:
    """Whether all words of a gloss that tell something stand in a human translation."""
    small = small_words(language)
    words = [word for word in WORD.findall(gloss) if word.lower() not in small] or WORD.findall(gloss)
    return bool(words) and all(not bases(word, language).isdisjoint(theirs) for word in words)


def uncovered(sentence: str, tokens: Sequence[GlossToken]) -> list[str]:
    """Words that were left as they stand though they are no names."""
    return [sentence[token.start : token.end] for token in tokens if not token.known]


def told(
    sentence: str, tokens: Sequence[GlossToken], human: str, source: Language, target: Language
) -> list[list[bool]]:
    """For each content word whether the human translation has its gloss: that shown first, any shown, any known; then
    whether two senses are shown, and whether it has the second."""
    theirs = said_in(human, target)

    def stands(gloss: str) -> bool:
        return has_gloss_word(gloss, theirs, target)

    found: list[list[bool]] = []
    for token in tokens:
        content = [
            word for word in WORD.findall(sentence[token.start : token.end]) if word.lower() not in small_words(source)
        ]
        if not content:
            continue
        marks = [
            any(map(stands, token.shown[:1])),
            any(map(stands, token.shown)),
            any(map(stands, (*token.shown, *token.others))),
            len(token.shown) > 1,
            any(map(stands, token.shown[1:])),
        ]
        found += [marks] * len(content)
    return found


def drawn(documents: Sequence[Row], source: str, half: str) -> list[tuple[str, str]]:
    """Sentences of documents written in a language with their translations, by a lot that stays the same."""
    target = "en" if source == "ru" else "ru"
    pairs = [
        pair
        for row in documents
        if row["direction"] == source and half_of(row) == half
        for pair in zip(row[source], row[target], strict=True)
    ]
    return random.Random(f"{source} {half}").sample(sorted(set(pairs)), SENTENCES)


def main() -> None:
    """Print the tables."""
    parser = data_parser(__doc__)
    parser.add_argument("--show", type=int, default=0, help="so many sentences of the first half with their gloss")
    given = asked(parser)
    documents = [row for row in rows(given.data, *news(given.data)) if row["domain"] == "news"]
    print(
        f"{'direction':<10} {'half':<6} {'words':>7} {'covered':>8}  {'content':>7} "
        f"{'first':>6} {'shown':>6} {'any':>6} {'two':>6} {'fits':>6}"
    )
    for source, target in WAYS:
        for half in HALVES:
            texts = [text for row in documents if half_of(row) == half for text in row[source]]
            lines = glossed(texts, source, target)
            unknown = Counter(
                word.lower() for text, line in zip(texts, lines, strict=True) for word in uncovered(text, line)
            )
            words = sum(len(WORD.findall(text)) for text in texts)
            pairs = drawn(documents, source, half)
            glosses = glossed([text for text, _ in pairs], source, target)
            marks = [
                mark
                for (text, human), line in zip(pairs, glosses, strict=True)
                for mark in told(text, line, human, language_of(source), language_of(target))
            ]
            *told_of, two, second = [sum(column) for column in zip(*marks, strict=True)]
            shares = [*(count / len(marks) for count in (*told_of, two)), second / max(two, 1)]
            print(
                f"{source} -> {target:<4} {half:<6} {words:>7} {1 - unknown.total() / words:>8.2%}  {len(marks):>7} "
                + " ".join(f"{share:>6.1%}" for share in shares)
            )
            if half == "look" and given.show:
                print("  not known:", ", ".join(f"{word} {count}" for word, count in unknown.most_common(given.show)))
                for (text, human), line in list(zip(pairs, glosses, strict=True))[: given.show]:
                    print(f"  {text}\n    {''.join(token.text for token in line)}\n    {human}")
        start = time.perf_counter()
        glossed([text for text, _ in pairs[:SPED]], source, target)
        print(
            f"{source} -> {target}: {SPED} sentences in {time.perf_counter() - start:.3f} s, the dictionary in memory"
        )


if __name__ == "__main__":
    main()
