"""Which language a text is written in, with the reason a reader can check.

Letters decide what they can: і ї є ў ј љ њ ѓ ќ ә and their like rule Russian out. The rest is told from the words, by
language_model.py: small words and spelling, with the Russian dictionary as one more witness among Cyrillic languages.
The languages that can be compared are those asked for, so they win a tie: "Putin said" could be many languages.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from translate.errors import SameLanguage, UnsupportedLanguage
from translate.languages.language import Language
from translate.languages.letters import ALIEN_LETTERS, RUSSIAN_LETTERS, language_of_letters
from translate.languages.registry import compared_languages, counterpart_of, language_of
from translate.languages.told_apart import language_in, languages_in, marks_of
from translate.text.given import require_string
from translate.text.language_model import CACHED, NAME_WEIGHT, Scores, function_words, word_scores
from translate.text.normalization import normalize
from translate.wording.brief import excerpt, share
from translate.wording.naming import LanguageName, ScriptName, Version
from translate.wording.phrase import Phrase, joined

SAMPLE = 4_000  # characters read at the start, the middle and the end together; more changes no answer
FOREIGN_SAMPLE = 2_000  # characters of one sentence that are read to see whether it is foreign
KNOWN_SENTENCES = 2_000  # of which it is known whether they are: a page asks again when its roles are judged anew
SURE_FOREIGN = 0.9  # probability from which a sentence is called foreign
MIXED_SHARE = 0.3  # of Cyrillic letters, from which a text with many Latin names is still read as Cyrillic
# How much, in natural log units, the languages asked for are preferred, and the rare ones are not.
FAVOURED = 2.5
RARE = -2.0
ONE_WORD = 3.0  # likewise, where a text is nothing but a word that their marks name: "Да." is as good Bulgarian
SHORT_WORD = 3  # letters of a word that neighbours may share
TEMPER = 2.0  # letters of a word are no independent witnesses, so the scores count for less
# A few alien letters are a quoted name; more, per letter of the text, are its language.
ALIEN_SHARE = 0.012
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_NOISE = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@\S+|[@#]\w+|\d+[-\w]*")  # addresses, 67-й, 70x200


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text.

    Attributes:
        language: ISO 639-1 code; "und" where there is nothing to tell it from.
        probability: How sure that is, in [0, 1].
        reason: One plain sentence for a reader, without the final stop, e.g. "Ukrainian: і, ї found".
    """

    language: str
    probability: float
    reason: str

    def __repr__(self) -> str:
        return f"<Detection {self.language}, {share(self.probability)}: {excerpt(self.reason)}>"


def detect_language(text: str, *, beside: str = "") -> Detection:
    """The language most of a text is written in; the same text always gets the same answer.

    Args:
        text: Any text.
        beside: Code of the language of its other version, where there is one and its language is known: a short text
            is then taken for that language's counterpart more readily.

    Raises:
        InputError: Something other than a string is given.

    Example:
        >>> detect_language("Путин поручил правительству подготовить доклад.").language
        'ru'
        >>> detect_language("Lavrov met Blinken in Jakarta.", beside="ru").language
        'en'
    """
    words = _WORD.findall(_NOISE.sub(" ", normalize(_sample(require_string(text))).text))
    scripts = Counter(_script_of(word) for word in words for _ in word)
    letters = scripts.total()
    small = Counter(_script_of(word) for word in words if word.islower() for _ in word)
    if scripts["CYRILLIC"] >= MIXED_SHARE * letters and small["CYRILLIC"] > small["LATIN"]:
        # Russian names firms and goods in Latin letters, English never names anything in Cyrillic ones.
        scripts["LATIN"] = min(scripts["LATIN"], scripts["CYRILLIC"])  # which comes first below
    if not letters:
        return Detection("und", 0.0, Phrase("No letters found"))
    script, count = min(scripts.items(), key=lambda item: (-item[1], item[0]))
    own = [word for word in words if _script_of(word) == script]
    rivals = languages_in(script)
    if rivals:
        found = _by_letters(own) or _by_words(own, rivals, counterpart_of(beside) or "")
    else:
        # A word of Chinese signs and kana counts above for the script it begins with.
        language = language_in(script, Counter(_script(letter) for word in words for letter in word))
        reason = Phrase(
            "{language:capital}: written in {script} letters",
            language=LanguageName(language),
            script=ScriptName(script),
        )
        found = Detection(language, 0.95, reason)
    if count < 0.8 * letters:
        share = Phrase(
            "{share}% of the letters are {script}", share=round(100 * count / letters), script=ScriptName(script)
        )
        return Detection(found.language, found.probability * count / letters, joined("; ", (found.reason, share)))
    return found


def foreign_sentences(sentences: Sequence[str], language: str) -> tuple[int, ...]:
    """Indices of the sentences that are surely not in the document's language.

    Only sure cases count: a title, a name or a short quote in other letters is no foreign sentence. A document that is
    no language that is compared has none: it is refused as a whole.
    """
    if not language_of(language).compared:
        return ()
    return tuple(i for i, sentence in enumerate(sentences) if _foreign(sentence, language))


def require_pair(source: Detection, target: Detection, *, one_language: bool = False) -> None:
    """Check that the texts are in two different languages that can be compared, or in one where that may be.

    Raises:
        UnsupportedLanguage: One of them is in another.
        SameLanguage: Both are in the same.
    """
    for side, detection in (("first", source), ("second", target)):
        if not language_of(detection.language).compared:
            raise UnsupportedLanguage(side, detection.language, detection.reason)
    if source.language == target.language and not one_language:
        other = counterpart_of(source.language)
        raise SameLanguage(LanguageName(source.language), Version(other) if other else None)


