"""Sentence pairs for the demonstration packages: sentences.txt with other figures, days and names in its {slots}.

python demo/pairs.py        # writes demo/pairs.tsv, the same bytes every time
"""

import random
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
SLOT = re.compile(r"\{([^{}]+)\}")
NUMBER = re.compile(r"\d[\d.,]*")
YEARS = range(1985, 2030)
RANGES = ("–", " по ", ":00 до ")  # between two figures: the second stays the greater one
UNCOUNTED = (" %", " млрд", " млн", " тыс.", "–")  # after a figure: no noun whose ending depends on it
TRIES = 200  # draws until a figure or a sentence fits; a few are enough
TWO_SENTENCES = 500  # lines of two sentences
SEED = 2024


@dataclass(frozen=True, slots=True)
class Template:
    """A Russian and an English sentence with slots that correspond by what stands in them.

    Attributes:
        section: Part of sentences.txt: "samples", "variations", "templates" or "short".
        copies: How many fillings are wanted.
    """

    section: str
    copies: int
    ru: str
    en: str

    def original(self) -> tuple[str, str]:
        """Both sentences as they were written."""
        return _filled(self.ru, SLOT.findall(self.ru)), _filled(self.en, SLOT.findall(self.en))

    def varied(self, rng: random.Random) -> tuple[str, str]:
        """Both sentences with something else in every slot.

        Raises:
            ValueError: A slot has no counterpart, or no filling fits.
        """
        slots = list(SLOT.finditer(self.ru))
        places = _counterparts(self, [slot[1] for slot in slots])
        english = SLOT.findall(self.en)
        for _ in range(TRIES):
            ru, en = [slot[1] for slot in slots], list(english)
            for i, slot in enumerate(slots):
                ru[i], en[places[i]] = _drawn(slot, english[places[i]], rng)
            if all(_rising(first, second, ru[i : i + 2]) for i, (first, second) in enumerate(pairwise(slots))):
                return _filled(self.ru, ru), _filled(self.en, en)
        raise ValueError(f"No filling fits: {self.ru}")


@cache
def templates() -> tuple[Template, ...]:
    """All that sentences.txt holds: "# section copies", comments, and pairs of lines with blank lines between."""
    found, section, copies = [], "", 0
    for block in (HERE / "sentences.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line]
        if heading := re.fullmatch(r"# (\w+) (\d+)", lines[0]):
            section, copies = heading[1], int(heading[2])
        elif not lines[0].startswith("#"):
            ru, en = lines
            found.append(Template(section, copies, ru, en))
    return tuple(found)


def originals(section: str) -> list[tuple[str, str]]:
    """The sentences of one section as written; those of samples/ and their translations are in "samples"."""
    return [template.original() for template in templates() if template.section == section]


def pairs(seed: int = SEED) -> list[tuple[str, str]]:
    """Distinct pairs: every sentence as written and varied, and lines of two sentences."""
    rng = random.Random(seed)
    found = dict.fromkeys(template.original() for template in templates())
    for template in templates():
        if SLOT.search(template.ru):
            found.update(dict.fromkeys(template.varied(rng) for _ in range(template.copies)))
    whole = [pair for pair in found if pair[0].endswith(".") and pair[0][0] not in "«а"]
    for _ in range(TWO_SENTENCES):
        first, second = rng.sample(whole, 2)
        if len(first[0]) + len(second[0]) < 220:
            found[f"{first[0]} {second[0]}", f"{first[1]} {second[1]}"] = None
    return list(found)


@cache
def _groups() -> tuple[dict[str, str], ...]:
    blocks = (HERE / "slots.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    return tuple(dict(line.split(" = ") for line in block.splitlines() if line) for block in blocks)


def _group(word: str, english: str) -> dict[str, str] | None:
    return next((group for group in _groups() if group.get(word) == english), None)


def _counterparts(template: Template, russian: list[str]) -> list[int]:
    """For each Russian slot the index of the English one that says the same."""
    english, places = SLOT.findall(template.en), []
    for word in russian:
        free = [j for j, other in enumerate(english) if j not in places and _same(word, other)]
        if not free:
            raise ValueError(f"No counterpart of {word!r} in: {template.en}")
        places.append(free[0])
    if len(places) != len(english):
        raise ValueError(f"A slot too many in: {template.en}")
    return places


def _same(russian: str, english: str) -> bool:
    """The same figure, on the English side perhaps with its thousands written out; or two words of one group."""
    if NUMBER.fullmatch(russian):
        return re.fullmatch(_digits(russian) + "(000?)?", _digits(english)) is not None
    return _group(russian, english) is not None


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _drawn(slot: re.Match[str], english: str, rng: random.Random) -> tuple[str, str]:
    """What else may stand in a slot, in Russian and in English."""
    word = slot[1]
    if not NUMBER.fullmatch(word):
        group = _group(word, english)
        assert group is not None  # _counterparts has seen to it
        return rng.choice(list(group.items()))
    digits = _figure(slot, english, rng)
    zeros = _digits(english)[len(_digits(word)) :]
    if len(digits) != len(_digits(word)):  # days and hours, which may gain or lose a digit
        return digits, digits
    return _dressed(digits, word), _dressed(digits + zeros, english)


def _figure(slot: re.Match[str], english: str, rng: random.Random) -> str:
    """Digits of another figure of the same kind."""
    word, text = slot[1], slot.string
    before, after = text[: slot.start()], text[slot.end() :]
    month = SLOT.match(after, 1)
    if month and month[1] in _groups()[0]:
        return str(rng.randint(1, 28))
    if after.startswith(":00"):
        return str(rng.randint(8, 22))
    if word == english and len(word) == 4 and 1900 <= int(word) <= 2030:
        return str(rng.choice(YEARS) // 10 * 10 if after.startswith("-х") else rng.choice(YEARS))
    free = "," in word or before.endswith("№ ") or after.startswith(UNCOUNTED)
    digits = _digits(word)
    for _ in range(TRIES):
        other = "".join(rng.choice("0123456789") for _ in digits)
        if (other[0] == "0") != (digits[0] == "0") or ("," in word and other[-1] == "0"):
            continue
        if free or _ending(other) == _ending(digits):
            return other
    raise ValueError(f"No figure like {word!r}")


def _ending(digits: str) -> int:
    """Which form a counted Russian noun takes: 1 рубль, 2 рубля, 5 рублей."""
    if digits[-2:-1] == "1":
        return 5
    return 1 if digits[-1] == "1" else 2 if digits[-1] in "234" else 5


def _dressed(digits: str, like: str) -> str:
    """Digits with the separators of another figure of the same length."""
    rest = iter(digits)
    return "".join(next(rest) if sign.isdigit() else sign for sign in like)


def _rising(first: re.Match[str], second: re.Match[str], filled: list[str]) -> bool:
    between = first.string[first.end() : second.start()]
    return between not in RANGES or int(_digits(filled[0])) < int(_digits(filled[1]))


def _filled(text: str, words: list[str]) -> str:
    """The sentence with these words in its slots; a slot at its beginning is capitalised."""
    rest = iter(words)
    filled = SLOT.sub(lambda _: next(rest), text)
    return filled[0].upper() + filled[1:] if text.startswith("{") else filled


if __name__ == "__main__":
    lines = [f"{ru}\t{en}\n" for ru, en in pairs()]
    (HERE / "pairs.tsv").write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} pairs in {HERE / 'pairs.tsv'}")
