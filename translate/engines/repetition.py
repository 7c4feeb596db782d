"""Words and phrases said over and over, which a translation model does when it has lost the thread."""

import re
from collections import Counter

from translate.wording.phrase import Phrase

MAX_LOOP = 12  # words of a phrase that is looked for right behind itself
MIN_TIMES = 3  # a phrase said three times running is no accident; a word twice may be ("very, very")
MIN_HALF = 2  # words of a sentence said twice; "very, very" has one
MIN_ECHO = 5  # words in a row that come again anywhere; titles and formulas of news are shorter
ECHO_SHARE = 0.25  # of a text's five-word groups
MIN_ECHOED = 2  # five-word groups: a single one is a quoted title
_WORD = re.compile(r"[^\W_]+")
_STUTTER = re.compile(r"([^\d_]{1,8}?)\1{5,}")  # inside a word or of signs: "ааааааа", "!!!!!!!!", "ha-ha-ha-ha-ha-ha-"
_MIN_STUTTER = 8  # characters; a line of dots may have six


def repetition(text: str, source: str) -> str | None:
    """What a text repeats, as part of a sentence, or None; the source's own repetitions are its translator's duty.

    Example:
        >>> repetition("He said he said he said he said no.", "Он сказал нет.")
        'a phrase is repeated 4 times: he said'
    """
    words, own = _words(text), _words(source)
    times, phrase = _loop(words)
    if times >= MIN_TIMES and times > _loop(own)[0]:
        if len(phrase) == 1:
            return Phrase("a word is repeated {times} times: {words}", times=times, words=phrase[0])
        return Phrase("a phrase is repeated {times} times: {words}", times=times, words=" ".join(phrase))
    half = len(words) // 2
    if half >= MIN_HALF and words[:half] == words[-half:] and own[: len(own) // 2] != own[-(len(own) // 2) :]:
        return Phrase("it is said twice")
    if _echoes(words) >= max(MIN_ECHOED, ECHO_SHARE * (len(words) - MIN_ECHO + 1)) and not _echoes(own):
        return Phrase("a part of it is said twice")
    stutter = _STUTTER.search(text)
    if stutter is not None and len(stutter.group()) >= _MIN_STUTTER and _STUTTER.search(source) is None:
        return Phrase("it stutters: {sound}…", sound=stutter.group()[:12].strip())
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _loop(words: list[str]) -> tuple[int, list[str]]:
    """How often the most repeated phrase follows itself, and the phrase; (1, []) where none does."""
    best, phrase = 1, list[str]()
    for length in range(1, min(MAX_LOOP, len(words) // 2) + 1):
        run = 0
        for i, (word, again) in enumerate(zip(words, words[length:], strict=False)):
            run = run + 1 if word == again else 0
            if run // length + 1 > best:
                best, phrase = run // length + 1, words[i - run + 1 : i - run + 1 + length]
    return best, phrase


def _echoes(words: list[str]) -> int:
    """Number of groups of five words that stood in the text before."""
    groups = Counter(zip(*(words[i:] for i in range(MIN_ECHO)), strict=False))
    return sum(count - 1 for count in groups.values())
