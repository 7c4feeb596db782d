"""What matching keeps of an article: two vectors and the names and figures of its beginning, not its text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from translate.engines.protocols import Embedder
from translate.errors import InputError, LanguageError, TranslateError
from translate.facts.reading import anchor_keys, read_facts
from translate.languages.registry import compared_languages
from translate.matching.articles import Article
from translate.settings.limits import limits, watched
from translate.text.document import Document
from translate.text.normalization import normalize
from translate.text.reading import read_document
from translate.wording.naming import LanguageName
from translate.wording.phrase import Phrase, joined

SENTENCES = 12  # of an article, from its headline on; fewer lose retold stories, more cost time and tell little
LEAD = 2  # sentences of the headline and lead
CHARACTERS = 12_000  # of a text that are read: SENTENCES stand in them, with page furniture around
UNDATED = -1  # in place of a day
FIGURE = 1  # bit of a key that tells figures and dates from names

Halves = NDArray[np.float16]
Keys = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """One article.

    Attributes:
        language: Its code.
        vector: Embedding of headline and lead, and behind it the direction of the mean of its sentences' embeddings,
            both of length 1, shape (2 * dim,).
        keys: What it states that texts of other languages state alike (names, numbers, dates), hashed, ascending.
    """

    language: str
    vector: Halves
    keys: Keys


@dataclass(frozen=True, slots=True, eq=False)
class Sketches:
    """A collection as arrays, a row for each article.

    Attributes:
        articles: What they are called and where they are; those that have an address without their text.
        languages: Their codes.
        days: Days of publication counted from the year 1, UNDATED where it is not known, shape (n,).
        vectors: Shape (n, 2 * dim).
        keys: Of all articles, one after the other.
        starts: Where those of each article begin, and where the last ones end, shape (n + 1,).
    """

    articles: tuple[Article, ...]
    languages: tuple[str, ...]
    days: NDArray[np.int32]
    vectors: Halves
    keys: Keys
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.articles)

    @property
    def bytes(self) -> int:
        """That its arrays take."""
        return self.days.nbytes + self.vectors.nbytes + self.keys.nbytes + self.starts.nbytes


def sketches_of(sketched: Iterable[tuple[Article, Sketch]]) -> Sketches:
    """Sketches one below the other; each is let go of once its numbers stand in the arrays."""
    articles: list[Article] = []
    languages: list[str] = []
    days: list[int] = []
    vectors: list[Halves] = []
    keys: list[Keys] = []
    for article, sketch in sketched:
        articles.append(article)
        languages.append(sketch.language)
        days.append(_number(article.published))
        vectors.append(sketch.vector)
        keys.append(sketch.keys)
    none = np.zeros((0, 0), dtype=np.float16)
    return Sketches(
        tuple(articles),
        tuple(languages),
        np.array(days, dtype=np.int32),
        np.stack(vectors) if vectors else none,
        np.concatenate([*keys, np.zeros(0, dtype=np.uint32)]),
        np.concatenate([[0], np.cumsum([len(key) for key in keys], dtype=np.int64)]).astype(np.int64),
    )


def sketch_articles(articles: Sequence[Article], embedder: Embedder) -> list[Sketch | TranslateError]:
    """A sketch of each article, or why there is none; encoded together, which is quicker.

    A sketch does not depend on the other articles if rows of the embedder do not depend on the other texts.
    """
    read = [_read(article) for article in articles]
    texts: list[str] = []
    for found in read:
        if not isinstance(found, TranslateError):
            texts += [" ".join(found.sentences[:LEAD]), *found.sentences]
    rows = embedder.encode(texts)
    sketches: list[Sketch | TranslateError] = []
    place = 0
    for found in read:
        if isinstance(found, TranslateError):
            sketches.append(found)
            continue
        last = place + 1 + len(found.sentences)
        mean = rows[place + 1 : last].mean(axis=0, dtype=np.float64)
        vector = np.concatenate([rows[place], mean / max(float(np.linalg.norm(mean)), 1e-9)])
        sketches.append(Sketch(found.language, vector.astype(np.float16), found.keys))
        place = last
    return sketches


@dataclass(frozen=True, slots=True)
class _Read:
    language: str
    sentences: list[str]
    keys: Keys


def _read(article: Article) -> _Read | TranslateError:
    """The first sentences of an article and what they state; the limits of a run are those of one article here."""
    try:
        with watched(limits()):
            document = read_document(_beginning(article.text))
            _require_language(document)
            sentences = [normalize(document.sentence_text(i)).text for i in document.compared[:SENTENCES]]
            if not sentences:
                raise InputError(Phrase("There is nothing in it but page furniture."))
            facts = [read_facts(sentence, document.language) for sentence in sentences]
    except (InputError, LanguageError) as error:
        return error
    return _Read(document.language, sentences, hashed(frozenset[str]().union(*map(anchor_keys, facts))))


def _beginning(text: str) -> str:
    """So much of a text as is read, up to the end of a line where that is near."""
    if len(text) <= CHARACTERS:
        return text
    return text[: max(text.rfind("\n", CHARACTERS // 2, CHARACTERS), 0) or CHARACTERS]


def _require_language(document: Document) -> None:
    if document.language not in compared_languages():
        raise LanguageError(
            Phrase(
                "It is in {language}. Articles are matched in {known}.",
                language=LanguageName(document.language),
                known=joined(", ", [LanguageName(code) for code in compared_languages()]),
            )
        )


def hashed(keys: Iterable[str]) -> Keys:
    """Keys as numbers, ascending; those of figures and dates are odd.

    Example:
        >>> hashed(["n:5", "country:RU"]).tolist() == sorted(hashed(["n:5"]).tolist() + hashed(["country:RU"]).tolist())
        True
    """
    numbers = {crc32(key.encode()) & ~FIGURE | (FIGURE if key.startswith(("n:", "d:")) else 0) for key in keys}
    return np.array(sorted(numbers), dtype=np.uint32)


def _number(day: date | None) -> int:
    return UNDATED if day is None else day.toordinal()