def nearest_compared(text: str) -> str:
    """The language that can be compared which a text is likeliest in, be it so short that another seems likelier.

    Example:
        >>> nearest_compared("Путин сказал"), nearest_compared("Putin said")
        ('ru', 'en')
    """
    words = _WORD.findall(normalize(text).text)
    scripts = Counter(_script_of(word) for word in words for _ in word)
    known = compared_languages()
    most = max(scripts[language_of(code).script] for code in known)
    rivals = tuple(code for code in known if scripts[language_of(code).script] == most)
    return rivals[int(np.argmax(word_scores(words, rivals)))]


def _sample(text: str) -> str:
    """The whole text, or three pieces of a long one."""
    if len(text) <= SAMPLE:
        return text
    piece, middle = SAMPLE // 3, len(text) // 2
    return "\n".join((text[:piece], text[middle : middle + piece], text[-piece:]))


@cache
def _script(letter: str) -> str:
    """First word of a letter's Unicode name, which is its script: "LATIN", "CYRILLIC"."""
    return unicodedata.name(letter, "UNKNOWN").split()[0].split("-")[0]


def _script_of(word: str) -> str:
    """Script of a word, which is that of its first letter."""
    return _script(word[0])


def _by_letters(words: Sequence[str]) -> Detection | None:
    """Language of words that hold enough Cyrillic letters which Russian lacks; None of any others."""
    letters = Counter("".join(words).lower())
    aliens = {letter: letters[letter] for letter in sorted(ALIEN_LETTERS) if letters[letter]}
    count = sum(aliens.values())
    if count < ALIEN_SHARE * letters.total() or count <= sum(letters[letter] for letter in RUSSIAN_LETTERS) * 0.25:
        return None
    language = language_of_letters(letters)
    shown = sorted(aliens, key=lambda letter: (-aliens[letter], letter))[:4]
    reason = Phrase(
        "{language:capital}: {letters} found", language=LanguageName(language), letters=", ".join(sorted(shown))
    )
    return Detection(language, 0.99 if count > 3 else 0.9, reason)


def _by_words(words: Sequence[str], languages: tuple[str, ...], expected: str) -> Detection:
    """Language in which the words are likeliest; those that can be compared are favoured, the expected one more."""
    scores = word_scores(words, languages)
    leanings, asked = _prior(languages, compared_languages())
    scores += leanings
    if len(words) == 1:
        own = [words[0].lower() in marks_of(code).alone for code in languages]
        scores += ONE_WORD * np.array(own)
    if expected in languages:
        scores[languages.index(expected)] += marks_of(expected).beside
    for place, language in asked:
        scores[place] += sum(count * _dictionary_says(word, language) for word, count in Counter(words).items())
    best, second = (languages[i] for i in np.argsort(-scores, kind="stable")[:2])
    found = best.split("-")[0]
    examples = _examples(words, best, second)
    name = LanguageName(found)
    reason = Phrase("{language:capital}: its letter groups found", language=name)
    if examples:
        reason = Phrase("{language:capital}: common words found ({examples})", language=name, examples=examples)
    return Detection(found, _probability(scores), reason)


@lru_cache
def _prior(languages: tuple[str, ...], compared: tuple[str, ...]) -> tuple[Scores, tuple[tuple[int, Language], ...]]:
    """How much each language is preferred, and the places of those whose dictionary is asked."""
    leanings = [FAVOURED * (code in compared) + RARE * marks_of(code).rare for code in languages]
    asked = [code for code in languages if marks_of(code).dictionary]
    return np.array(leanings), tuple((languages.index(code), language_of(code)) for code in asked)


@lru_cache(CACHED)
def _dictionary_says(word: str, language: Language) -> float:
    """Log ratio for a language, from whether its dictionary knows a word; capital words may be names."""
    weights = marks_of(language.code).dictionary
    if language.morphology.is_known(word.lower()):
        return weights["known"] * (1.0 if len(word) > SHORT_WORD else weights["short"])
    return weights["unknown"] * (1.0 if word.islower() else NAME_WEIGHT)


def _probability(scores: Scores) -> float:
    """Share of the best score in the softmax of all, tempered."""
    return float(1 / np.exp((scores - scores.max()) / TEMPER).sum())


def _examples(words: Sequence[str], language: str, runner_up: str) -> str:
    """Up to three small words that show the language best: such as the second likeliest lacks, then frequent ones."""
    ranks, common = function_words(language), function_words(runner_up)
    found = {lower for word in words if (lower := word.lower().replace("’", "'")) in ranks}
    return ", ".join(sorted(found, key=lambda word: (word in common, ranks[word]))[:3])


@lru_cache(KNOWN_SENTENCES)
def _foreign(sentence: str, language: str) -> bool:
    """Whether a sentence is surely in another language than its document."""
    text = normalize(sentence[:FOREIGN_SAMPLE]).text
    words = _WORD.findall(_NOISE.sub(" ", text))
    other = [word for word in words if _script_of(word) != language_of(language).script]
    letters, foreign = sum(map(len, words)), sum(map(len, other))
    if foreign > 0.8 * letters and len(other) >= 4:
        # A line of names or a title has few small words; a sentence has some.
        small = len([word for word in other if word.islower()])
        return small >= max(3, 0.4 * len(other))
    if len(words) < 6 or letters < 40 or foreign > 0.3 * letters:
        return False
    lower = [word for word in words if word.islower()]
    if len(lower) < 5:
        return False
    found = detect_language(" ".join(lower))
    return found.language not in (language, "und") and found.probability >= SURE_FOREIGN
