"""Which language a text is written in, with the reason a reader can check.

Three witnesses, cheapest first. Letters: ы э ё mark Russian, і ї є ў ј љ њ ѓ ќ ә and their like rule it out. Words:
how common a text's words are in each language (wordfreq's lists). Letter groups: langdetect, seeded and therefore
restarted for every text, is asked only where the words are at a loss. Russian and English are the languages asked
for, so they win a tie: "Putin said" could be many languages.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

from translate.errors import SameLanguage, UnsupportedLanguage
from translate.text.normalization import normalize

SAMPLE = 20_000  # characters read at the start, the middle and the end together; more changes no answer
FOREIGN_SAMPLE = 2_000  # characters of one sentence that are read to see whether it is foreign
SURE_FOREIGN = 0.9  # probability from which a sentence is called foreign
SUPPORTED = ("ru", "en")
MIXED_SHARE = 0.3  # of Cyrillic letters, from which a text with many Latin names is still read as Cyrillic

# Letters that Russian lacks, by the language they speak for, the most telling group first. і alone is shared by
# Ukrainian, Belarusian and Kazakh; ј by Serbian and Macedonian: those are weighed by _cyrillic_by_letters.
_ALIEN = {
    "be": "ў",
    "mk": "ѓќѕ",
    "sr": "ђћ",
    "sr/mk": "јљњџ",
    "uk": "їєґ",
    "kk": "әғқұ",
    "tt": "җ",
    "ba": "ҙҫҡ",
    "tg": "ӣҷӯҳ",
    "ky/mn": "өүң",
    "uk/be/kk": "і",
}
_ALIEN_LETTERS = frozenset("".join(_ALIEN.values()))
_RUSSIAN_LETTERS = frozenset("ыэё")
# A few alien letters are a quoted name; more, per letter of the text, are its language.
ALIEN_SHARE = 0.012
# Belarusian has neither и nor щ: without both, with at most this share of Russian words and with one of these letter
# groups, a text is Belarusian.
BELARUSIAN_KNOWN = 0.6
_BELARUSIAN_GROUPS = re.compile("дз|ц[ьц]|гэ|што|ыя|ага|аец|ння|эт|ры|рэ|нн[яе]|дч|лі")
_CYRILLIC_LISTS = ("ru", "uk", "bg", "mk", "sr")
_LATIN_LISTS = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "sh", "ro", "sv", "nb", "da", "fi", "hu", "tr"),
    *("lt", "lv", "ca", "id"),
)
# wordfreq's Serbian list is in Latin letters; the three digraphs first, since each is one Cyrillic letter.
_SERBIAN_DIGRAPHS = {"lj": "љ", "nj": "њ", "dž": "џ"}
_SERBIAN_LETTERS = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")
_SCRIPT_LANGUAGES = {
    "GREEK": "el", "HEBREW": "he", "ARABIC": "ar", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "THAI": "th",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_NOISE = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@\S+|[@#]\w+")  # addresses are in no language
_FLOOR = 1e-8  # frequency of a word that a list does not hold
_PRIOR = 3.0  # how much, in natural log units, the languages asked for are preferred
_SURE = 4.0  # lead of the best language, in natural log units, from which the words need no second witness


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


def language_name(code: str) -> str:
    """English name of a language, from the CLDR tables.

    Example:
        >>> language_name("be")
        'Belarusian'
    """
    from babel import Locale

    return Locale("en").languages.get(code, code) if code != "und" else "an unknown language"


def detect_language(text: str) -> Detection:
    """The language most of a text is written in; the same text always gets the same answer.

    Example:
        >>> detect_language("Путин поручил правительству подготовить доклад.").language
        'ru'
    """
    words = _WORD.findall(_NOISE.sub(" ", normalize(_sample(text)).text))
    scripts = Counter(_script(word[0]) for word in words for _ in word)
    letters = scripts.total()
    small = Counter(_script(word[0]) for word in words if word.islower() for _ in word)
    if scripts["CYRILLIC"] >= MIXED_SHARE * letters and small["CYRILLIC"] > small["LATIN"]:
        # Russian names firms and goods in Latin letters, English never names anything in Cyrillic ones.
        scripts["LATIN"] = min(scripts["LATIN"], scripts["CYRILLIC"] - 1)
    if not letters:
        return Detection("und", 0.0, "No letters found")
    script, count = min(scripts.items(), key=lambda item: (-item[1], item[0]))
    own = [word for word in words if _script(word[0]) == script]
    if script == "CYRILLIC":
        found = _cyrillic(own)
    elif script == "LATIN":
        found = _by_words(own, _LATIN_LISTS, "en")
    else:
        language = "ja" if scripts["HIRAGANA"] else _SCRIPT_LANGUAGES.get(script, "und")
        found = Detection(language, 0.95, f"{language_name(language)}: written in {script.capitalize()} letters")
    if count < 0.8 * letters:
        share = f"{count / letters:.0%} of the letters are {script.capitalize()}"
        return Detection(found.language, found.probability * count / letters, f"{found.reason}; {share}")
    return found


def foreign_sentences(sentences: Sequence[str], language: str) -> tuple[int, ...]:
    """Indices of the sentences that are surely not in the document's language.

    Only sure cases count: a title, a name or a short quote in other letters is no foreign sentence. A document that is
    neither Russian nor English has none: it is refused as a whole.
    """
    if language not in SUPPORTED:
        return ()
    return tuple(i for i, sentence in enumerate(sentences) if _foreign(sentence, language))


def require_pair(source: Detection, target: Detection) -> None:
    """Check that one text is Russian and the other English.

    Raises:
        UnsupportedLanguage: One of them is neither.
        SameLanguage: Both are the same.
    """
    for side, detection in (("first", source), ("second", target)):
        if detection.language not in SUPPORTED:
            raise UnsupportedLanguage(side, detection.language, detection.reason)
    if source.language == target.language:
        raise SameLanguage(source.language, language_name(source.language))


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


def _cyrillic(words: Sequence[str]) -> Detection:
    """Language of Cyrillic words: by letters where they decide, else by words."""
    letters = Counter("".join(words).lower())
    aliens = {letter: letters[letter] for letter in sorted(_ALIEN_LETTERS) if letters[letter]}
    count, total = sum(aliens.values()), letters.total()
    if count >= ALIEN_SHARE * total and count > sum(letters[letter] for letter in _RUSSIAN_LETTERS) * 0.25:
        language = _cyrillic_by_letters(letters)
        shown = sorted(aliens, key=lambda letter: (-aliens[letter], letter))[:4]
        reason = f"{language_name(language)}: {', '.join(sorted(shown))} found"
        return Detection(language, 0.99 if count > 3 else 0.9, reason)
    found = _by_words(words, _CYRILLIC_LISTS, "ru", _cyrillic_bias(letters))
    if found.language == "ru" and total >= 12 and not letters["и"] + letters["щ"] + letters["ъ"]:
        known = _known_share(Counter(word.lower() for word in words), "ru")
        rare = 0.926**total < 1 - known  # и is 7.4 % of Russian letters: how likely are none?
        if known <= BELARUSIAN_KNOWN and rare and _BELARUSIAN_GROUPS.search(" ".join(words).lower()):
            return Detection("be", 0.9, f"Belarusian: no и among {total} letters, and few Russian words")
    marks = sorted(letter for letter in _RUSSIAN_LETTERS if letters[letter])
    # ы never stands in Bulgarian, Macedonian, Serbian and Ukrainian; names and quotes aside
    if found.language != "ru" and sum(letters[letter] for letter in marks) >= max(1, 0.008 * total):
        return Detection("ru", 0.97, f"Russian: {', '.join(marks)} found")
    return found


def _cyrillic_by_letters(letters: Mapping[str, int]) -> str:
    """Language for which the letters that Russian lacks speak loudest."""
    votes = Counter({group: sum(letters[letter] for letter in alien) for group, alien in _ALIEN.items()})
    if votes["uk/be/kk"] or votes["uk"] or votes["be"]:
        belarusian, ukrainian = votes["be"] + letters["ы"] + letters["э"] + letters["ё"], votes["uk"] + letters["и"]
        kazakh = votes["kk"] + votes["ky/mn"]
        if kazakh > belarusian / 2 and kazakh > votes["uk"]:
            return "kk"
        return "be" if belarusian > ukrainian else "uk"
    if votes["sr/mk"] or votes["sr"] or votes["mk"]:
        return "mk" if votes["mk"] > votes["sr"] else "sr"
    single = {group: votes[group] for group in ("kk", "tt", "ba", "tg", "ky/mn")}
    best = max(single, key=lambda group: single[group])
    return "ky" if best == "ky/mn" else best


def _cyrillic_bias(letters: Counter[str]) -> dict[str, float]:
    """Log likelihood, beyond the words, of how often ы э ё (2.4 % in Russian) and ъ (1.7 % in Bulgarian) stand."""
    total = letters.total()
    marks = sum(letters[letter] for letter in _RUSSIAN_LETTERS)
    russian = 2.0 * marks if marks else total * log(1 - 0.024)
    return {"ru": russian, "bg": 3.0 * letters["ъ"] if letters["ъ"] else total * log(1 - 0.017)}


def _by_words(
    words: Sequence[str], languages: Sequence[str], favourite: str, bias: Mapping[str, float] | None = None
) -> Detection:
    """Language in whose list the words are most common, with langdetect as second witness where that is unsure."""
    counted = Counter(word.lower().replace("’", "'") for word in words)
    scores = {language: _score(counted, language) for language in (favourite,)}
    own = _known_share(counted, favourite)
    common = sum(count for word, count in counted.items() if word in _function_words(favourite)) / counted.total()
    bias = bias or {}
    needed = 0.25 if favourite == "en" else 0.3  # Russian shares more of its small words with its neighbours
    if bias.get(favourite, 0.0) >= 0 and counted.total() >= 8 and common >= needed and own > 0.7:
        examples = _examples(counted, favourite)
        return Detection(favourite, 0.99, f"{language_name(favourite)}: common words found ({examples})")
    for language in languages:
        if language != favourite:
            scores[language] = _score(counted, language)
    scores[favourite] += _PRIOR
    for language, weight in bias.items():
        scores[language] += weight
    ranked = sorted(scores, key=lambda language: (-scores[language], languages.index(language)))
    best, lead = ranked[0], scores[ranked[0]] - scores[ranked[1]]
    code = {"sh": "sr", "nb": "no"}.get(best, best)
    if lead >= _SURE or len("".join(words)) < 25 or _known_share(counted, best) > 0.5:
        examples = _examples(counted, best)
        what = f"common words found ({examples})" if examples else "its letters, though no common word, found"
        return Detection(code, _probability(scores, best), f"{language_name(code)}: {what}")
    return _by_letter_groups(" ".join(words), code)


def _by_letter_groups(text: str, otherwise: str) -> Detection:
    """langdetect's opinion, for words that no list holds."""
    from langdetect import DetectorFactory, LangDetectException, detect_langs  # type: ignore[import-untyped]

    DetectorFactory.seed = 0  # read anew for every text, so that no text's answer depends on the one before
    try:
        first = detect_langs(text)[0]
    except LangDetectException:
        return Detection(otherwise, 0.3, f"{language_name(otherwise)}: the only trace found")
    code = str(first.lang).split("-")[0]
    return Detection(code, float(first.prob) * 0.9, f"{language_name(code)}: its letter groups found")


