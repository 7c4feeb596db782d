"""Roles: which sentences are the story, which its headline, and which the furniture of the page around it.

A sentence of the story marked by mistake is lost from the comparison, a line of furniture left in is one odd
difference, so in doubt a line is body. Section headings inside the story are body as well: both versions have them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from translate.models.trees import Floats
from translate.text.document import Label, Role, Sentence
from translate.text.furniture import MIN_REPEATED, given_away, matching_rule, teaser_above_headline
from translate.text.lines import Line
from translate.text.page_model import Judgement, PageModel, judge
from translate.text.paragraphs import Span

REVISION = 3  # of all that decides what is set aside; part of a comparison's signature
DOUBTFUL = 0.5  # probability below which a whole sentence counts as the story's there
LIKELY = 0.5  # probability from which a line is the headline
LIKELY_LEAD = 0.5  # probability from which a line below it is the lead
GIVEN = 0.95  # probability that a line that words or labels give away is furniture, where no model is asked
DIGITS = 4  # of a certainty: beyond, the rounding of vectors shows, which depends on what was encoded before
MIN_TOLD = 40  # characters of a line that is a sentence of the story, where it ends as one
MAX_LINES = 600  # of a page; a longer text is a book, where only what words and labels give away is set aside


@dataclass(frozen=True, slots=True)
class Sureness:
    """Probabilities from which a line is set aside.

    Attributes:
        line: Anywhere.
        inside: Between two sentences of the story, where its subheads stand.
        given: If words or labels give it away: they are hardly ever wrong.
    """

    line: float
    inside: float
    given: float


ALONE = Sureness(0.85, 0.92, 0.08)  # 0.8 loses twice as many lines of stories


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of the lines of a page.

    Attributes:
        furniture: Numbers of those set aside.
        headline: Number of the headline, None where there is none.
        lead: Number of the lead, None where there is none.
        repeated: Numbers of the lines of furniture that say the headline, or tease it, before it.
    """

    furniture: frozenset[int]
    headline: int | None
    lead: int | None = None
    repeated: frozenset[int] = frozenset()


def judged_alone(lines: Sequence[Line], model: PageModel | None = None) -> Judgement:
    """What the lines of one page are likely to be; by words and labels alone where it is no page."""
    if 1 < len(lines) <= MAX_LINES:
        return judge(lines, model)
    furniture = np.full(len(lines), 1 - GIVEN)
    furniture[list(given_away(lines))] = GIVEN
    return Judgement(furniture, np.zeros(len(lines)))


def verdict(
    lines: Sequence[Line], found: Judgement, sureness: Sureness = ALONE, leads: Floats | None = None
) -> Verdict:
    """Decide what is set aside, and which line is the headline and which the lead.

    Args:
        lines: Of the page, n of them.
        found: What they are likely to be.
        sureness: How likely furniture must be.
        leads: Probability of each line that it is a lead, shape (n,); None where nobody knows.
    """
    least = np.full(len(lines), sureness.line)
    told = np.flatnonzero([line.ended for line in lines] & (found.furniture < DOUBTFUL))
    if len(told):
        least[told[0] : told[-1]] = sureness.inside
    least[list(given_away(lines))] = sureness.given
    furniture = set(np.flatnonzero(found.furniture >= least).tolist())
    teaser = teaser_above_headline(lines, furniture)
    furniture |= teaser
    headline = _headline(lines, found, furniture, teaser)
    if headline is None:
        return Verdict(frozenset(furniture), None, repeated=frozenset(teaser))
    repeated = _said_again(lines, headline, furniture)
    furniture = (furniture | set(repeated[:-1])) - {repeated[-1]}
    lead = _lead(repeated[-1], furniture, leads)
    return Verdict(frozenset(furniture), repeated[-1], lead, frozenset((*teaser, *repeated[:-1])))


