"""What a passage that only one version has is about, in three words: the names and figures in it, as they stand."""

import re
from collections.abc import Sequence

from translate.facts.mention import Mention, NameMention, NumberMention
from translate.languages.registry import language_of
from translate.wording.naming import Version
from translate.wording.phrase import Phrase

MOST = 3  # names and figures that are told
_WORD = re.compile(r"\s[^\W\d_]+")
LONGEST_SMALL = 4  # letters of a small word; longer ones of that list can be counted: people, years
LONGEST = 40  # characters of one of them; what is longer is no short word for anything


def found_only(version: Version, mentions: Sequence[Mention], text: str) -> Phrase:
    """What is told of a whole sentence that one version has."""
    about = about_what(mentions, text, version.language)
    if about:
        return Phrase("Found only in {version}: {about}.", version=version, about=about)
    return Phrase("Found only in {version}.", version=version)


def part_found_only(version: Version, mentions: Sequence[Mention], text: str) -> Phrase:
    """What is told of a part of a sentence that one version has."""
    about = about_what(mentions, text, version.language)
    if about:
        return Phrase("This part of the sentence is found only in {version}: {about}.", version=version, about=about)
    return Phrase("This part of the sentence is found only in {version}.", version=version)


def about_what(mentions: Sequence[Mention], text: str, language: str) -> str:
    """The first names and figures of a passage in reading order, each once and as it stands; "" where it has none.

    Args:
        mentions: What was read in the passage, with offsets into the text.
        text: The sentence up to the end of the passage; a number without a unit is told with the word behind it.
        language: Code of its language.
    """
    small = frozenset(str(language_of(language).table("function_words").get("words", "")).split())
    told: list[str] = []
    ends: list[tuple[int, int]] = []
    for mention in sorted(mentions, key=lambda each: (each.start, -each.end)):
        words = mention.text.strip(" ,;:.")
        if isinstance(mention, NumberMention) and mention.unit is None:
            counted = _WORD.match(text, mention.end)
            word = counted.group().strip().casefold() if counted else ""
            if counted and (word not in small or len(word) > LONGEST_SMALL) and not _is_verb(word, language):
                words += counted.group()
        weak = isinstance(mention, NumberMention) and mention.weak
        small_word = isinstance(mention, NameMention) and words.casefold() in small
        inside = any(start <= mention.start and mention.end <= end for start, end in ends)
        if words and not weak and not small_word and not inside and len(words) <= LONGEST and words not in told:
            told.append(words)
            ends.append((mention.start, mention.end))
    return ", ".join(told[:MOST])


def _is_verb(word: str, language: str) -> bool:
    """Whether the dictionary of a language, where it has one, reads a word as a verb: "six are" is told as six."""
    return "VERB" in language_of(language).morphology.grammemes(word)