@cache
def _frequencies(language: str) -> Mapping[str, float]:
    from wordfreq import get_frequency_dict

    if language != "sr":
        frequencies: Mapping[str, float] = get_frequency_dict(language, "small")
        return frequencies
    return {_serbian_cyrillic(word): frequency for word, frequency in get_frequency_dict("sh", "small").items()}


def _serbian_cyrillic(word: str) -> str:
    for latin, letter in _SERBIAN_DIGRAPHS.items():
        word = word.replace(latin, letter)
    return word.translate(_SERBIAN_LETTERS)


@cache
def _function_words(language: str) -> frozenset[str]:
    """The hundred most common words of a language that have letters."""
    frequencies = _frequencies(language)
    words = [word for word in sorted(frequencies, key=lambda word: (-frequencies[word], word))[:120] if word.isalpha()]
    return frozenset(words[:100])


def _score(words: Mapping[str, int], language: str) -> float:
    """Log likelihood of the words in a language, in natural units."""
    frequencies = _frequencies(language)
    return sum(count * log(max(frequencies.get(word, 0.0), _FLOOR)) for word, count in words.items())


def _known_share(words: Counter[str], language: str) -> float:
    frequencies = _frequencies(language)
    return sum(count for word, count in words.items() if word in frequencies) / words.total()


def _probability(scores: Mapping[str, float], best: str) -> float:
    """Share of the best in the softmax of all; each word is a weak witness, so the scores are tempered."""
    top = scores[best]
    return 1 / sum(exp(max(-50.0, (score - top) / 2)) for score in scores.values())


def _examples(words: Counter[str], language: str) -> str:
    """Up to three words that show the language best."""
    frequencies = _frequencies(language)
    rank: Callable[[str], tuple[float, str]] = lambda word: (-frequencies.get(word, 0.0), word)  # noqa: E731
    return ", ".join(sorted((word for word in words if word in frequencies), key=rank)[:3])


def _foreign(sentence: str, language: str) -> bool:
    """Whether a sentence is surely in another language than its document."""
    text = normalize(sentence[:FOREIGN_SAMPLE]).text
    words = _WORD.findall(_NOISE.sub(" ", text))
    other = [word for word in words if _script(word[0]) != ("CYRILLIC" if language == "ru" else "LATIN")]
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
