"""Roles: which sentences are the story, which its headline, and which the furniture of the page around it.

A sentence of the story marked by mistake is lost from the comparison, a line of furniture left in is one odd
difference, so in doubt a line is body. Section headings inside the story are body as well: both versions have them.
"""

from collections.abc import Sequence

import numpy as np

from translate.text.document import Role
from translate.text.furniture import MIN_REPEATED, given_away, matching_rule
from translate.text.lines import Line, lines_of
from translate.text.page_model import PageModel, judge
from translate.text.paragraphs import Span

REVISION = 2  # of all that decides what is set aside; part of a comparison's signature
SURE = 0.85  # probability from which a line is set aside: 0.8 loses twice as many lines of stories
SURE_INSIDE = 0.92  # the same between two sentences of the story, where its subheads stand
DOUBTFUL = 0.5  # probability below which a whole sentence counts as the story's there
SURE_IF_GIVEN = 0.08  # the same for a line that words or labels give away: they are hardly ever wrong
LIKELY = 0.5  # probability from which a line is the headline
MAX_LINES = 600  # of a page; a longer text is a book, where only what words and labels give away is set aside


def assign_roles(text: str, paragraphs: Sequence[Sequence[Span]], model: PageModel | None = None) -> list[Role]:
    """Role of every sentence of a page, in reading order.

    Args:
        text: The page.
        paragraphs: For each paragraph the offsets of its sentences; none is empty.
        model: What judges the lines; the one that comes with Parallax if None.
    """
    lines = list(lines_of(text, paragraphs))
    furniture, headline = roles_of_lines(lines, model)
    roles: list[Role] = []
    for number, line in enumerate(lines):
        if number == headline:
            roles += ["headline"] * len(line.sentences)
        elif number in furniture:
            roles += ["boilerplate"] * len(line.sentences)
        else:
            roles += _inside_roles(text, paragraphs[number])
    return roles


def roles_of_lines(lines: Sequence[Line], model: PageModel | None = None) -> tuple[set[int], int | None]:
    """Numbers of the lines that are furniture, and of the headline where there is one."""
    given = given_away(lines)
    if not 1 < len(lines) <= MAX_LINES:
        return given, _first_title(lines, given)
    found = judge(lines, model)
    least = np.full(len(lines), SURE)
    told = np.flatnonzero([line.ended for line in lines] & (found.furniture < DOUBTFUL))
    if len(told):
        least[told[0] : told[-1]] = SURE_INSIDE
    least[list(given)] = SURE_IF_GIVEN
    furniture = set(np.flatnonzero(found.furniture >= least).tolist())
    likeliest = int(np.argmax(found.headline))
    headline: int | None = likeliest
    if found.headline[likeliest] < max(LIKELY, found.furniture[likeliest]):
        headline = _first_title(lines, furniture)
    if headline is None:
        return furniture, None
    repeated = _said_again(lines, headline)
    return (furniture | set(repeated[:-1])) - {repeated[-1]}, repeated[-1]


def _first_title(lines: Sequence[Line], furniture: set[int]) -> int | None:
    """The first line of a story of several lines, if it can be a headline."""
    story = [number for number in range(len(lines)) if number not in furniture]
    return story[0] if len(story) > 1 and lines[story[0]].title_like else None


def _said_again(lines: Sequence[Line], headline: int) -> list[int]:
    """Numbers of a headline and of the lines below it, above the prose, that say it again.

    The title of the browser's tab and the trail of sections hold the headline, which stands further down: the last of
    these lines is the headline proper.
    """
    found = [headline]
    title = lines[headline].core.casefold()
    for number in range(headline + 1, len(lines)):
        core = lines[number].core.casefold()
        if lines[number].prose:
            break
        if len(core) >= MIN_REPEATED and core in title:
            found.append(number)
    return found


def _inside_roles(text: str, spans: Sequence[Span]) -> list[Role]:
    """Roles inside a paragraph of the story: only a sentence, or two, that a rule names is no body."""
    roles: list[Role] = ["body"] * len(spans)
    for i, (start, end) in enumerate(spans):
        if matching_rule(text[start:end], inside=True):
            roles[i] = "boilerplate"
        elif i + 1 < len(spans) and matching_rule(text[start : spans[i + 1][1]], inside=True):
            roles[i] = roles[i + 1] = "boilerplate"
    return roles
