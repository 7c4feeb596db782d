"""Whether a machine translation can be shown and used as evidence, judged by what broken ones have in common.

Models that lose the thread emit a music sign, a remark for the deaf, one word over and over, half of the sentence,
another sentence, or the original. Each rule below looks for one such sign and gives it a weight; a weight of 1 condemns
a translation by itself, lesser ones add up. Style and small mistakes are not judged. A fluent translation of something
else shows no such sign: there the sentence encoder tells, whose cosine of both sides also says how much a length means.

Weights and thresholds were chosen on half of the development documents; `benchmarks/measure/health.py` prints what
they reach on the other half.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio

from translate.engines.protocols import Embedder, fitted_name
from translate.engines.repetition import repetition
from translate.engines.traces import Traces
from translate.languages.registry import language_of, pair_of
from translate.models.stored import has_model, read_model
from translate.text.language_model import function_words
from translate.text.normalization import normalize
from translate.wording.phrase import Phrase, counted

CONDEMNED = 1.0  # sum of weights from which a translation is unreliable
LONGEST_COMPARED = 2_000  # characters; the start of longer passages is judged, and their numbers and names are not

# Length. The natural log of the ratio of letters and digits has a mean that the pair of languages tells; its deviation
# falls from 0.25 (10 letters) to 0.16 (250 and more) in the fitting documents.
DEVIATION, SHORT_DEVIATION = 0.15, 1.5
DEVIATIONS_ALLOWED = 1.3  # below it a length says nothing
DEVIATIONS_CONDEMNED = 3.6  # 1 of 200 clean translations is so far off
LONGER = 0.6  # good translators explain more often than they leave out, and models that go on repeat themselves
PADDING = 3  # letters added to both sides, so that "Нет." may become "No."

MAX_FOREIGN_SHARE = 0.25  # of the letters of a clean translation, where its language does not say otherwise
MIN_FOREIGN_LETTERS = 3
MIN_KEPT_WORDS = 2  # different small words of the source as they were; more than the "of the" of "State of the Union"
COPIED = 90.0  # likeness with the source, in [0, 100], of what was not translated
MIN_COPIED_WORDS = 2  # lower-case words: "BBC News" is rightly copied

# Of clean translations 0.5 % lack a number and 0.4 % a final stop.
NUMBER_WEIGHT = 1.0
CONVERTED_WEIGHT = 0.3  # people round what they convert from miles to kilometres
NAME_WEIGHT = 0.6  # for each, where its language does not say otherwise: a rare word with a capital need not be a name
NO_STOP_WEIGHT = 0.8
QUESTION_WEIGHT = 0.9

ALIKE_SHARE = 0.25  # of the weight of the length and the missing stop that is left where both sides are alike

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_ADDRESS = re.compile(r"(?<!\S)\S*\w[@./_]\w\S*")  # weather.com, press@mchs.ru
_DEBRIS = re.compile(
    r"[♪♫♩♬⁇�▁░█]|<\s*/?\s*(?:unk|s|pad|br|i|b)\s*/?\s*>|&(?:quot|amp|lt|gt|apos|nbsp|#\d+);|@-@|@@(?=\s)|__\w+__"
    r"|\bunk\b|\{\\an?\d\}",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*(?:[-–—]\s*)?(?:\[[^\]]{0,60}\]|\([^)]{0,60}\)|\*[^*]{1,60}\*)")
_BRACKETS = "([*"
_STOPS = frozenset(".!?:;…")
_CLOSERS = " \u00a0\"'»”’“)]*"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a sentence and its translation are in meaning.

    Attributes:
        against: Weight against the translation; 0 where they are alike enough.
        length_counts: Share of their weight that the length and the missing stop keep, in [ALIKE_SHARE, 1].
    """

    against: float
    length_counts: float


