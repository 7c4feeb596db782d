"""Edits of quotes and of certainty planted in parallel news, to measure how many of them are found.

Each edit changes one sentence of one side the way a careless or a tendentious retelling would, by plain patterns that
share nothing with the finders. What is planted depends on the seed and on the documents alone.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pymorphy3

from benchmarks.data.development import Row
from translate.alignment.bead import Bead
from translate.differences.contrast import Contrast
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

NEAR = 8  # sentences before and behind an edit that a finder may look at

QUOTED = {  # direct speech of 45 characters or more
    "ru": re.compile(
        r"«(?P<said>[^«»]{45,}?[.,!?]?)»|(?<!\S)\"(?P<other>\w[^\"]{45,}?(?<=\S))\"(?=[\s.,!?]|$)",
    ),
    "en": re.compile(r"“(?P<said>[^“”]{45,}?)”|(?<!\S)\"(?P<other>\w[^\"]{45,}?(?<=\S))\"(?=[\s.,!?]|$)"),
}
SPEAKER = {
    "ru": re.compile(
        r"(?:сказала?|заявила?|сообщила?|отметила?|рассказала?|говорит|считает|пояснила?|добавила?|подчеркнула?)"
        r" (?P<who>[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)?)(?=[.,;]|$)"
    ),
    "en": re.compile(
        r"(?:said|says|added|told|explained|noted)\s(?P<who>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=[.,;]|$)"
        r"|(?P<before>\b[A-Z][a-z]+\s[A-Z][a-z]+)(?=,? (?:said|says|told|added|explained|noted)\b)"
    ),
}
STRANGERS = {
    "ru": ("Савелий Громыко", "Тихон Рублёв", "Борис Желтухин", "Кузьмин", "Пахомов"),
    "en": ("Howard Plimpton", "Victor Kuznets", "Gerald Foster", "Dunmore", "Mulligan"),
}
ATTRIBUTION = {
    "ru": re.compile(
        r"^(?:По (?:словам|данным|мнению|информации) |Как (?:сообщил|заявил|отметил|сообща)\S* )[^,]{3,60}, "
        r"|, по (?:словам|данным|мнению|информации) [^,.]{3,60}(?=[,.])"
        r"|(?:, [-–—]? ?| [-–—] )(?:сообщ|заяв|рассказ|отмет)(?:ила?|или|ает|ают|яет|ала?|али) [^,.«\"]{3,80}(?=\.$)"
    ),
    "en": re.compile(
        r"^According to [^,]{3,60}, |, according to [^,.]{3,60}(?=[,.])"
        r"|, (?:the )?[A-Za-z' ]{3,60} (?:said|says|reported|told [A-Z][a-z]+)(?: on [A-Z][a-z]+)?(?=\.$)"
    ),
}
HEDGE = {
    "ru": re.compile(
        r"(?:, |^)(?:возможно|вероятно|видимо|по-видимому|по всей видимости|скорее всего|наверное|судя по всему), "
        r"| (?:якобы|предположительно) ",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r",? ?\b(?:probably|possibly|perhaps|maybe|presumably|apparently|allegedly|reportedly|supposedly|most likely)\b"
        r",? ?",
        re.IGNORECASE,
    ),
}
MODAL = {
    "ru": re.compile(r"\b(?P<modal>может|могут) (?P<verb>[а-яё]+(?:ть|ти|чь)(?:ся)?)\b"),
    "en": re.compile(r"\b(?:may|might|could) (?!not)(?=[a-z]+)"),
}
ALLEGED = {
    "ru": re.compile(r"(?<=[а-яё] )(?=[а-яё]+(?:ил|ила|или|ал|ала|али|ает|ают|ился|илась|ились)\b)"),
    "en": re.compile(r"(?<= has )|(?<= have )|(?<= was )|(?<= were )|(?<= had )"),
}
NEW_WORD = {"ru": ("якобы ", "предположительно "), "en": ("allegedly ", "reportedly ")}

Finder = Callable[[Story, Story, Bead], Sequence[Contrast]]
Edit = Callable[[str, str, random.Random], str | None]


@dataclass(frozen=True, slots=True)
class Planted:
    """One edit: this sentence instead of that line of that side.

    Attributes:
        kind: The kind of contrast that should be found.
        edit: What was done.
        row: The document.
        side: Its language.
        line: Index of the changed sentence.
        text: What stands there now.
    """

    kind: str
    edit: str
    row: Row
    side: str
    line: int
    text: str


def plant(rows: Sequence[Row], seed: int = 0, most: int = 60) -> Iterator[Planted]:
    """Up to `most` edits of each type on each side, in documents drawn by the seed, one of a type in a document."""
    for edit, (kind, change) in EDITS.items():
        for side in ("ru", "en"):
            generator = random.Random(f"{seed} {edit} {side}")
            order = list(rows)
            generator.shuffle(order)
            done = 0
            for row in order:
                planted = _in_document(row, side, change, generator)
                if planted is not None and done < most:
                    done += 1
                    yield Planted(kind, edit, row, side, *planted)


def _in_document(row: Row, side: str, change: Edit, generator: random.Random) -> tuple[int, str] | None:
    lines = list(range(min(len(row["ru"]), len(row["en"]))))
    generator.shuffle(lines)
    for line in lines:
        changed = change(row[side][line], side, generator)
        if changed is not None and changed != row[side][line]:
            return line, changed
    return None


def _dropped(text: str, side: str, generator: random.Random) -> str | None:
    """A quote wholly, with who says it left."""
    match = QUOTED[side].search(text)
    if match is None:
        return None
    rest = f"{text[: match.start()].rstrip(' :')} {text[match.end() :].lstrip(' ,-–—')}".strip()
    return rest[0].upper() + rest[1:] if len(rest.split()) > 1 else None


def _shortened(text: str, side: str, generator: random.Random) -> str | None:
    """The first third of a quote of fourteen words or more."""
    match = QUOTED[side].search(text)
    if match is None:
        return None
    name = "said" if match["said"] else "other"
    words = match[name].split()
    if len(words) < 14:
        return None
    end = "." if match[name][-1] in ".!?" else ","
    return text[: match.start(name)] + " ".join(words[: len(words) // 3]).rstrip(",.;:") + end + text[match.end(name) :]


def _speaker(text: str, side: str, generator: random.Random) -> str | None:
    match = SPEAKER[side].search(text)
    if match is None or QUOTED[side].search(text) is None:
        return None
    name = next(group for group, value in match.groupdict().items() if value)
    return text[: match.start(name)] + generator.choice(STRANGERS[side]) + text[match.end(name) :]


def _unattributed(text: str, side: str, generator: random.Random) -> str | None:
    match = ATTRIBUTION[side].search(text)
    if match is None or re.search('[«»“”"]', text):
        return None
    rest = text[: match.start()] + text[match.end() :]
    return rest[:1].upper() + rest[1:]


def _unhedged(text: str, side: str, generator: random.Random) -> str | None:
    match = HEDGE[side].search(text)
    if match is None or "?" in text:
        return None
    space = " " if match.start() and match.end() < len(text) and text[match.end()].isalnum() else ""
    rest = text[: match.start()] + space + text[match.end() :]
    return rest[:1].upper() + rest[1:]


def _without_modal(text: str, side: str, generator: random.Random) -> str | None:
    match = MODAL[side].search(text)
    if match is None or "?" in text:
        return None
    if side == "en":
        return f"{text[: match.start()]}will {text[match.end() :]}"
    if text[: match.start()].rstrip().endswith("не"):
        return None
    return text[: match.start()] + _future(match["verb"], match["modal"] == "могут") + text[match.end() :]


def _future(verb: str, plural: bool) -> str:
    """Third person of the future of a Russian infinitive."""
    reading = _dictionary.parse(verb)[0]
    number = "plur" if plural else "sing"
    if "perf" in reading.tag and (form := reading.inflect({"futr", "3per", number})):
        return str(form.word)
    if verb == "быть":
        return "будут" if plural else "будет"
    return f"{'будут' if plural else 'будет'} {verb}"


def _alleged(text: str, side: str, generator: random.Random) -> str | None:
    match = ALLEGED[side].search(text)
    if match is None or "?" in text:
        return None
    return text[: match.start()] + generator.choice(NEW_WORD[side]) + text[match.start() :]


_dictionary = pymorphy3.MorphAnalyzer(lang="ru")
EDITS: dict[str, tuple[str, Edit]] = {
    "quote dropped": ("quote", _dropped),
    "quote shortened": ("quote", _shortened),
    "another speaker": ("quote", _speaker),
    "attribution dropped": ("certainty", _unattributed),
    "hedge dropped": ("certainty", _unhedged),
    "may, might, could dropped": ("certainty", _without_modal),
    "alleged added": ("certainty", _alleged),
}


def recall(kind: str, find: Finder, rows: Sequence[Row], show: int) -> None:
    """Print how many of the planted edits of one kind are found, by edit and changed side, and some misses."""
    total: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for planted in plant(rows):
        if planted.kind != kind:
            continue
        total[planted.edit, planted.side] += 1
        source, target, line = around(planted)
        if find(source, target, Bead((line,), (line,), 1.0, 1.0)):
            found[planted.edit, planted.side] += 1
        elif total[planted.edit, planted.side] - found[planted.edit, planted.side] <= show:
            print(f"  MISS {planted.edit}\n    {source.sentences[line].text}\n    {target.sentences[line].text}")
    for edit, side in total:
        print(f"  planted: {edit}, {side}: {found[edit, side]} of {total[edit, side]}")
    if total:
        print(f"  planted: recall {found.total() / total.total():.3f} of {total.total()}")


def around(planted: Planted) -> tuple[Story, Story, int]:
    """Both sides of a planted edit with the sentences near it, and the line of the edit among them."""
    first = max(0, planted.line - NEAR)
    sides = []
    for language in ("ru", "en"):
        lines = list(planted.row[language])
        if language == planted.side:
            lines[planted.line] = planted.text
        document = document_of_sentences(lines[first : planted.line + NEAR + 1], language)
        # Quick: of what is measured only stances, and counterparts that no dictionary links, ask vectors.
        sides.append(tell(document, LetterEmbedder()))
    return sides[0], sides[1], planted.line - first
