"""How often the language of sentences, of their first words and of whole documents is told right.

    python -m benchmarks.measure.detection [--data ../shared/eval]

Russian and English must be accepted, all others refused; "right" is the share whose language is named exactly.
"""

import time
from collections import Counter
from pathlib import Path

from benchmarks.data.development import asked, data_parser, news, rows
from translate.text.detection import detect_language, foreign_sentences

COMPARED = ("ru", "en")
LATIN = ("en", "de", "pl", "cs")  # of them; the others are in Cyrillic letters
LANGUAGES = (*COMPARED, "uk", "be", "bg", "sr", "de", "pl", "cs")


def rate_sentences(folder: Path, words: int | None, worst: int) -> None:
    """One table: sentences, or their first so many words."""
    title = "whole sentences" if words is None else f"first {words} word(s)"
    print(f"\n{title:18} {'n':>5} {'accepted as':>12} {'right':>8} {'wrongly taken or refused':>25}  confusion")
    for language in LANGUAGES:
        lines = (folder / "langid" / f"flores-dev.{language}").read_text(encoding="utf-8").splitlines()
        texts = [" ".join(line.split()[:words]) if words else line for line in lines]
        got = [detect_language(text).language for text in texts]
        if language in COMPARED:
            errors = sum(found != language for found in got)
        else:
            errors = sum(found in COMPARED for found in got)
        right = sum(found == language for found in got) / len(got)
        confusion = ", ".join(f"{code} {n}" for code, n in Counter(got).most_common(5) if code != language)
        accepted = language if language in COMPARED else "(refused)"
        rate = f"{errors:13} {errors / len(got):10.2%}"
        print(f"{language:18} {len(got):5} {accepted:>12} {right:8.2%} {rate}  {confusion}")
        wrong = (found != language and bool({found, language} & set(COMPARED)) for found in got)
        for text in [text for text, bad in zip(texts, wrong, strict=True) if bad][:worst]:
            print(f"    {text[:110]}  -> {detect_language(text).reason}")


def rate_beside(folder: Path) -> None:
    """Share taken for English or Russian when the other version is known to be its counterpart, by number of words."""
    print("\ntaken for its script's compared language, alone -> beside the other version")
    sizes = (3, 4, 6, 10, None)
    print(f"{'words':10} " + " ".join(f"{size or 'all':>17}" for size in sizes))
    for language in LANGUAGES:
        lines = (folder / "langid" / f"flores-dev.{language}").read_text(encoding="utf-8").splitlines()
        cells = []
        for size in sizes:
            texts = [" ".join(line.split()[:size]) for line in lines]
            taken = []
            for beside in ("", "ru" if language in LATIN else "en"):
                wanted = "en" if language in LATIN else "ru"
                taken.append(sum(detect_language(t, beside=beside).language == wanted for t in texts) / len(texts))
            cells.append(f"{taken[0]:7.3f} -> {taken[1]:5.3f}")
        print(f"{language:10} " + " ".join(f"{cell:>17}" for cell in cells))


def rate_documents(folder: Path) -> None:
    """Whole documents, their headlines, and false alarms of the foreign-sentence check."""
    documents = wrong = headlines = wrong_headlines = sentences = foreign = 0
    for row in rows(folder, *news(folder)):
        for language in COMPARED:
            documents += 1
            wrong += detect_language("\n".join(row[language])).language != language
            headlines += 1
            found = detect_language(row[language][0])
            if found.language != language:
                wrong_headlines += 1
                print(f"  headline in {language}: {row[language][0]!r} -> {found}")
            alarms = foreign_sentences(row[language], language)
            sentences, foreign = sentences + len(row[language]), foreign + len(alarms)
            for index in alarms:
                print(f"  foreign in {language}: {row[language][index][:150]!r}")
    print(f"\nwhole documents: {documents}, wrong: {wrong}; first lines: {headlines}, wrong: {wrong_headlines}")
    print(f"sentences: {sentences}, called foreign: {foreign} ({foreign / sentences:.3%})")


def rate_foreign(folder: Path) -> None:
    """Share of sentences in another language that the check finds inside a Russian or an English document."""
    print("\nforeign sentences found in a document in   ru      en")
    for language in LANGUAGES:
        lines = (folder / "langid" / f"flores-dev.{language}").read_text(encoding="utf-8").splitlines()
        shares = (len(foreign_sentences(lines, document)) / len(lines) for document in COMPARED)
        print(f"  {language:38} " + " ".join(f"{share:7.2%}" for share in shares))


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--worst", type=int, default=0, help="print so many errors per language")
    args = asked(parser)
    started = time.perf_counter()
    for words in (None, 6, 3, 2, 1):
        rate_sentences(args.data, words, args.worst)
    rate_beside(args.data)
    rate_documents(args.data)
    rate_foreign(args.data)
    print(f"{time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