@dataclass(frozen=True, slots=True)
class Cosines:
    """What the cosine of a sentence with its translation says, by one encoder.

    The figures are of the one that comes with Parallax, whose cosines of free translations of short sentences go as
    low as 0.25.

    Attributes:
        condemned: A translation below it is unreliable: 1 in 5,000 clean pairs, and 97 in 100 of sentences that have
            nothing to do with each other.
        unlike: Below it the cosine speaks against a translation: 17 in 1,000 clean pairs. Above it the length and the
            missing stop mean less and less.
        alike: From it on they mean ALIKE_SHARE of what they did: 55 of 100 clean pairs, 1 of 100 truncated ones.
    """

    condemned: float
    unlike: float
    alike: float

    def likeness(self, cosine: float) -> Likeness:
        """What a cosine in [-1, 1] says."""
        alike = min(1.0, max(0.0, (cosine - self.unlike) / (self.alike - self.unlike)))
        against = max(0.0, (self.unlike - cosine) / (self.unlike - self.condemned))
        return Likeness(against, 1.0 - (1.0 - ALIKE_SHARE) * alike)


@cache
def cosines(encoder: str) -> Cosines:
    """What was found for an encoder.

    Raises:
        ModelMismatch: Nothing was.
    """
    record = read_model("health", encoder)
    return Cosines(record["condemned"], record["unlike"], record["alike"])