def _headline(lines: Sequence[Line], found: Judgement, furniture: set[int], teaser: set[int]) -> int | None:
    """The likeliest headline, else the first line of a story of several lines, if it can be one."""
    likely = np.where(found.headline >= found.furniture, found.headline, 0.0)
    likely[list(teaser)] = 0.0
    if len(lines) > 1 and likely.max() >= LIKELY:
        return int(likely.argmax())
    story = [number for number in range(len(lines)) if number not in furniture]
    return story[0] if len(story) > 1 and lines[story[0]].title_like else None


def _said_again(lines: Sequence[Line], headline: int, furniture: set[int]) -> list[int]:
    """Numbers of a headline and of the lines below it, above the first sentence of the story, that say it again.

    The title of the browser's tab and the trail of sections hold the headline, which stands further down: the last of
    these lines is the headline proper.
    """
    found = [headline]
    title = lines[headline].core.casefold()
    for number in range(headline + 1, len(lines)):
        core = lines[number].core.casefold()
        if lines[number].ended and len(core) >= MIN_TOLD and number not in furniture:
            break
        if len(core) >= MIN_REPEATED and core in title:
            found.append(number)
    return found


def _lead(headline: int, furniture: set[int], leads: Floats | None) -> int | None:
    """The first line of the story below its headline, if it is likely to be a lead."""
    if leads is None:
        return None
    below = next((number for number in range(headline + 1, len(leads)) if number not in furniture), None)
    return below if below is not None and leads[below] >= LIKELY_LEAD else None


def sentences_of(
    text: str,
    paragraphs: Sequence[Sequence[Span]],
    lines: Sequence[Line],
    found: Judgement,
    decided: Verdict,
    labels: Sequence[Label] | None = None,
) -> tuple[Sentence, ...]:
    """The sentences of a page with their roles, in reading order.

    Args:
        text: The page.
        paragraphs: For each paragraph the offsets of its sentences; none is empty.
        lines: The same as lines, n of them.
        found: What they are likely to be.
        decided: What becomes of them.
        labels: The kind of each if it is furniture, where more is known than rules say.
    """
    sentences: list[Sentence] = []
    for number, (spans, line) in enumerate(zip(paragraphs, lines, strict=True)):
        likely = round(float(found.furniture[number]), DIGITS)
        if number in decided.furniture:
            label = _label(line, labels[number] if labels else "")
            likely = GIVEN if number in decided.repeated else likely
            sentences += [Sentence(start, end, number, "boilerplate", label, likely) for start, end in spans]
            continue
        role: Role = "headline" if number == decided.headline else "body"
        label = "lead" if number == decided.lead else ""
        whole = [Sentence(start, end, number, role, label, round(1 - likely, DIGITS)) for start, end in spans]
        sentences += whole if role == "headline" else _without_furniture(text, whole)
    return tuple(sentences)


def _label(line: Line, likeliest: Label) -> Label:
    """The kind of a line of furniture; only a rule knows a correction from another note."""
    rule = matching_rule(line.text)
    return rule.label if rule and (rule.label == "correction" or not likeliest) else likeliest


def _without_furniture(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Sentences of a paragraph of the story: only one, or two together, that a rule names are no body.

    What stands before the credit of a picture in a line of its own describes the picture.
    """
    labels: list[Label] = [""] * len(sentences)
    for i in range(len(sentences)):
        for last in (i, i + 1):
            rule = None
            if last < len(sentences):
                rule = matching_rule(text[sentences[i].start : sentences[last].end], inside=True)
            if rule:
                labels[i : last + 1] = [rule.label] * (last + 1 - i)
                break
    if len(sentences) == 2:
        credit = matching_rule(text[sentences[1].start : sentences[1].end])
        if credit and credit.label in ("caption", "credit"):
            labels = [labels[0] or "caption", credit.label]
    return [
        replace(sentence, role="boilerplate", label=label, certainty=GIVEN) if label else sentence
        for sentence, label in zip(sentences, labels, strict=True)
    ]
