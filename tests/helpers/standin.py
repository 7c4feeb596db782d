"""A comparison that loads no model: the product's own stages, with an encoder that knows the words of two stories."""

import re
from functools import cache

from gold import load_gold

from translate.engines.translation import Translation, Translations
from translate.pipeline import align, compare
from translate.samples import sample_names
from translate.testing import LetterEmbedder
from translate.text.document import Document
from translate.text.normalization import normalize
from translate.text.versions import FIRST_TEXT, SECOND_TEXT, read_version

RUSSIAN = """Читайте также: Другая новость

Мост открыли после ремонта

Мост через реку открыли в понедельник. Ремонт стоил 12 млн рублей. Мэр поблагодарил рабочих за терпение."""
ENGLISH = """Bridge reopens after repairs

The bridge across the river was opened on Monday. The repairs cost 15 million roubles."""

UNRELATED = """The museum keeps an old clock

Visitors may see the clock on the second floor. It was made by an unknown master and has not been wound for years."""

# A letter for each meaning, and how both languages say it.
MEANINGS = {
    "б": "мост|bridge",
    "о": "откры|open",
    "р": "ремонт|repair",
    "в": "рек[уи]|river",
    "п": "понедельник|monday",
    "ц": "стоил|cost",
    "м": "млн|million",
    "ж": "рубл|rouble",
    "д": "дом|house",
}
WORD = re.compile("|".join(f"(?P<{letter}>\\b(?:{words})\\w*)" for letter, words in MEANINGS.items()), re.IGNORECASE)
NUMBER = re.compile(r"\d+")
FIRST_BEAD, FIRST_NUMBER = 0x4E00, 0x6E00  # letters of which there are enough
SHORTEST = 20  # characters of a part of a sentence that is told by it


class BilingualEmbedder(LetterEmbedder):
    """Knows what the words of the bridge and the sentences of the samples mean; of all else it sees the letters."""

    name = "bilingual"

    def encode(self, texts):
        return super().encode([_meaning(text) for text in texts])


def _meaning(text):
    """Letters that a text shares with one that says the same in the other language."""
    beads = {
        bead
        for sentence, bead in _sample_sentences()
        if sentence in text or (len(text) > SHORTEST and text in sentence)
    }
    if beads:
        return "".join(map(chr, sorted(beads)))
    words = "".join(match.lastgroup for match in WORD.finditer(text))
    return words + "".join(chr(FIRST_NUMBER + int(number) % 1000) for number in NUMBER.findall(text)) or text


@cache
def _sample_sentences():
    """Each sentence of the samples with the letter of its gold bead."""
    beads = [(gold, bead) for gold in map(load_gold, sample_names()) for bead in gold.beads]
    return [
        (normalize(document.sentence_text(i)).text, FIRST_BEAD + place)
        for place, (gold, bead) in enumerate(beads)
        for document, sentences in ((gold.ru, bead.ru), (gold.en, bead.en))
        for i in sentences
    ]


def standin_compare(source, target, options=None, *, progress=None, links=(), one_language=False):
    """What `translate.compare` does, without its models."""
    a, b = _document(source, FIRST_TEXT), _document(target, SECOND_TEXT)
    translation = Translations(_gloss(a), _gloss(b))
    return compare(
        a,
        b,
        options,
        progress=progress,
        links=links,
        translation=translation,
        embedder=BilingualEmbedder(),
        one_language=one_language,
    )


def standin_align(source, target, options=None, *, languages=(None, None)):
    """What `translate.align` does, without its models."""
    return align(source, target, options, languages=languages, embedder=BilingualEmbedder())


def _document(given, name) -> Document:
    return given if isinstance(given, Document) else read_version(given, name)


def _gloss(document):
    count = len(document.sentences)
    return Translation("gloss", tuple("gloss" if i in document.compared else "" for i in range(count)), "gloss")
