"""Words of parallel news replaced by others that say something else, to measure and fit what finds them.

One word of a sentence, whose counterpart the dictionary knows, gives way to an opposite of it, to a word near it that
is no synonym, or to any other of its part of speech, in the same form. What is replaced depends on the seed and the
documents alone.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from benchmarks.data.development import Row, encoder, news
from translate.languages.bilingual import bilingual, relation_of
from translate.languages.dictionary import Dictionary
from translate.languages.en.inflection import bases, forms, irregular_forms
from translate.languages.equivalents import WORD
from translate.languages.ru.morphology import parses
from translate.story.vectors import Embeddings
from translate.text.language_model import function_words

OTHER = {"ru": "en", "en": "ru"}
COUNTED = ("ruen", "wmt20", "wmt21", "wmt22", "wmt23")  # news that is counted on and not fitted on
SORTS = ("opposite", "opposite", "near", "near", "any")  # what a word gives way to, drawn by chance
NEAR = (0.35, 0.8)  # cosines of a word that is near another and no synonym
FREQUENT = 6000  # words at the head of a dictionary, which stand in the order of their frequency
TRIED = 400  # words of a part of speech that are looked at for a near one
PARTS = ("n", "v", "adj")
SHORTEST = 4  # letters
_FORMS = {"NOUN": ("case", "number"), "ADJF": ("case", "number", "gender"), "ADJS": ("number", "gender"), "INFN": ()}
_FORMS |= {"VERB": ("tense", "number", "gender", "person", "mood"), "COMP": ()}
_TAGS = {"n": ("NOUN",), "v": ("VERB", "INFN"), "adj": ("ADJF", "ADJS", "COMP")}


def looked_at(folder: Path) -> tuple[str, ...]:
    """Names of the files of parallel news that is fitted on."""
    return tuple(name for name in news(folder) if not any(part in name for part in COUNTED))


def counted(folder: Path) -> tuple[str, ...]:
    """Names of the others."""
    return tuple(name for name in news(folder) if name not in looked_at(folder))


@dataclass(frozen=True, slots=True)
class Replaced:
    """A sentence with another word in it.

    Attributes:
        sort: "opposite", "near" or "any".
        side: Language of the changed sentence.
        text: What stands there now.
        place: Where the new word stands in it.
        counterpart: Where the old one's counterpart stands in the other sentence.
    """

    sort: str
    side: str
    text: str
    place: tuple[int, int]
    counterpart: tuple[int, int]


def replaced(row: Row, line: int, side: str, chance: random.Random) -> Replaced | None:
    """Replace one word of one side of a line; None where no word lends itself to it."""
    of = bilingual("ru", "en")
    assert of is not None
    text, other = row[side][line], row[OTHER[side]][line]
    places, others = (_places(line_text, language) for line_text, language in ((text, side), (other, OTHER[side])))
    if not places or not others:
        return None
    linked = of.equivalents.matrix([w for w, _ in places], side, [w for w, _ in others], OTHER[side])
    # The word and its counterpart know no other, so that nothing of what gives way is left.
    alone = [
        (i, int(linked[i].argmax()))
        for i in range(len(places))
        if linked[i].sum() == 1 and linked[:, int(linked[i].argmax())].sum() == 1
    ]
    chance.shuffle(alone)
    for sort in chance.sample(SORTS, len(SORTS)):
        for i, j in alone:
            new = _instead(places[i][0], others[j][0], side, sort, chance)
            if new is None or new in text.lower():
                continue
            start, end = places[i][1]
            if text[start].isupper():
                new = new[0].upper() + new[1:]
            changed, start = _with_article(text[:start], new) if side == "en" else (text[:start], start)
            return Replaced(sort, side, changed + new + text[end:], (start, start + len(new)), others[j][1])
    return None


def _with_article(before: str, new: str) -> tuple[str, int]:
    """What stands before a word, its "a" or "an" as the word asks."""
    match = re.search(r"\b(an?) $", before)
    if match:
        before = before[: match.start()] + ("an " if new[0].lower() in "aeiou" else "a ")
    return before, len(before)


def _places(text: str, language: str) -> list[tuple[str, tuple[int, int]]]:
    small = function_words(language)
    return [
        (match.group().lower(), match.span())
        for match in WORD.finditer(text)
        if len(match.group()) >= SHORTEST
        and match.group().lower() not in small
        and (match.start() == 0 or match.group()[0].islower())
    ]


def _instead(word: str, counterpart: str, side: str, sort: str, chance: random.Random) -> str | None:
    """Another word in the form of a word; None where there is none of that sort."""
    of = bilingual("ru", "en")
    assert of is not None
    dictionary = (of.first if side == "ru" else of.second).dictionary
    base = next(iter(dictionary.headwords(word)), None)
    part = next((entry.part for entry in dictionary.entries[base] if entry.part in PARTS), None) if base else None
    if base is None or part is None:
        return None
    if sort == "opposite":
        stock: Sequence[str] = [
            opposite for entry in dictionary.entries[base] if entry.part == part for opposite in entry.opposites
        ]
    else:
        words, rows = _stock(dictionary, part)
        places = chance.sample(range(len(words)), min(TRIED, len(words)))
        if sort == "near":
            cosines = rows[places] @ encoder().encode([base])[0]
            places = [
                place
                for cosine, place in sorted(zip(cosines.tolist(), places, strict=True), reverse=True)
                if NEAR[0] <= cosine <= NEAR[1]
            ][:3]
        stock = [words[place] for place in places[:20]]
    for new in chance.sample(stock, len(stock)):
        pair = (counterpart, new) if side == "en" else (new, counterpart)
        relation = relation_of(of, *pair)
        linked = of.equivalents.matrix([new], side, [counterpart], OTHER[side])[0, 0]
        if " " in new or linked or (sort != "opposite" and (relation.kin > 0 or relation.root > 0.5)):
            continue
        form = inflected(new, word, side, part)
        if form and form != word:
            return form
    return None


@cache
def _stock(dictionary: Dictionary, part: str) -> tuple[list[str], Embeddings]:
    words = [
        word
        for word, entries in islice(dictionary.entries.items(), FREQUENT)
        if entries[0].part == part and len(word) >= SHORTEST and " " not in word
    ]
    return words, encoder().encode(words)


def inflected(word: str, like: str, language: str, part: str) -> str | None:
    """A word in its dictionary form, put into the form of another; None where that is not known."""
    return _in_english(word, like) if language == "en" else _in_russian(word, like, part)


def _in_english(word: str, like: str) -> str | None:
    past_of = any(like in irregular_forms(base) for base in bases(like))
    plain, plural, hissing, past, more, most, going = forms(word)
    if like.endswith("ing") and len(bases(like)) > 1:
        return going
    if like.endswith("s") and not like.endswith("ss") and len(bases(like)) > 1:
        return hissing if re.search(r"(?:[sxz]|[cs]h|[^aeiou]y)$", word) else plural
    own = irregular_forms(word)
    if past_of or (like.endswith("ed") and len(bases(like)) > 1):
        return own[0] if own else past
    if like.endswith("est") and len(bases(like)) > 1:
        return most
    if like.endswith("er") and like[:-2] in bases(like):
        return more if len(word) <= 6 else plain
    return plain


def _in_russian(word: str, like: str, part: str) -> str | None:
    model = next((one for one in parses(like) if one.tag.POS in _TAGS[part]), None)
    start = next((one for one in parses(word) if one.tag.POS in _TAGS[part] and one.normal_form == word), None)
    if model is None or start is None:
        return None
    wanted = {getattr(model.tag, name) for name in _FORMS[model.tag.POS]} | {model.tag.POS}
    form = start.inflect({str(grammeme) for grammeme in wanted if grammeme})
    return form.word if form else None


def edited(row: Row, seed: int, every: int) -> Iterator[tuple[Row, dict[int, Replaced]]]:
    """A document with a word replaced in every so-manieth line, on either side in turn."""
    chance = random.Random(f"{seed} {row['id']}")
    changed = {**row, "ru": list(row["ru"]), "en": list(row["en"])}
    done: dict[int, Replaced] = {}
    for turn, line in enumerate(range(chance.randrange(every), min(len(row["ru"]), len(row["en"])), every)):
        edit = replaced(row, line, ("ru", "en")[turn % 2], chance)
        if edit:
            changed[edit.side][line] = edit.text
            done[line] = edit
    if done:
        yield changed, done
