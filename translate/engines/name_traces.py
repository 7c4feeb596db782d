"""Names that a translation should keep: heard on the other side, in whatever letters and with whatever ending.

Names are compared as consonants ("Мишустиным" and "Mishustin" have most of them in common), because systems of
transliteration differ in vowels first, and Russian endings are mostly vowels.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

import iuliia  # type: ignore[import-untyped]
from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from translate.engines.lexicon import listed_words
from translate.languages.ru.morphology import is_known, parses
from translate.text.language_model import function_words

HEARD = 66  # likeness of two skeletons, in [0, 100]; unrelated names of four consonants reach 50
MIN_CONSONANTS = 2  # a skeleton of one consonant is heard in everything
MIN_LETTERS = 4  # shorter words with a capital are rather acronyms, and those are translated
TITLE_CASE_SHARE = 0.6  # above it a line is a headline in title case, where capitals say nothing
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_BEGINNERS = frozenset(".!?…:;\"«“„‘'([—–*•#/")  # behind them any word may have a capital
_CYRILLIC = re.compile("[а-яё]")
_NAME_TAGS = frozenset({"Surn", "Name", "Geox"})  # grammemes of pymorphy: surname, first name, place
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("shch|sch|tch|zh|sh|ch|dzh|dj|ts|tz|cz|j|x|c(?=[eiy])", "s"), ("ph", "f"), ("kh|gh", "h"), ("th", "t"),
        ("ck|q|c", "k"), ("w", "v"), ("(?<=[aeo])u", "v"), ("z", "s"), ("g", "h"), ("[^bdfhklmnprstv]", ""),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_SILENT_H = re.compile("(?<=[aeiouyrlnmw])h(?![aeiouy])")
_RIVAL_READINGS = (
    ("ge", "je"),
    ("gi", "ji"),
    ("ch", "kh"),
    ("th", "f"),
    ("th", "s"),
    ("j", "kh"),
    ("j", "y"),
    ("x", "ks"),
)
# Names that sound different in the two languages, or that one of them says with a common word. Beginnings of words, so
# that all their forms count. Common words in names ("Ministry", "Операция") are told by the word lists instead.
_SOUND_DIFFERENT = tuple(
    (  # noqa: SIM905
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "septem octob novem decem christmas easter british britain united german chin greece greek georgia hungar "
        "egypt polish dutch holland netherlands spain spanish switzer cypr croat jewish muslim christian orthodox "
        "catholic soviet russian arab mediterran pacific athens great scot northern southern eastern western ministr "
        "labour labor brexit democrat republic conserv liberal inspectorate defence "
        "великобрит британ кита герман греци греч груз венг польш полят египет египт испан швейцар кипр голланд "
        "нидерланд хорват афин рождеств пасх тих атлантич минист минобор минприр минздрав минюст минфин минсель "
        "минэкон минэнерг минпром минцифр минтранс минкульт минстро минтруд минспорт минпрос минобр роспотреб "
        "росздрав росавиа роскомнадз росстат росреестр генпрокур центробанк совфед "
        "шотланд америк госуд госдум евросоюз брекзит брексит мосгор лен всеросс аравия аравии"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names of a text.

    Attributes:
        written: Words with a capital inside a sentence, each once, as they stand.
        heard: Readings of all words of the text, what a name of the other text may be heard in.
    """

    written: tuple[str, ...]
    heard: tuple[str, ...]


def read_name_traces(text: str) -> Names:
    """Words with a capital inside the sentences of a text, and how all its words sound."""
    words = list(_WORD.finditer(text))
    long = [word.group() for word in words if len(word.group()) >= MIN_LETTERS]
    title_case = len(long) > 2 and sum(word[0].isupper() for word in long) > TITLE_CASE_SHARE * len(long)
    named = [] if title_case else [word.group() for word in words if _is_name(text, word)]
    heard = dict.fromkeys(key for word in words for key in readings(word.group()) if key)
    return Names(tuple(dict.fromkeys(named)), tuple(heard))


def unheard(names: Names, other: Names) -> tuple[str, ...]:
    """Names that sound like no word of the other text."""
    return tuple(name for name in names.written if not any(_heard(key, other.heard) for key in readings(name)))


def _heard(key: str, others: tuple[str, ...]) -> bool:
    return process.extractOne(key, others, scorer=ratio, score_cutoff=HEARD) is not None


def _is_name(text: str, match: re.Match[str]) -> bool:
    before = match.start() - 1
    while before >= 0 and text[before].isspace():
        before -= 1
    return before >= 0 and text[before] not in _BEGINNERS and _known_as_name(match.group())


@lru_cache(maxsize=50_000)
def _known_as_name(word: str) -> bool:
    """Whether a word with a capital is one that translations transliterate, and no common word of a longer name."""
    if not word[0].isupper() or word.isupper() or len(word) < MIN_LETTERS or len(skeleton(word)) < MIN_CONSONANTS:
        return False
    lower = word.casefold().removesuffix("'s").removesuffix("’s")
    if lower.startswith(_SOUND_DIFFERENT):
        return False
    if _CYRILLIC.search(lower):
        return not is_known(lower) or bool(_NAME_TAGS & set(parses(lower)[0].tag.grammemes))
    return not {lower, lower.removesuffix("s"), lower.removesuffix("es")} & _common_english()


@cache
def _common_english() -> frozenset[str]:
    return frozenset(listed_words("en")) | frozenset(function_words("en"))


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[str, ...]:
    """Every skeleton that a word can have: names in English keep the spelling of many languages."""
    lower = word.casefold()
    rivals = [skeleton(lower.replace(spelt, sound)) for spelt, sound in _RIVAL_READINGS if spelt in lower]
    return tuple(dict.fromkeys((skeleton(lower), *rivals)))


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Consonants of a word in either script, sounds that systems of transliteration confuse made one.

    Example:
        >>> skeleton("Мишустиным"), skeleton("Mishustin"), skeleton("Харрис"), skeleton("Harris")
        ('mstnm', 'mstn', 'hrs', 'hrs')
    """
    lower = word.casefold().removesuffix("'s").removesuffix("’s")
    if _CYRILLIC.search(lower):
        latin = str(iuliia.WIKIPEDIA.translate(lower.replace("дж", "ж").replace("кс", "с"))).casefold()
    else:
        latin = _SILENT_H.sub("", unicodedata.normalize("NFKD", lower))
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    return latin
