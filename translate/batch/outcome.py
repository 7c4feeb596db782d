"""What came of one pair: a line of the summary."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

from translate.batch.pairs import Pair
from translate.comparison import Comparison
from translate.differences.kinds import KINDS
from translate.text.document import Document
from translate.text.shown import beginning, one_line
from translate.wording.stored import DIGITS

LONGEST_TITLE: Final = 120  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one pair.

    Attributes:
        number, id: Of the pair.
        source, target: Paths or addresses of the versions; "" for texts.
        exit_status: What `compare` of this pair alone would have ended with: 0 where it was compared, 2 where that is
            an error its user can mend, 70 where nobody foresaw it; of a process that a signal ended, 128 and that.
        error: Why it was not compared; "" where it was.
        source_language, target_language: Codes such as "ru"; here and below "", 0 or None where it was not compared.
        source_title, target_title: The first headline of each, else its first sentence, at most LONGEST_TITLE
            characters.
        source_sentences, target_sentences: Sentences that were compared.
        source_coverage, target_coverage: Share of each version that the other one covers, in [0, 1].
        same_story: Probability in [0, 1] that both tell the same story.
        relation, relation_probability: "translation" or "retelling", and how sure that is.
        differences, major: How many were found, and how many of them are major.
        kinds: How many of each kind.
        result: The file of the comparison, beside the summary.
        reports: The other reports by their format, likewise.
        doubts: What speaks against a page's being whole.
        about: What else the pair's row in a table says.
    """

    number: int
    id: str
    source: str
    target: str
    exit_status: int
    error: str = ""
    source_language: str = ""
    target_language: str = ""
    source_title: str = ""
    target_title: str = ""
    source_sentences: int = 0
    target_sentences: int = 0
    source_coverage: float | None = None
    target_coverage: float | None = None
    same_story: float | None = None
    relation: str = ""
    relation_probability: float | None = None
    differences: int = 0
    major: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    result: str = ""
    reports: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What the story is about, in the words of the first version that could be read; "" for none."""
        return self.source_title or self.target_title


def compared(
    pair: Pair, comparison: Comparison, result: str, reports: Mapping[str, str], doubts: tuple[str, ...]
) -> Outcome:
    """Of a pair that was compared; arguments as the attributes of an Outcome."""
    kinds = Counter(difference.kind for difference in comparison.differences)
    severities = Counter(difference.severity for difference in comparison.differences)
    relation = comparison.relation
    return Outcome(
        number=pair.number,
        id=pair.id,
        source=pair.source.name,
        target=pair.target.name,
        exit_status=0,
        source_language=comparison.source.language,
        target_language=comparison.target.language,
        source_title=title_of(comparison.source),
        target_title=title_of(comparison.target),
        source_sentences=len(comparison.source.compared),
        target_sentences=len(comparison.target.compared),
        source_coverage=round(comparison.coverage.source, DIGITS),
        target_coverage=round(comparison.coverage.target, DIGITS),
        same_story=round(comparison.same_story.probability, DIGITS),
        relation=relation.kind if relation else "",
        relation_probability=round(relation.probability, DIGITS) if relation else None,
        differences=len(comparison.differences),
        major=severities["major"],
        kinds={kind: kinds[kind] for kind in KINDS},
        result=result,
        reports=reports,
        doubts=doubts,
        about=pair.about,
    )


def failed(pair: Pair, status: int, error: str) -> Outcome:
    """Of a pair that was not compared."""
    return Outcome(
        number=pair.number,
        id=pair.id,
        source=pair.source.name,
        target=pair.target.name,
        exit_status=status,
        error=one_line(str(error)),
        about=pair.about,
    )


def record_of(outcome: Outcome) -> dict[str, Any]:
    """An outcome as JSON has it."""
    return {
        each.name: list(value) if isinstance(value := getattr(outcome, each.name), tuple) else value
        for each in fields(outcome)
    }


def outcome_of(record: Mapping[str, Any]) -> Outcome:
    """An outcome again.

    Raises:
        TypeError, ValueError: It is none.
    """
    return Outcome(**{**record, "doubts": tuple(record["doubts"])})


def title_of(document: Document) -> str:
    """What a version is about: its first headline, else its first sentence, at most LONGEST_TITLE characters."""
    compared = document.compared
    heads = [i for i in compared if document.sentences[i].role == "headline"]
    return beginning(document.sentence_text((heads or compared)[0]), LONGEST_TITLE) if compared else ""
