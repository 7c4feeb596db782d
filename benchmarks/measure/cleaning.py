"""How much page furniture is found, and how many sentences of real stories are marked by mistake.

    python -m benchmarks.measure.cleaning [--data ../shared/eval]

Development stories carry inserted lines of furniture; everything else there, in the sentence-parallel news and in the
real announcements is story. News documents are read with every sentence as a line of its own: the hardest case.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.data.development import STORIES, asked, data_parser, news, rows
from translate.text.reading import read_document

FILES = (*STORIES, "dev_align_real", "dev_comparable_debian_news")
Case = tuple[str, str, set[str]]  # language, text, lines of furniture in it


def cases(folder: Path, name: str) -> Iterator[Case]:
    """Both texts of every row, with what was added to them as furniture."""
    for row in rows(folder, name):
        for language in ("ru", "en"):
            added = {
                row[language][index]
                for edit in row.get("edits", ())
                if edit["type"] == "add_boilerplate" and edit["side"] == language
                for index in edit[language]
            }
            yield language, row.get(f"{language}_text") or "\n".join(row[language]), added


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--show", action="store_true", help="print every wrong mark and every line missed")
    args = asked(parser)
    head = f"{'data':32} {'texts':>6} {'sentences':>9} {'furniture':>9}"
    print(f"{head} {'found':>6} {'recall':>7} {'false':>6} {'rate':>8}")
    sums: Counter[str] = Counter()
    for name in (*FILES, *news(args.data)):
        count: Counter[str] = Counter()
        for language, text, added in cases(args.data, name):
            document = read_document(text, language)
            marked = [i for i, sentence in enumerate(document.sentences) if sentence.role == "boilerplate"]
            wrong = [i for i in marked if not any(document.sentence_text(i) in line for line in added)]
            kept = {document.sentence_text(i) for i in document.compared}
            missed = [line for line in added if any(sentence in line for sentence in kept if len(sentence) > 10)]
            count.update(texts=1, sentences=len(document.sentences), added=len(added))
            count.update(missed=len(missed), wrong=len(wrong))
            if args.show:
                for line in missed:
                    print(f"  missed {language}: {line}")
                for i in wrong:
                    print(f"  false  {language}: {document.sentence_text(i)[:140]!r}")
        sums.update(count)
        _print(name, count)
    _print("all", sums)


def _print(name: str, count: Counter[str]) -> None:
    found, story = count["added"] - count["missed"], count["sentences"] - count["added"]
    recall = f"{found / count['added']:7.1%}" if count["added"] else f"{'-':>7}"
    print(
        f"{name:32} {count['texts']:6} {count['sentences']:9} {count['added']:9} {found:6} {recall} "
        f"{count['wrong']:6} {count['wrong'] / story:8.3%}"
    )


if __name__ == "__main__":
    main()
