"""A review as one value: two texts, what was found in them, and everything that the reviewer changed or decided."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from translate.alignment.by_hand import Link
from translate.comparison import Comparison
from translate.differences.difference import Difference, Kind, Severity, kinds_for
from translate.engines.translation import mended, without_doubts
from translate.errors import ReviewError
from translate.options import Options
from translate.review.decision import SIDE_NAMES, Decision, Key, applied, key_of, taken_apart, wrong_kind
from translate.review.flags import Flag, flag_of, flagged, in_order_of_places, with_flags, without_flags
from translate.review.repetitions import repetitions
from translate.text.content import trimmed
from translate.text.document import Document, Role, Sentence, Span
from translate.text.sides import SideName, in_order, on_side
from translate.wording.brief import several
from translate.wording.phrase import Phrase, Telling

LONGEST_MENDED = 10_000  # code points of a translation by hand; a sentence has a few hundred


@dataclass(frozen=True, slots=True)
class RoleChange:
    """Another role for one sentence: page furniture for text, or text for page furniture."""

    side: SideName
    sentence: int
    role: Role


@dataclass(frozen=True, slots=True)
class Mended:
    """The translation of one sentence, in the reviewer's words.

    Attributes:
        side: Where the sentence stands.
        sentence: Its index there.
        text: Its translation into the language of the other side; never empty.
    """

    side: SideName
    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review has come, in differences: `decided` are those accepted or rejected, of `total`."""

    accepted: int
    rejected: int
    total: int

    @property
    def decided(self) -> int:
        """How many have a verdict."""
        return self.accepted + self.rejected


