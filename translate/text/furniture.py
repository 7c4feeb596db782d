"""What words and labels give away: the lines of a page that are surely furniture.

Two witnesses. Words: the rules of furniture.toml of the languages. Structure: a line said twice on the page, headlines
under a label such as "Previous Article", comments under "Comments (12)", a run of menu words above or below the story.
They name about half of the furniture of a page and hardly ever a line of the story; page_model.py weighs them with all
else.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from translate.languages.registry import compared_languages, language_of
from translate.text.document import Label
from translate.text.lines import MAX_OTHER_HEADLINE, Line, core_of

Takes = Literal["", "one", "all", "rest"]

MAX_RULE_LENGTH = 400  # characters; no rule describes a longer line
RULED = 4096  # lines whose rule is kept: every line of a page is asked for half a dozen times
MAX_TAKEN = 12  # headlines under one label
EDGE_LINES = 8  # so many lines from the top and the bottom of a page are its edges
MIN_REPEATED = 20  # characters from which a repeated line is no chance
BOTTOM_LINES = 3  # where a page repeats a whole sentence of its story
TEASER_LINES = 2  # the headline and the lead: what a page repeats most
MAX_COMMENT_SHARE = 0.5  # of the text, from which what stands below "Comments" is taken for the story itself

_NAME = r"[CAPITALS][\w.'’-]*(?: [CAPITALS][\w.'’-]*){1,3}(?:, .{2,40})?"
_SITE_NAME = re.compile(r"(?<!\s)\s+[|/·—–-]\s+[^|/·—–]{2,40}$")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of page furniture; furniture.toml says what each field means."""

    name: str
    label: Label
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    inside: bool
    edge: bool
    author: bool
    takes: Takes


def rules() -> tuple[Rule, ...]:
    """All rules of all languages that can be compared."""
    return _rules(compared_languages())


@cache
def _rules(languages: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            rule["name"],
            rule["label"],
            re.compile("|".join(rule["patterns"]), re.IGNORECASE),
            tuple(rule["examples"]),
            rule.get("inside", False),
            rule.get("edge", False),
            rule.get("author", False),
            rule.get("takes", ""),
        )
        for language in languages
        for rule in language_of(language).table("furniture").get("rules", ())
    )


@cache
def _name(languages: tuple[str, ...]) -> re.Pattern[str]:
    """Two to four words with capitals of the languages that can be compared."""
    return re.compile(_NAME.replace("CAPITALS", "".join(language_of(code).letters.upper() for code in languages)))


def matching_rule(text: str, *, inside: bool = False, edge: bool = True) -> Rule | None:
    """The first rule that a line answers to; `inside` a paragraph or away from the `edge` of the page fewer count."""
    core = core_of(text)
    if not core or len(core) > MAX_RULE_LENGTH:
        return None
    return _matching(core, compared_languages(), inside, edge)


@lru_cache(RULED)
def _matching(core: str, languages: tuple[str, ...], inside: bool, edge: bool) -> Rule | None:
    for rule in _rules(languages):
        if (rule.inside or not inside) and (edge or not rule.edge) and rule.pattern.fullmatch(core):
            return rule
    return None


