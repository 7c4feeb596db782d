"""What a reviewer did in two texts, taken over into a later state of them by the words it stands on, not by place.

A decision is kept where the sentences that it stands on are unchanged. The others are listed, and nothing of them lost.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from translate.alignment.by_hand import Link
from translate.review.decision import Decision, Key, key_of
from translate.review.flags import Flag, in_order_of_places
from translate.review.session import Mended, RoleChange, Session
from translate.text.content import folded, sentences_at
from translate.text.document import Document, Span
from translate.text.sides import SIDES, SideName, on_side

AKIN = 0.5  # share of the sentences of both texts from which they are the same story, written anew


@dataclass(frozen=True, slots=True)
class Steps:
    """All that a reviewer did, as `Session` has it."""

    roles: tuple[RoleChange, ...] = ()
    links: tuple[Link, ...] = ()
    decisions: Mapping[Key, Decision] = field(default_factory=dict)
    mended: tuple[Mended, ...] = ()
    flags: tuple[Flag, ...] = ()

    @staticmethod
    def of(session: Session) -> "Steps":
        """The steps of a session."""
        return Steps(session.roles, session.links, session.decisions, session.mended, session.flags)

    def __bool__(self) -> bool:
        return bool(self.roles or self.links or self.decisions or self.mended or self.flags)


@dataclass(frozen=True, slots=True)
class Cut:
    """A text and where its sentences stand: enough of a document to find its words again."""

    text: str
    sentences: tuple[Span, ...]

    @staticmethod
    def of(document: Document) -> "Cut":
        """What is needed of a document."""
        return Cut(document.text, tuple(Span(each.start, each.end) for each in document.sentences))

    def standing(self, spans: Sequence[Span]) -> tuple[int, ...]:
        """Indices of the sentences that several spans stand in, each once."""
        return tuple(dict.fromkeys(i for span in spans for i in self.touched(span)))

    @property
    def words(self) -> list[str]:
        """Each sentence with its white space evened."""
        return [folded(self.text[each.start : each.end]) for each in self.sentences]

    def touched(self, span: Span) -> range:
        """Indices of the sentences that a span stands in."""
        return sentences_at(self.sentences, span)


@dataclass(frozen=True, slots=True)
class Before:
    """A review whose texts have changed since, or whose comparison cannot be read any more.

    Attributes:
        source, target: The texts in which it was done.
        steps: What was done.
    """

    source: Cut
    target: Cut
    steps: Steps

    @staticmethod
    def of(session: Session) -> "Before":
        """A session as it is before its texts change."""
        return Before(Cut.of(session.source), Cut.of(session.target), Steps.of(session))


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A decision whose sentences are no longer there as they were.

    Attributes:
        key, decision: As it was.
        source, target: The words it stood on; "" on a silent side.
    """

    key: Key
    decision: Decision
    source: str
    target: str


def akin(before: Before, source: Document, target: Document) -> bool:
    """Whether two texts are those of a review with some words changed, and no other story."""
    shares = []
    for side, document in (("source", source), ("target", target)):
        old, new = on_side(before, side).words, Cut.of(document).words
        shares.append(2 * len(_moved(old, new)) / max(1, len(old) + len(new)))
    return max(shares) >= AKIN


def carried(before: Before, begun: Session, waiting: Sequence[Unplaced] = ()) -> tuple[Session, tuple[Unplaced, ...]]:
    """A new review with everything of an earlier one that still stands on the same sentences.

    Args:
        before: The earlier one.
        begun: The new one, in which nothing was done yet.
        waiting: Decisions that an earlier change left without a place; a change back gives it to them.

    Returns:
        The review, to be compared anew where roles or links were taken over, and the decisions that found no place.
    """
    moves = {side: _Moves(on_side(before, side), Cut.of(on_side(begun, side))) for side in SIDES}
    steps = before.steps
    session = begun
    for change in steps.roles:
        if (now := moves[change.side].sentence(change.sentence)) is not None:
            session = session.with_role(change.side, [now], change.role)
    session = _linked(steps.links, moves, session)
    for each in steps.mended:
        if (now := moves[each.side].sentence(each.sentence)) is not None:
            session = session.with_translation(each.side, now, each.text)
    flags, lost = _flags(before, moves)
    decisions, unplaced = _placed(before, moves, session)
    again = _placed_again(waiting, session, decisions)
    rest = tuple(each for each in waiting if each not in again.values())
    placed = {key: each.decision for key, each in again.items()}
    return replace(session, decisions={**decisions, **placed}, flags=flags), (*rest, *unplaced, *lost)


class _Moves:
    """Where the sentences of a text stand in a later state of it."""

    def __init__(self, old: Cut, new: Cut) -> None:
        self.old, self.new = old, new
        self._places = _moved(old.words, new.words)

    def sentence(self, index: int) -> int | None:
        """The same sentence now; None where it has changed or gone."""
        return self._places.get(index)

    def sentences(self, indices: Sequence[int]) -> tuple[int, ...] | None:
        """The same sentences now; None where one of them has changed or gone."""
        now = [self._places.get(i) for i in indices]
        found = tuple(i for i in now if i is not None)
        return found if len(found) == len(now) else None

    def spans(self, spans: Sequence[Span]) -> tuple[Span, ...] | None:
        """The same words now; None where a sentence that they stand in has changed or gone."""
        now = []
        for span in spans:
            touched = self.old.touched(span)
            places = self.sentences(touched)
            if not places or list(places) != list(range(places[0], places[-1] + 1)):
                return None
            first, last = self.new.sentences[places[0]], self.new.sentences[places[-1]]
            begin = first.start + max(0, span.start - self.old.sentences[touched[0]].start)
            end = last.start + span.end - self.old.sentences[touched[-1]].start
            now.append(Span(begin, min(end, last.end)))
        return tuple(now)


