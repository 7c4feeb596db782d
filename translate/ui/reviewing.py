"""One review on the page: its history, the document that draws it, and what an event in that document does to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast, get_args

from translate.comparison import Comparison
from translate.desk.keeping import Keeping
from translate.differences.difference import Difference, Kind, Severity, Verdict
from translate.errors import TranslateError
from translate.options import Options
from translate.report.html_report import Theme, html_report
from translate.review.carrying import Unplaced
from translate.review.comparing import Comparing, computed
from translate.review.decision import Decision
from translate.review.flags import with_flags
from translate.review.history import History
from translate.review.memory import default_memory
from translate.review.remembering import Recalled, with_remembered
from translate.review.session import Session
from translate.settings.limits import Progress
from translate.text.document import Span
from translate.text.shown import visible
from translate.text.sides import SIDES, SideName, on_side
from translate.ui.reading_component import ReviewEvent, digest_of
from translate.wording.interface import InterfaceLanguage, interface_language

REMEMBERED_VIEWS = 4  # documents whose events may still be under way
VERDICTS: Mapping[str, Verdict] = {"accept": "accepted", "reject": "rejected"}


@dataclass(frozen=True, slots=True)
class Basis:
    """What a review was begun from; another one means that the comparison was made anew.

    Attributes:
        options: Settings of the comparison.
        comparison: None where it came with a session file, and nothing was compared here.
    """

    options: Options
    comparison: Comparison | None


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A document, and what it was made from."""

    found: Comparison
    flags: tuple[object, ...]
    language: InterfaceLanguage
    html: str


@dataclass(slots=True)
class Reviewing:
    """A review as the page holds it.

    Attributes:
        basis: What it was begun from.
        history: The session and its past.
        problem: Why the last step was not done; "" if it was.
        recalled: What was remembered of the outlets of the two pages when it was begun.
        forgotten_why: Why nothing could be looked up of them; "" if it could.
        keeping: Where it is kept beyond the visit; None where nothing is.
        unplaced: Decisions that a change of the texts left without a place, until the visitor has seen them.
        outdated: Whether it is to be compared anew, though it came with its comparison.
    """

    basis: Basis
    history: History
    problem: str = ""
    recalled: tuple[Recalled, ...] = ()
    forgotten_why: str = ""
    keeping: Keeping | None = None
    unplaced: tuple[Unplaced, ...] = ()
    outdated: bool = False
    _drawn: _Drawn | None = None
    _views: dict[str, Comparison] = field(default_factory=dict)

    @property
    def session(self) -> Session:
        """Where the review stands."""
        return self.history.present

    @property
    def story(self) -> str:
        """Short name of the two texts, the same for the same texts."""
        return digest_of(f"{self.session.source.text}\0{self.session.target.text}")

    @property
    def data(self) -> Mapping[str, Any]:
        """What the document must know beside its own text: every decision by the id of its difference, and every
        translation by hand by the name of its sentence there.
        """
        decisions = {}
        for difference in (*self.session.found.differences, *self.session.by_hand):
            decision = self.session.decision(difference)
            decisions[difference.id] = {
                "verdict": decision.verdict or "",
                "note": visible(decision.note),
                "kind": decision.kind or difference.kind,
                "severity": decision.severity or difference.severity,
            }
        return {
            "decisions": decisions,
            "mended": {f"{each.side}-{each.sentence}": visible(each.text) for each in self.session.mended},
            "undo": bool(self.history.past),
            "redo": bool(self.history.future),
        }

    def document(self, theme: Theme) -> str:
        """The reading view of what was found and flagged; the same text until that changes, or the language does.

        Decisions and another theme reach it as data, so that neither loads it anew.
        """
        found, language = self.session.found, interface_language()
        places = tuple(flag.places for flag in self.session.flags)  # how one is called reaches it as data
        drawn = self._drawn
        if drawn is None or drawn.found is not found or (drawn.flags, drawn.language) != (places, language):
            whole = with_flags(found, self.session.flags)
            html = html_report(whole, embedded=True, theme=theme, reviewable=True)
            self._drawn = drawn = _Drawn(found, places, language, html)
            self._views[digest_of(html)] = whole
            for digest in list(self._views)[:-REMEMBERED_VIEWS]:
                del self._views[digest]
        return drawn.html

    def put_aside(self) -> None:
        """Let the document go, which is most of a review; it is drawn again when it is asked for."""
        self._drawn = None

    @property
    def untouched(self) -> bool:
        """Whether comparing the same texts again makes the same review."""
        return not (self.history.past or self.history.future) and self.basis.comparison is not None

    @property
    def spare(self) -> bool:
        """Whether it is had again as it is, without its past, once it is let go."""
        return self.untouched or (self.keeping is not None and self.keeping.kept)

    def came_from_a_file(self, options: Options) -> bool:
        """Whether it was opened with its comparison, which these settings leave as it is."""
        return self.basis == Basis(options, None) and not self.outdated

    def keep(self) -> None:
        """Keep where it stands, so that it is there after a reload or a crash; of a sample, once something is done."""
        if self.keeping and (self.keeping.own or not self.untouched):
            self.keeping.keep(self.session, self.unplaced, self.history)

    def understood(self) -> None:
        """Forget the decisions without a place."""
        self.unplaced = ()
        self.keep()

    def take(self, events: Sequence[ReviewEvent]) -> None:
        """Do what the reader did in the document; what cannot be done is told and leaves the rest in place."""
        self.problem = ""
        for event in events:
            try:
                self.history = self._after(event)
            except TranslateError as error:
                self.problem = error.message
        self.keep()

    def tell(self, side: SideName, sentences: Sequence[int], *, story: bool) -> None:
        """Say whether sentences belong to the story or to the page around it."""
        self.problem = ""
        self.history = self.history.did(self.session.with_lines(side, sentences, story=story))
        self.keep()

    def recall(self) -> None:
        """Give lines the roles that are remembered for the outlets of the two pages, as a step that can be undone."""
        try:
            if memory := default_memory():
                session, self.recalled = with_remembered(self.session, memory)
                self.history = self.history.did(session)
        except TranslateError as error:
            self.forgotten_why = error.message

    @property
    def remembered(self) -> tuple[Recalled, ...]:
        """What was recalled and still stands, at least in part."""
        return tuple(found for found in self.recalled if set(found.roles) & set(self.session.roles))

    def take_back(self, found: Recalled) -> None:
        """Give lines the roles that they had without what was recalled; other decisions about them stay."""
        self.problem = ""
        standing = [change.sentence for change in found.roles if change in self.session.roles]
        self.history = self.history.did(self.session.with_role(found.side, standing, None))
        self.keep()

    def compute(self, progress: Progress | None = None, by: Comparing | None = None) -> None:
        """Find anew where roles or links have changed; a step after which nothing can be found is taken back.

        Args:
            progress, by: As `computed` takes them.

        Raises:
            TranslateError: Not even the first session can be compared.
        """
        try:
            self.history = self.history.with_present(computed(self.session, progress, by))
        except TranslateError as error:
            if not self.history.past:
                raise
            self.problem = error.message
            self.history = replace(self.history.undone(), future=())
            self.compute(progress, by)

    def rebased(self, comparison: Comparison, basis: Basis) -> None:
        """Keep all that was decided while the comparison below it becomes another one of the same texts."""

        def on_it(session: Session) -> Session:
            plain = not (session.roles or session.links)
            return replace(session, options=basis.options, found=comparison, fresh=plain)

        past, future = tuple(map(on_it, self.history.past)), tuple(map(on_it, self.history.future))
        self.history, self.basis, self.outdated = History(on_it(self.session), past, future), basis, False

    def _after(self, event: ReviewEvent) -> History:
        history, session = self.history, self.session
        match event.action:
            case "undo":
                return history.undone()
            case "redo":
                return history.redone()
            case "link":
                return history.did(session.linked(event.source, event.target))
            case "unlink":
                return history.did(session.unlinked(event.source, event.target))
            case "mend":
                for side in SIDES:
                    for sentence in on_side(event, side):
                        session = session.with_translation(side, sentence, event.text)
                return history.did(session)
            case "flag":
                return history.did(_flagged(session, event))
            case "furniture" | "body":
                story = event.action == "body"
                changed = session.with_lines("source", event.source, story=story)
                return history.did(changed.with_lines("target", event.target, story=story))
        for difference in self._differences(event):  # one step, however many there are
            session = session.decided(difference, _decision_after(event, session.decision(difference), difference))
        return history.did(session)

    def _differences(self, event: ReviewEvent) -> list[Difference]:
        """The differences in the document that the reader saw; ids may mean others by now.

        None of a document that is no longer remembered.
        """
        found = self._views.get(event.view)
        return [difference for difference in found.differences if difference.id in event.differences] if found else []


