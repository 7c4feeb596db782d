"""What one version alone tells, in passages: in a retelling neighbouring lone sentences are one entry of a report."""

from collections.abc import Iterable
from dataclasses import dataclass

from translate.comparison import Comparison
from translate.counterparts.relation import is_retelling
from translate.differences.difference import Difference, Severity
from translate.differences.salience import QUOTED, in_lead
from translate.facts.quotation import read_quotations
from translate.report.passages import sentences_under, stands_alone
from translate.text.sides import SIDES, SideName, on_side

# Points of a lone sentence, which say what is worth reading first.
_BASE, _MAJOR, _LEAD = 1, 2, 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What a report lists as one thing: a difference, or several lone sentences in a row.

    Attributes:
        differences: At least one, in the order of the sentences; several are all of one side and one kind.
        rank: How much of what a reader remembers is in it: figures, names, quotes, the lead; 0 for all but what one
            version alone tells in a retelling.
    """

    differences: tuple[Difference, ...]
    rank: int = 0

    @property
    def id(self) -> str:
        """The id of its difference; of a passage those of its first and its last one, "d4-d7"."""
        first, last = self.differences[0].id, self.differences[-1].id
        return first if first == last else f"{first}-{last}"

    @property
    def passage(self) -> bool:
        """Whether it holds several sentences."""
        return len(self.differences) > 1

    @property
    def by_hand(self) -> bool:
        """Whether a reviewer flagged it."""
        return self.differences[0].by_hand

    @property
    def severity(self) -> Severity:
        """That of its gravest difference."""
        return "major" if any(difference.severity == "major" for difference in self.differences) else "minor"

    @property
    def confidence(self) -> float:
        """That of its least certain difference, in [0, 1]."""
        return min(difference.confidence for difference in self.differences)


def entries(comparison: Comparison) -> tuple[Entry, ...]:
    """What a report lists of a comparison, in reading order: in a retelling with passages, otherwise every difference.

    Sentences in a row make a passage where one version alone has them; page furniture between them does not part
    them, a headline does.
    """
    if not is_retelling(comparison.relation):
        return tuple(Entry((difference,)) for difference in comparison.differences)
    joined = [
        Entry(tuple(run.values()), _rank(comparison, side, run)) for side in SIDES for run in _runs(comparison, side)
    ]
    inside = {difference.id for entry in joined for difference in entry.differences}
    others = (Entry((difference,)) for difference in comparison.differences if difference.id not in inside)
    place = {difference.id: number for number, difference in enumerate(comparison.differences)}
    return tuple(sorted((*joined, *others), key=lambda entry: place[entry.differences[0].id]))


def weightiest_first(listed: Iterable[Entry]) -> list[Entry]:
    """Entries by what matters, as the verdict tells them: major ones first; of these what contradicts before what one
    version alone tells, in a retelling by its rank; then the surer ones.
    """
    return sorted(
        listed,
        key=lambda entry: (
            entry.severity != "major",
            stands_alone(entry.differences[0]),
            -entry.rank,
            -round(entry.confidence * 100),
        ),
    )


Run = dict[int, Difference]  # sentences of one side in their order, each with what was found of it


def _runs(comparison: Comparison, side: SideName) -> list[Run]:
    """The lone sentences of one side, those in a row together."""
    document = on_side(comparison, side)
    place = {sentence: number for number, sentence in enumerate(document.compared)}
    lone = {
        sentence: difference
        for difference in comparison.differences
        if difference.side == side and stands_alone(difference) and not difference.by_hand
        for sentence in sentences_under(document, on_side(difference, side))[:1]
        if sentence in place
    }
    runs: list[Run] = []
    for sentence in sorted(lone):
        before = max(runs[-1]) if runs else None
        next_to = before is not None and place[sentence] == place[before] + 1
        if next_to and document.sentences[max(runs[-1])].role == document.sentences[sentence].role:
            runs[-1][sentence] = lone[sentence]
        else:
            runs.append({sentence: lone[sentence]})
    return runs


def _rank(comparison: Comparison, side: SideName, run: Run) -> int:
    """Points for each sentence of a run, for what it names and where it stands."""
    document = on_side(comparison, side)
    told = {(said.sentence, fact.kind) for fact in comparison.facts for said in on_side(fact, side)}
    rank = 0
    for sentence, difference in run.items():
        quotations = read_quotations((document.sentence_text(sentence),))[0]
        rank += _BASE + _MAJOR * (difference.severity == "major") + _LEAD * in_lead(document, sentence)
        rank += sum((sentence, kind) in told for kind in ("number", "date", "name"))
        rank += any(quotation.words >= QUOTED for quotation in quotations)
    return rank