def _moved(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Sentences that stand in both, in order where they can be; one that was moved elsewhere is found there."""
    places: dict[int, int] = {}
    for run in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        places.update((run.a + step, run.b + step) for step in range(run.size))
    free: dict[str, list[int]] = defaultdict(list)
    taken = set(places.values())
    for j in reversed(range(len(new))):
        if j not in taken:
            free[new[j]].append(j)
    for i, words in enumerate(old):
        if i not in places and free[words]:
            places[i] = free[words].pop()
    return places


def _linked(links: Sequence[Link], moves: Mapping[SideName, _Moves], session: Session) -> Session:
    for link in links:
        now = [moves[side].sentences(on_side(link, side)) for side in SIDES]
        if now[0] is None or now[1] is None or not _compared(session, now[0], now[1]):
            continue
        together = bool(now[0]) and bool(now[1])
        session = session.linked(now[0], now[1]) if together else session.unlinked(now[0], now[1])
    return session


def _compared(session: Session, source: Sequence[int], target: Sequence[int]) -> bool:
    sides = zip(SIDES, (source, target), strict=True)
    return all(set(chosen) <= set(session.document(side).compared) for side, chosen in sides)


def _placed(
    before: Before, moves: Mapping[SideName, _Moves], session: Session
) -> tuple[dict[Key, Decision], tuple[Unplaced, ...]]:
    """Decisions by what they are about now, and those that are about nothing any more."""
    found = {key_of(difference) for difference in session.found.differences}
    decisions: dict[Key, Decision] = {}
    waiting: list[tuple[Key, Key | None, Decision]] = []
    for key, decision in before.steps.decisions.items():
        source, target = moves["source"].spans(key.source), moves["target"].spans(key.target)
        now = Key(key.kind, key.side, source, target) if source is not None and target is not None else None
        if now in found and now is not None:
            decisions[now] = decision
        else:
            waiting.append((key, now, decision))
    unplaced = []
    for key, now, decision in waiting:
        if (alike := next(_alike(key, moves, session, decisions), None)) is not None:
            decisions[alike] = decision
        elif now is not None:
            decisions.setdefault(now, decision)  # on the same words, found again when the alignment finds it again
        else:
            unplaced.append(_unplaced(before, key, decision))
    return decisions, tuple(unplaced)


def _flags(before: Before, moves: Mapping[SideName, _Moves]) -> tuple[tuple[Flag, ...], tuple[Unplaced, ...]]:
    """Differences by hand where their sentences stand now, and those whose sentences have changed or gone."""
    kept, lost = [], []
    for flag in before.steps.flags:
        source, target = moves["source"].spans(flag.source), moves["target"].spans(flag.target)
        if source is not None and target is not None:
            kept.append(replace(flag, source=source, target=target))
        else:
            key = Key(flag.kind, flag.side, flag.source, flag.target)
            decision = Decision("accepted", severity=flag.severity, note=flag.note)
            lost.append(_unplaced(before, key, decision))
    return in_order_of_places(kept), tuple(lost)


def _unplaced(before: Before, key: Key, decision: Decision) -> Unplaced:
    """A decision with the words that it stood on."""
    return Unplaced(key, decision, *(_words(on_side(before, side), on_side(key, side)) for side in SIDES))


def _alike(
    key: Key, moves: Mapping[SideName, _Moves], session: Session, decided: Mapping[Key, Decision]
) -> Iterator[Key]:
    """Undecided differences of the same kind in the same sentences, where other words of them are marked now."""
    sides: tuple[SideName, ...] = SIDES if key.side == "both" else (key.side,)
    wanted = [moves[side].sentences(moves[side].old.standing(on_side(key, side))) for side in sides]
    if not all(wanted):
        return
    for difference in session.found.differences:
        now = key_of(difference)
        if (now.kind, now.side) != (key.kind, key.side) or now in decided:
            continue
        if wanted == [moves[side].new.standing(on_side(now, side)) for side in sides]:
            yield now


def _placed_again(
    waiting: Sequence[Unplaced], session: Session, decided: Mapping[Key, Decision]
) -> dict[Key, Unplaced]:
    """Decisions that waited for the very words that a difference has now."""
    cuts = [Cut.of(on_side(session, side)) for side in SIDES]
    found: dict[Key, Unplaced] = {}
    for difference in session.found.differences if waiting else ():
        key = key_of(difference)
        words = [_words(cut, on_side(key, side)) for side, cut in zip(SIDES, cuts, strict=True)]
        if key not in decided:
            same = (each for each in waiting if _told(each) == (key.kind, key.side, *words))
            found.update((key, each) for each in same if each not in found.values())
    return found


def _told(unplaced: Unplaced) -> tuple[str, str, str, str]:
    return unplaced.key.kind, unplaced.key.side, unplaced.source, unplaced.target


def _words(cut: Cut, spans: Sequence[Span]) -> str:
    return " … ".join(folded(cut.text[span.start : span.end]) for span in spans)