def given_away(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines that words or structure give away."""
    furniture = _by_rules(lines)
    furniture |= _menus(lines, furniture)
    furniture |= _repeated(lines, furniture)
    return furniture | teaser_above_headline(lines, furniture)


def _by_rules(lines: Sequence[Line]) -> set[int]:
    """Lines that the words give away, and the lines that a label takes along."""
    prose = [number for number, line in enumerate(lines) if line.prose]
    edges = _edges(lines, prose)
    found: set[int] = set()
    for number, line in enumerate(lines):
        if number in found:
            continue
        rule = matching_rule(line.text, edge=number in edges)
        if rule is None:
            continue
        found.add(number)
        if rule.takes != "rest" or _comments_follow(lines, number):
            found |= _taken(lines, number, rule.takes)
        if rule.author and (not prose or number < prose[0]):
            beside = (other for other in (number - 1, number + 1) if 0 < other < len(lines))
            found.update(other for other in beside if _name(compared_languages()).fullmatch(lines[other].core))
    return found


def _edges(lines: Sequence[Line], prose: Sequence[int]) -> set[int]:
    """Numbers of the lines that stand above or below the story, or among the first or last lines of the page."""
    count = len(lines)
    top = max(EDGE_LINES, prose[0] if prose else 0)
    bottom = min(count - EDGE_LINES, prose[-1] + 1 if prose else count)
    return {number for number in range(count) if number < top or number >= bottom}


def _taken(lines: Sequence[Line], label: int, takes: Takes) -> set[int]:
    """Lines under a label that belong to it."""
    if takes == "rest":
        return set(range(label + 1, len(lines)))
    limit = {"one": 1, "all": MAX_TAKEN}.get(takes, 0)
    taken: set[int] = set()
    for number in range(label + 1, min(len(lines), label + 1 + limit)):
        line = lines[number]
        other_story = line.teaser_like or (
            takes == "one" and len(line.sentences) == 1 and len(line.core) <= MAX_OTHER_HEADLINE
        )
        if not other_story:
            break
        taken.add(number)
    return taken


def _comments_follow(lines: Sequence[Line], label: int) -> bool:
    """Whether the story is over at a "Comments" line, and not only just begun."""
    below = sum(len(line.core) for line in lines[label + 1 :])
    return below <= MAX_COMMENT_SHARE * sum(len(line.core) for line in lines)


def _menus(lines: Sequence[Line], furniture: set[int]) -> set[int]:
    """Runs of short words at the top or the bottom of a page that hold several lines of furniture already."""
    found: set[int] = set()
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        run = []
        for number in order:
            short = len(lines[number].core) <= 25 and len(lines[number].core.split()) <= 3
            if number not in furniture and not (short and lines[number].teaser_like):
                break
            run.append(number)
        known = sum(number in furniture for number in run)
        unknown = [number for number in run if number not in furniture]
        if known >= 3 and len(unknown) <= 2 * known and len(run) < len(lines):
            found.update(unknown)
    return found


def _repeated(lines: Sequence[Line], furniture: set[int]) -> set[int]:
    """Lines that the page has said before: teasers of the story's own headline or sentences.

    The first of equal lines stays. A headline with the name of the site behind it, or cut short with an ellipsis, is
    the same line.
    """
    found: set[int] = set()
    seen: dict[str, int] = {}
    for number, line in enumerate(lines):
        if number in furniture:
            continue
        key = line.core.casefold()
        short_key = _SITE_NAME.sub("", line.core).casefold()
        first = seen.get(key, seen.get(short_key) if short_key != key else None)
        at_bottom = number >= len(lines) - BOTTOM_LINES
        if first is not None and _teaser(line, first, at_bottom=at_bottom) and not _heads(lines, number):
            found.add(number)
            continue
        seen.setdefault(key, len(seen))
    gone = found | furniture
    starts = {number: line.core.casefold() for number, line in enumerate(lines) if number not in gone}
    ordered = sorted(starts.values())  # what begins with a line stands right behind it
    for number, line in enumerate(lines):
        if line.text.endswith(("…", "...")) and len(line.core) >= MIN_REPEATED and number in starts:
            behind = bisect_left(ordered, starts[number]) + 1
            if behind < len(ordered) and ordered[behind].startswith(starts[number]):
                found.add(number)
    return found


def _heads(lines: Sequence[Line], number: int) -> bool:
    """Whether a line said before, in a list of contents, is the heading of the sentence right below it."""
    below = lines[number + 1] if number + 1 < len(lines) else None
    return below is not None and below.ended and matching_rule(below.text) is None and lines[number].parted


def teaser_above_headline(lines: Sequence[Line], furniture: Collection[int]) -> set[int]:
    """A line that the page says again further down, where the headline proper stands right below it.

    A headline may be repeated as well, and a lead without a stop stand below it; but such a lead is the longer one.
    """
    story = [number for number in range(len(lines)) if number not in furniture]
    if len(story) < 3:
        return set()
    top, below = lines[story[0]], lines[story[1]]
    core = top.core.casefold()
    again = len(core) >= MIN_REPEATED and any(line.core.casefold() == core for line in lines[story[0] + 1 :])
    headlines = all(line.title_like for line in (top, below)) and MIN_REPEATED <= len(below.core) < len(core)
    return {story[0]} if again and headlines else set()


def _teaser(line: Line, rank: int, *, at_bottom: bool) -> bool:
    """Whether a line said twice is page furniture, and not an item or an order that the story itself repeats.

    Args:
        line: The second of the two.
        rank: How many different lines of the story stand before the first.
        at_bottom: Whether the second stands in the last lines of the page.
    """
    if rank < TEASER_LINES:
        return len(line.core) >= MIN_REPEATED
    return len(line.core) >= 1.5 * MIN_REPEATED and (line.teaser_like or at_bottom)