def _flagged(session: Session, event: ReviewEvent) -> Session:
    """With the difference that the reader marked by hand; the same one where what came is no such thing."""
    spans: dict[str, list[Span]] = {side: [] for side in SIDES}
    for marked in event.marked:
        sentences = on_side(session, marked.side).sentences
        if marked.sentence < len(sentences):
            sentence = sentences[marked.sentence]
            start, end = (min(sentence.start + place, sentence.end) for place in (marked.start, marked.end))
            spans[marked.side].append(Span(start, max(start, end)))
    if event.kind not in get_args(Kind) or event.severity not in get_args(Severity):
        return session
    kind, severity = cast(Kind, event.kind), cast(Severity, event.severity)
    return session.flagged_by_hand(kind, spans["source"], spans["target"], severity=severity, note=event.text)


def _decision_after(event: ReviewEvent, decision: Decision, difference: Difference) -> Decision:
    """What is decided about a difference once an event has changed it."""
    match event.action:
        case "accept" | "reject":
            return replace(decision, verdict=VERDICTS[event.action])
        case "note":
            return replace(decision, note=event.text)
        case "relabel" if event.text in get_args(Kind):
            return replace(decision, kind=cast(Kind, event.text))
        case "severity" if event.text in get_args(Severity):
            severity = cast(Severity, event.text)
            return replace(decision, severity=None if severity == difference.severity else severity)
    return decision


def taken_up(before: Reviewing | None, comparison: Comparison, options: Options) -> Reviewing:
    """The review of a comparison: the one before goes on, on what is found now; a new one knows what is remembered."""
    basis = Basis(options, comparison)
    if before is None:
        begun = Reviewing(basis, History(Session.of(comparison, options)))
        begun.recall()
        return begun
    if before.basis != basis:
        before.rebased(comparison, basis)
    return before