@dataclass(frozen=True, slots=True)
class Session:
    """A review; every step returns a new session, and decisions cost no new comparison.

    Attributes:
        source, target: The texts as they were read, before any change of a role.
        options: Settings of the comparison.
        found: What was found last, without the decisions.
        fresh: Whether `found` holds the present roles and links; `computed` sees to it.
        roles: Sentences that have another role now, at most one change for each, in reading order.
        links: Sentences put together or set apart by hand, none of them in two.
        decisions: By what was found; kept also while a new alignment does not find it.
        mended: Translations by hand in place of the machine's, at most one for each sentence, in reading order.
        flags: Differences by hand; kept also while their sentences are not compared.

    Example:
        >>> from translate.testing import drawn_comparison
        >>> session = Session.of(drawn_comparison("abc", "ac"))
        >>> [difference] = session.found.differences
        >>> session = session.decided(difference, Decision("rejected", note="The headline says it."))
        >>> session.progress, len(session.comparison.differences)
        (Progress(accepted=0, rejected=1, total=1), 0)
    """

    source: Document
    target: Document
    options: Options
    found: Comparison
    fresh: bool = True
    roles: tuple[RoleChange, ...] = ()
    links: tuple[Link, ...] = ()
    decisions: Mapping[Key, Decision] = field(default_factory=dict)
    mended: tuple[Mended, ...] = ()
    flags: tuple[Flag, ...] = ()

    def __repr__(self) -> str:
        languages, progress = f"{self.source.language}-{self.target.language}", self.progress
        decided = f"{progress.decided:,} of {several(progress.total, 'difference')} decided"
        changed = f"{several(len(self.links), 'link')}, {several(len(self.roles), 'changed role')}"
        return f"<Session {languages}: {decided}, {changed}{'' if self.fresh else ', to be compared anew'}>"

    @staticmethod
    def of(comparison: Comparison, options: Options | None = None) -> "Session":
        """Begin a review, or go on with the one that a comparison carries.

        Args:
            comparison: As `compare` or `comparison_from_json` returns it.
            options: The settings that it was made with.
        """
        found, flags = without_flags(comparison)
        found, decisions = taken_apart(found)
        mended_there = tuple(
            Mended(side, i, on_side(found.translation, side).sentences[i])
            for side in SIDE_NAMES
            for i in on_side(found.translation, side).by_hand
        )
        made = (bead for bead in found.beads if bead.explanation and bead.explanation.by_hand)
        links = _in_order(Link(bead.source, bead.target) for bead in made)
        return Session(
            found.source,
            found.target,
            options or Options(),
            found,
            links=links,
            decisions=decisions,
            mended=mended_there,
            flags=flags,
        )

    @property
    def comparison(self) -> Comparison:
        """What was found last, with all that was decided, mended and flagged by hand; up to date if `fresh`."""
        return with_flags(applied(with_mended(self.found, self.mended), self.decisions), self.flags)

    @property
    def by_hand(self) -> tuple[Difference, ...]:
        """The differences by hand, in reading order."""
        return flagged(self.found, self.flags)

    @property
    def progress(self) -> Progress:
        """How many differences are decided; those by hand are accepted, as the reviewer says that they are some."""
        verdicts = [self.decision(difference).verdict for difference in (*self.found.differences, *self.by_hand)]
        return Progress(verdicts.count("accepted"), verdicts.count("rejected"), len(verdicts))

    def document(self, side: SideName) -> Document:
        """One text with the roles that its sentences have now."""
        return with_roles(on_side(self, side), side, self.roles)

    def decision(self, difference: Difference) -> Decision:
        """What is decided about a difference; the empty decision if nothing is. One by hand is what its flag says."""
        if difference.by_hand:
            flag = next((each for each in self.flags if each.places == flag_of(difference).places), None)
            return Decision("accepted", flag.kind, flag.severity, flag.note) if flag else Decision()
        return self.decisions.get(key_of(difference), Decision())

    def decided(self, difference: Difference, decision: Decision) -> "Session":
        """Decide about a difference, in place of what was decided before; the empty decision takes it back.

        A difference by hand is gone once it is rejected.

        Raises:
            ReviewError: The difference cannot be of that kind.
        """
        key = key_of(difference)
        if decision.kind and decision.kind not in kinds_for(key.side):
            raise wrong_kind(key.side, decision.kind)
        if difference.by_hand:
            return self._reflagged(flag_of(difference), decision)
        others = {known: kept for known, kept in self.decisions.items() if known != key}
        if decision.kind == key.kind:
            decision = replace(decision, kind=None)
        return replace(self, decisions=others if decision == Decision() else {**others, key: decision})

    def flagged_by_hand(
        self,
        kind: Kind,
        source: Iterable[Span] = (),
        target: Iterable[Span] = (),
        *,
        severity: Severity = "major",
        note: str = "",
    ) -> "Session":
        """Flag a difference that was not found; in the same places it takes the place of an earlier flag.

        Args:
            kind: What differs.
            source, target: The words that it is about, in either text or in both; blanks around them do not count.
            severity: How much it weighs.
            note: In the reviewer's words.

        Raises:
            ReviewError: There are no such words, none of them is compared, or a difference there cannot be of that
                kind.
        """
        flag = Flag(kind, self._words("source", source), self._words("target", target), severity, note)
        if flag.kind not in kinds_for(flag.side):
            raise wrong_kind(flag.side, kind)
        if not flagged(self.found, [flag]):
            raise ReviewError(
                Phrase("These words are not compared. Take their line into the story first, then flag the difference.")
            )
        others = [each for each in self.flags if each.places != flag.places]
        return replace(self, flags=in_order_of_places([*others, flag]))

    def with_translation(self, side: SideName, sentence: int, text: str) -> "Session":
        """Translate a sentence by hand, in place of the machine; an empty text gives the machine's back.

        What the machine said is lost where a comparison was read from a report that was mended before.

        Raises:
            ReviewError: There is no such sentence, or the translation is too long.
        """
        document = on_side(self, side)
        _known(document, side, [sentence])
        text = " ".join(text.split())
        if len(text) > LONGEST_MENDED:
            raise ReviewError(
                Phrase(
                    "This translation has {length:,} characters, and a sentence may have {limit:,}. Shorten it.",
                    length=len(text),
                    limit=LONGEST_MENDED,
                )
            )
        kept = [each for each in self.mended if (each.side, each.sentence) != (side, sentence)]
        found = on_side(self.found.translation, side)
        if text and text != found.sentences[sentence]:
            kept.append(Mended(side, sentence, text))
        return replace(self, mended=tuple(sorted(kept, key=lambda each: (each.side, each.sentence))))

    def linked(self, source: Sequence[int], target: Sequence[int]) -> "Session":
        """Put sentences together as saying the same thing; the alignment pairs the others around them.

        Args:
            source, target: Sentence indices, at least one on either side.

        Raises:
            ReviewError: A side is empty, or a sentence is not compared.
        """
        left, right = self._compared("source", source), self._compared("target", target)
        if not (left and right):
            raise ReviewError(Phrase("A link needs a sentence of either version. To set a sentence apart, unlink it."))
        return self._with_links([*self._links_without(left, right), Link(left, right)])

    def unlinked(self, source: Sequence[int] = (), target: Sequence[int] = ()) -> "Session":
        """Set sentences apart: each stands alone, as found in one version only.

        Raises:
            ReviewError: A sentence is not compared.
        """
        left, right = self._compared("source", source), self._compared("target", target)
        alone = [*(Link((i,), ()) for i in left), *(Link((), (j,)) for j in right)]
        return self._with_links([*self._links_without(left, right), *alone])

    def released(self, source: Collection[int] = (), target: Collection[int] = ()) -> "Session":
        """Leave sentences to the alignment again, whatever was said of them by hand."""
        return self._with_links(self._links_without(source, target))

    def with_role(self, side: SideName, sentences: Sequence[int], role: Role | None) -> "Session":
        """Give sentences of one side another role; a link loses those that become page furniture.

        Args:
            side: Where they stand.
            sentences: Their indices.
            role: That of a sentence in doubt may be the one it has, which settles it; None gives back the role that
                each had when the text was read.

        Raises:
            ReviewError: There is no such sentence.
        """
        document = on_side(self, side)
        chosen = set(_known(document, side, sentences))
        kept = [change for change in self.roles if change.side != side or change.sentence not in chosen]
        if role is not None:
            read = document.sentences
            kept += [RoleChange(side, i, role) for i in chosen if read[i].role != role or read[i].doubtful]
        roles = tuple(sorted(kept, key=lambda change: (change.side, change.sentence)))
        changed = self if roles == self.roles else replace(self, roles=roles, fresh=False)
        gone = chosen - set(changed.document(side).compared)
        return changed.released(*in_order(side, gone, ()))

    def with_lines(self, side: SideName, sentences: Sequence[int], *, story: bool) -> "Session":
        """Say whether sentences belong to the story, there and wherever their lines are repeated on either side.

        Args:
            side: Where they stand.
            sentences: Their indices.
            story: Whether they do; a sentence that was read as a headline stays one then. Otherwise they are page
                furniture.

        Raises:
            ReviewError: There is no such sentence.
        """
        chosen = _known(on_side(self, side), side, sentences)
        changed = self
        for name, found in repetitions(self, side, chosen).items():
            read = on_side(self, name).sentences
            headlines = [i for i in found if story and read[i].role == "headline"]
            others = [i for i in found if i not in headlines]
            changed = changed.with_role(name, headlines, "headline")
            changed = changed.with_role(name, others, "body" if story else "boilerplate")
        return changed

    def _reflagged(self, flag: Flag, decision: Decision) -> "Session":
        """With a flag as it is now, or without it."""
        others = [each for each in self.flags if each.places != flag.places]
        if len(others) == len(self.flags):
            return self  # it is gone already
        if decision.verdict != "rejected":
            kind, severity = decision.kind or flag.kind, decision.severity or flag.severity
            others.append(replace(flag, kind=kind, severity=severity, note=decision.note))
        return replace(self, flags=in_order_of_places(others))

    def _words(self, side: SideName, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Words of a text in reading order, without blanks around them."""
        text = on_side(self, side).text
        found = {trimmed(text, span) for span in spans if 0 <= span.start <= span.end <= len(text)}
        return tuple(sorted((span for span in found if span.start < span.end), key=lambda span: (span.start, span.end)))

    def _compared(self, side: SideName, sentences: Sequence[int]) -> tuple[int, ...]:
        """Sentence indices, ascending, each once."""
        document = self.document(side)
        chosen = _known(document, side, sentences)
        if out := sorted(set(chosen) - set(document.compared)):
            raise ReviewError(
                Phrase(
                    "Sentence {number} of the {side} text is page furniture. Mark it as text first to compare it.",
                    number=out[0] + 1,
                    side=SIDE_NAMES[side],
                )
            )
        return chosen

    def _links_without(self, source: Collection[int], target: Collection[int]) -> list[Link]:
        left = (link.without(source, target) for link in self.links)
        return [link for link in left if link is not None]

    def _with_links(self, links: Sequence[Link]) -> "Session":
        ordered = _in_order(links)
        return self if ordered == self.links else replace(self, links=ordered, fresh=False)


def with_mended(found: Comparison, translations: Sequence[Mended]) -> Comparison:
    """A comparison with translations by hand in place of the machine's."""
    if not translations:
        return found
    texts: dict[SideName, dict[int, str]] = {"source": {}, "target": {}}
    for each in translations:
        texts[each.side][each.sentence] = each.text
    warnings: Sequence[Telling] = found.translation.warnings
    for side in SIDE_NAMES:
        warnings = without_doubts(warnings, on_side(found, side).language, texts[side])
    translation = replace(
        found.translation,
        source=mended(found.translation.source, found.source, texts["source"]),
        target=mended(found.translation.target, found.target, texts["target"]),
        warnings=tuple(warnings),
    )
    return replace(found, translation=translation)


def with_roles(document: Document, side: SideName, roles: Sequence[RoleChange]) -> Document:
    """A document with other roles for some sentences of it, which are beyond doubt then."""
    changes = {change.sentence: change.role for change in roles if change.side == side}
    if not changes:
        return document
    sentences = tuple(
        _decided(sentence, changes[i]) if i in changes else sentence for i, sentence in enumerate(document.sentences)
    )
    foreign = tuple(i for i in document.foreign if sentences[i].role != "boilerplate")
    return replace(document, sentences=sentences, foreign=foreign)


def _decided(sentence: Sentence, role: Role) -> Sentence:
    """A sentence as a reader sees it: what it was taken for before is told no longer where that was wrong."""
    return replace(sentence, role=role, label=sentence.label if role == sentence.role else "", certainty=1.0)


def _known(document: Document, side: SideName, sentences: Sequence[int]) -> tuple[int, ...]:
    chosen = tuple(sorted(set(sentences)))
    if chosen and not 0 <= chosen[0] <= chosen[-1] < len(document.sentences):
        raise ReviewError(
            Phrase(
                "The {side} text has {count} sentences, numbered from 0: not {chosen}.",
                side=SIDE_NAMES[side],
                count=len(document.sentences),
                chosen=", ".join(map(str, chosen)),
            )
        )
    return chosen


def _in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.source, link.target)))
