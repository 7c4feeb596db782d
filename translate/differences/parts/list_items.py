"""Names in a list that the other version gives without them: "Chile, Peru, Uruguay and Bolivia" of three countries."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from translate.differences.about import part_found_only
from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.facts.mention import Facts, NameMention
from translate.facts.related import are_related
from translate.text.sides import in_order
from translate.wording.phrase import Phrase

CONFIDENCE = 0.9  # that a name of a table, given nowhere in the other text, is missing from the list
_GIVEN = 2  # names of the list that the other side has, or it is hardly the same list
_BETWEEN = re.compile(
    r"\s?[,;]\s(?:\w{1,3}\s)?(?:the\s)?|\s(?:\w{1,3}|&)\s(?:\w{1,3}\s)?"
)  # ", ", " and ", ", and in "


def missing_items(own: BeadSide, other: BeadSide) -> Iterator[Contrast]:
    """Names of a table that stand in a list of one side of a bead and nowhere in the other text, each as one part."""
    for sentence in own.sentences:
        text = own.story.sentences[sentence].text
        for items in _lists(text, own.story.facts[sentence].names):
            if sum(_is_given(item, other.facts) for item in items) < _GIVEN:
                continue
            for item in items:
                if _is_given(item, other.story.facts):
                    continue
                source, target = in_order(own.name, (Words(sentence, item.start, item.end, ""),), ())
                yield Contrast(
                    kind="partial",
                    side=own.name,
                    severity="major",
                    confidence=CONFIDENCE,
                    source=source,
                    target=target,
                    message=part_found_only(own.version, (item,), text[: item.end]),
                    reason=Phrase(
                        "The other names of the list have their counterparts in {other}.", other=other.version
                    ),
                    lone=(item,),
                )


def _is_given(item: NameMention, facts: Iterable[Facts]) -> bool:
    """Whether some sentences have a name of a table that says the same."""
    return any(are_related(item.keys, name.keys) for each in facts for name in each.names if name.known)


def _lists(text: str, names: tuple[NameMention, ...]) -> Iterator[list[NameMention]]:
    """Names of a table and of one sort that follow one another with nothing but commas and small words between them."""
    run: list[NameMention] = []
    for name, following in pairwise((*names, None)):
        if name is None or not name.known:
            continue
        run.append(name)
        if (
            following is None
            or not following.known
            or following.sort != name.sort
            or _BETWEEN.fullmatch(text[name.end : following.start]) is None
        ):
            if len(run) > _GIVEN:
                yield run
            run = []
