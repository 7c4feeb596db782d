"""Parts of a whole in words: "two thirds", "half of the votes", "every fifth", "one in ten"."""

from translate.facts.measures import MULTIPLE, TIMES
from translate.facts.number_tokens import DASHES, Found, Token, token_at
from translate.facts.number_words import Vocabulary
from translate.languages.registry import language_of

_FEW = 5  # of fewer things Russian says "one of them" as it says "one in four"


def declined_share(tokens: list[Token], i: int, parts: float, words: Vocabulary) -> float | None:
    """What the word at token i makes of the parts before it: a third in "two thirds"."""
    token = token_at(tokens, i)
    word = words.numbers.get(token.text) if token is not None else None
    one, several = words.share_endings
    if token is None or word is None or not several:
        return None
    if word.role == "ordinal" and 3 <= word.value <= 1000 and parts < word.value:
        return 1 / word.value if token.text.endswith(one if parts == 1 else several) else None
    return word.value if word.role == "fraction" and word.value < 0.5 else None


def joined_share(tokens: list[Token], i: int, words: Vocabulary) -> tuple[float, int] | None:
    """What a fraction at token i or behind a dash there is, and the token behind it: a third in "two-thirds"."""
    step = 1 if (dash := token_at(tokens, i)) is not None and dash.text in DASHES else 0
    share = token_at(tokens, i + step)
    word = words.numbers.get(share.text) if share is not None else None
    if share is None or word is None or word.role != "fraction" or word.value >= 0.5:
        return None
    if share.text in words.guarded.words:
        return None
    return word.value, i + step + 1


def is_share(tokens: list[Token], i: int, words: Vocabulary) -> bool:
    """Whether a word such as "quarter" at token i is a part of something and no three months."""
    before, after, then = token_at(tokens, i - 1), token_at(tokens, i + 1), token_at(tokens, i + 2)
    if before is None or before.text not in words.guarded.heads or after is None:
        return False
    is_of = after.text in words.guarded.links and then is not None and then.kind == "word"
    return is_of or after.text in words.guarded.behind


def is_part_of(tokens: list[Token], i: int, words: Vocabulary) -> bool:
    """Whether the ordinal at token i is a share: "a third of", "almost a full third of"."""
    after = token_at(tokens, i + 1)
    if after is None or after.text not in words.guarded.links or not i:
        return False
    before = i - 1
    while before > 0 and tokens[before].text in words.share_gap:
        before -= 1
    return is_one_of(words.share_heads, tokens, before)


def counts_no_time(tokens: list[Token], i: int, words: Vocabulary) -> bool:
    """Whether no time stands at token i: "every second week" says how often."""
    token = token_at(tokens, i)
    return token is None or words.unit(token.text) not in (*TIMES, MULTIPLE)


def one_in(tokens: list[Token], i: int, words: Vocabulary) -> tuple[float, int] | None:
    """What one is a part of from token i on, and the token behind it: the ten of "one in ten".

    None where that is no share but a choice among a few, as "один из двух клубов" is, or an age.
    """
    found = _one_of(tokens, i, words)
    if found is None or (words.share_case and found[0] < _FEW):
        return None
    follower = token_at(tokens, found[1])
    return None if follower is not None and follower.text in DASHES else found


def _one_of(tokens: list[Token], i: int, words: Vocabulary) -> tuple[float, int] | None:
    """The same, be it a share or not; one word may stand between: "one user in ten"."""
    for first in (i, i + 1):
        for phrase in words.share_in:
            behind = first + len(phrase)
            if (
                tuple(token.text for token in tokens[first:behind]) != phrase
                or (token := token_at(tokens, behind)) is None
            ):
                continue
            if token.kind == "number" and token.text.isdecimal() and len(token.text) <= 4:
                return (float(token.text), behind + 1) if int(token.text) > 1 else None
            known = words.numbers.get(token.text)
            if known is not None and known.role == "cardinal" and known.value > 1:
                total, position, ordinal = small_number(tokens, behind, words)
                return None if ordinal else (total, position)
    return None


def is_fraction_of(tokens: list[Token], number: Found, words: Vocabulary) -> bool:
    """Whether a number below 1 says a part of what is named behind it: "half of the votes", "половина голосов"."""
    after, before = token_at(tokens, number.last), token_at(tokens, number.first - 1)
    if after is not None and after.text.startswith(words.rounds):
        return False
    if number.unit is not None or after is None or not 0 < number.amounts[0] < 1 or number.last != number.first + 1:
        return False
    if before is not None and (known := words.numbers.get(before.text)) is not None and known.role == "ordinal":
        return False  # "the second half of the year"
    if after.text in words.share_of:
        return True
    if not words.share_case or after.kind != "word" or after.text in words.numbers:
        return False
    readings = language_of(words.language).morphology.readings(after.text)
    return any(words.share_case in reading.grammemes for reading in readings)


def small_number(tokens: list[Token], i: int, words: Vocabulary) -> tuple[float, int, bool]:
    """Value of the number words from token i on, the token behind them, whether it is an ordinal.

    It is below 1000, or that of one ordinal alone.
    """
    total, room, position, ordinal = 0.0, float("inf"), i, False
    while position < len(tokens):
        step = 2 if position > i and tokens[position].text in DASHES else 1
        token = token_at(tokens, position + step - 1)
        word = words.numbers.get(token.text) if token is not None and token.kind == "word" else None
        if word is None or word.role not in ("cardinal", "ordinal") or word.value >= room:
            break
        if step == 2 and total < 20:
            break
        total, position = total + word.value, position + step
        if word.role == "ordinal":
            ordinal = True
            break
        room = 100.0 if word.value >= 100 else 10.0 if word.value >= 20 else 0.0
        if not room or (word.value % 10 and word.value > 20):
            break
    return total, position, ordinal


def is_one_of(words: frozenset[str], tokens: list[Token], i: int) -> bool:
    """Whether token i is one of some words; none stands before the first token."""
    return i >= 0 and tokens[i].text in words