@dataclass(frozen=True, slots=True)
class Health:
    """What there is to say against a translation.

    Attributes:
        reliable: Whether it can be shown and used as evidence.
        reasons: Plain parts of a sentence about the translation, the gravest first: "the numbers 43, 2024 are missing".
            A reliable translation may have some, none of them grave.
        score: In (0, 1]; 1 if there is nothing to say, reliable above 0.5.
    """

    reliable: bool
    reasons: tuple[str, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class _Fault:
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Alphabets:
    """Letters of a translation: those of its language, those of the source's alone, and small words in either."""

    own: re.Pattern[str]
    foreign: re.Pattern[str]
    small_word: re.Pattern[str]


def check_translation(
    source: str, translation: str, source_language: str, target_language: str, likeness: Likeness | None = None
) -> Health:
    """Judge the translation of one sentence or passage; time grows with the length alone.

    Args:
        source: The sentence.
        translation: What the engine made of it.
        source_language, target_language: ISO 639-1 codes of their languages.
        likeness: From `likenesses`; None leaves the meaning out of the judgement.

    Example:
        >>> check_translation("Погибли 43 человека.", "♪", "ru", "en").reasons
        ('it holds debris: ♪', 'it has no words')
        >>> check_translation("Погибли 43 человека.", "Forty-three people died.", "ru", "en").reliable
        True
    """
    if not _LETTER_OR_DIGIT.search(source):
        return _judged(list(_debris(source, translation)))
    faults = list(_debris(source, translation))
    if not _LETTER_OR_DIGIT.search(translation):
        faults.append(_Fault(1.0, Phrase("it has no words") if translation.strip() else Phrase("it is empty")))
        return _judged(faults)
    before, after = source[:LONGEST_COMPARED], translation[:LONGEST_COMPARED]
    faults += _script(before, after, source_language, target_language)
    if (repeated := repetition(after, before)) is not None:
        faults.append(_Fault(1.0, repeated))
    share = 1.0 if likeness is None else likeness.length_counts
    for fault in (*_length(source, translation, source_language, target_language), *_stop(source, translation)):
        faults.append(_Fault(share * fault.weight, fault.reason))
    if max(len(source), len(translation)) <= LONGEST_COMPARED:
        kept = Traces(source, source_language), Traces(translation, target_language)
        faults += _numbers(*kept)
        faults += _names(*kept)
    faults += _question(source, translation)
    if likeness is not None and likeness.against > 0:
        faults.append(_Fault(likeness.against, Phrase("it seems to say something else")))
    return _judged(faults)


def best_hypothesis(
    source: str,
    hypotheses: Sequence[str],
    source_language: str,
    target_language: str,
    likenesses: Sequence[Likeness | None] | None = None,
) -> tuple[str, Health]:
    """The first reliable translation of several, the engine's favourite first; the least bad one if none is.

    Args:
        source: The sentence.
        hypotheses: Its translations.
        source_language, target_language: ISO 639-1 codes.
        likenesses: One for each hypothesis, as `check_translation` takes it.

    Raises:
        ValueError: There are no hypotheses, or not as many likenesses.
    """
    if not hypotheses:
        raise ValueError("No hypotheses to choose from.")
    judged: list[tuple[str, Health]] = []
    alike = [None] * len(hypotheses) if likenesses is None else likenesses
    for hypothesis, likeness in zip(hypotheses, alike, strict=True):
        health = check_translation(source, hypothesis, source_language, target_language, likeness)
        if health.reliable:
            return hypothesis, health
        judged.append((hypothesis, health))
    return max(judged, key=lambda pair: pair[1].score)  # max keeps the first of equals


def likenesses(
    sources: Sequence[str], translations: Sequence[str], embedder: Embedder | None
) -> list[Likeness] | list[None]:
    """How like each sentence and its translation are, by the cosines of an encoder.

    Encoding takes 3 ms for each text of 25 words, 0.05 ms for one that a caching embedder has met before: it knows the
    sentences of a comparison, and their translations from the second time on.

    Returns:
        None for each where there is no embedder, or nothing is known of what its cosines mean.
    """
    if embedder is None or not has_model("health", fitted_name(embedder)):
        return [None] * len(sources)
    # The stages encode sentences in their normal spelling.
    rows = [embedder.encode([normalize(text).text for text in texts]) for texts in (sources, translations)]
    known = cosines(fitted_name(embedder))
    return [known.likeness(cosine) for cosine in (rows[0] * rows[1]).sum(axis=1).tolist()]


def _judged(faults: list[_Fault]) -> Health:
    total = sum(fault.weight for fault in faults)
    gravest_first = sorted(faults, key=lambda fault: -fault.weight)
    return Health(total < CONDEMNED, tuple(fault.reason for fault in gravest_first), 2.0 ** (-total / CONDEMNED))


def _debris(source: str, translation: str) -> Iterator[_Fault]:
    """Signs and remarks of subtitles, and what tokenizers leave behind, unless the source has them too."""
    held = {sign.casefold() for sign in _DEBRIS.findall(source)}
    signs = [sign for sign in dict.fromkeys(_DEBRIS.findall(translation)) if sign.casefold() not in held]
    if signs:
        yield _Fault(1.0, Phrase("it holds debris: {signs}", signs=" ".join(signs)))
    remark = _REMARK.match(translation)
    if remark is not None and not source.lstrip(' -–—\u00a0"«“').startswith(tuple(_BRACKETS)):
        yield _Fault(1.0, Phrase("it begins with a remark: {remark}", remark=remark.group().strip()))


def _script(source: str, translation: str, source_language: str, target_language: str) -> Iterator[_Fault]:
    alphabets = _alphabets(source_language, target_language)
    own, foreign = (len(letter.findall(translation)) for letter in (alphabets.own, alphabets.foreign))
    letters = len([sign for sign in translation if sign.isalpha()])
    if letters - own - foreign > letters / 4:  # accents are few
        yield _Fault(1.0, Phrase("it is written in letters of a third language"))
    small = alphabets.small_word.findall(_ADDRESS.sub(" ", translation))
    written = [word for word in small if alphabets.foreign.match(word)]
    if foreign >= MIN_FOREIGN_LETTERS:
        kept = set(written) & set(alphabets.small_word.findall(source))
        share = language_of(target_language).table("health").get("foreign_share", MAX_FOREIGN_SHARE)
        if foreign > share * letters and written:  # names alone may stay as they are: "Apple Watch Series 7"
            yield _Fault(1.0, _WRITTEN.get(language_of(source_language).script, _WRITTEN[""]))
        elif len(kept) >= MIN_KEPT_WORDS and not kept <= function_words(source_language).keys():
            yield _Fault(1.0, Phrase("it has words left untranslated: {words}", words=", ".join(sorted(kept)[:4])))
    copied = len(small) >= MIN_COPIED_WORDS and (
        ratio(source[:LONGEST_COMPARED], translation[:LONGEST_COMPARED], score_cutoff=COPIED) > 0
    )
    if copied:
        yield _Fault(1.0, Phrase("it repeats the sentence untranslated"))


@cache
def _alphabets(source_language: str, target_language: str) -> _Alphabets:
    """Any letter is right where one of the languages does not say which it has."""
    source, target = language_of(source_language), language_of(target_language)
    if not source.letters or not target.letters:
        return _Alphabets(re.compile(r"[^\W\d_]"), re.compile("(?!)"), re.compile(r"\b[^\W\d_]{2,}\b"))
    own, foreign = target.letters, "" if source.script == target.script else source.letters
    return _Alphabets(
        re.compile(f"[{own}{own.upper()}]"),
        re.compile(f"[{foreign}{foreign.upper()}]" if foreign else "(?!)"),
        re.compile(rf"(?<!\w)[{own}{foreign}]{{2,}}(?!\w)"),
    )


_WRITTEN = {  # by the script of the source
    "LATIN": Phrase("it is written in Latin letters"),
    "CYRILLIC": Phrase("it is written in Russian letters"),
    "": Phrase("it is written in the letters of the sentence"),
}
_LENGTHS = {  # by whether it is shorter, and far so
    (True, False): Phrase("it is shorter than the sentence"),
    (True, True): Phrase("it is far shorter than the sentence"),
    (False, False): Phrase("it is longer than the sentence"),
    (False, True): Phrase("it is far longer than the sentence"),
}


def _length(source: str, translation: str, source_language: str, target_language: str) -> Iterator[_Fault]:
    before, after = (len(_LETTER_OR_DIGIT.findall(text)) for text in (source, translation))
    expected = _expected_ratio(before, source_language, target_language)
    difference = math.log((after + PADDING) / (before + PADDING)) - expected
    deviations = abs(difference) / (DEVIATION + SHORT_DEVIATION / (before + PADDING))
    if deviations > DEVIATIONS_ALLOWED:
        weight = ((deviations - DEVIATIONS_ALLOWED) / (DEVIATIONS_CONDEMNED - DEVIATIONS_ALLOWED)) ** 2
        if difference > 0:
            weight *= LONGER
        yield _Fault(weight, _LENGTHS[difference < 0, weight >= CONDEMNED])


def _expected_ratio(letters: int, source_language: str, target_language: str) -> float:
    """Mean natural log of what a good translation has of letters and digits for each of the source."""
    start, slope, most = _ratios(source_language, target_language)
    return start + slope * min(letters, most)


@cache
def _ratios(source_language: str, target_language: str) -> tuple[float, float, int]:
    """Where the mean starts, how it goes on with each letter of the source, and up to how many."""
    pair = pair_of(source_language, target_language)
    known = pair.table("health").get("ratio") if pair is not None else None
    if pair is None or known is None:
        return math.log(language_of(target_language).length / language_of(source_language).length), 0.0, 0
    sign = 1 if pair.first.code == source_language else -1
    return sign * known["start"], sign * known["slope"], known["letters"]


def _numbers(source: Traces, translation: Traces) -> Iterator[_Fault]:
    missing, added = source.lost_numbers(translation), translation.lost_numbers(source)
    if not missing and not added:
        return
    weight = CONVERTED_WEIGHT if source.converts(translation) else NUMBER_WEIGHT
    if missing:
        reason = counted(
            "the number {items} is missing", "the numbers {items} are missing", len(missing), items=_listed(missing)
        )
        yield _Fault(weight, reason)
    if added:
        reason = counted(
            "the number {items} is not in the sentence",
            "the numbers {items} are not in the sentence",
            len(added),
            items=_listed(added),
        )
        yield _Fault(weight, reason)


def _names(source: Traces, translation: Traces) -> Iterator[_Fault]:
    if missing := source.lost_names(translation):
        reason = counted(
            "the name {items} is missing", "the names {items} are missing", len(missing), items=_listed(missing)
        )
        yield _Fault(_name_weight(source.language) * len(missing), reason)
    if added := translation.lost_names(source):
        reason = counted(
            "the name {items} is not in the sentence",
            "the names {items} are not in the sentence",
            len(added),
            items=_listed(added),
        )
        yield _Fault(_name_weight(translation.language) * len(added), reason)


def _name_weight(language: str) -> float:
    weight: float = language_of(language).table("health").get("name_weight", NAME_WEIGHT)
    return weight


def _question(source: str, translation: str) -> Iterator[_Fault]:
    if ("?" in source) != ("?" in translation):
        yield _Fault(QUESTION_WEIGHT, Phrase("it is no question") if "?" in source else Phrase("it is a question"))


def _stop(source: str, translation: str) -> Iterator[_Fault]:
    stopped, goes_on = (text.rstrip(_CLOSERS)[-1:] in _STOPS for text in (source, translation))
    if stopped and not goes_on:
        yield _Fault(NO_STOP_WEIGHT, Phrase("it breaks off without a final stop"))


def _listed(items: Sequence[str]) -> str:
    """As "Harris, Pence"; the first four are enough."""
    return ", ".join(items[:4]) + (" …" if len(items) > 4 else "")
