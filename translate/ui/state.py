"""What the page remembers between two reruns, in one typed object."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import streamlit as st

from translate.desk.store import Visit
from translate.desk.story import Story
from translate.errors import TranslateError
from translate.languages.glossary import Glossary
from translate.options import OperatingPoint, Options
from translate.review.session import Session
from translate.text.origin import FileText
from translate.ui.reviewing import Reviewing
from translate.wording.phrase import Telling

Mode = Literal["sample", "own", "together"]

MOST_VERSIONS = 6  # that are compared together here: every two of six are 15 comparisons, some ten seconds

LISTED = 20  # stories of the store at first, and how many more each time
KEPT = 4  # reviews that can be had again, so that going back to the texts before is quick

_KEY = "parallax"


@dataclass(frozen=True, slots=True)
class Server:
    """A LibreTranslate server.

    Attributes:
        url: Its address.
        api_key: None for a server that asks for none; nowhere shown.
        public: Whether it has to be one of the public internet.
    """

    url: str
    api_key: str | None = field(default=None, repr=False)
    public: bool = False


@dataclass(slots=True)
class Watching:
    """What a visitor looked at in the store.

    Attributes:
        chosen: Values of the filters by their keys, which Streamlit forgets while they are not drawn.
        listed: How many stories are listed.
        problem: Why a story could not be opened, or what was decided could not be kept; "" if it could.
        given: The review that came in sight, as far as the store was given it.
        stored: The story of which the store had that review, too; None where the store knows nothing of it.
    """

    chosen: dict[str, Any] = field(default_factory=dict)
    listed: int = LISTED
    problem: Telling = ""
    given: tuple[Story, Session] | None = None
    stored: Story | None = None


@dataclass(slots=True)
class PageState:
    """What one visitor sees.

    Attributes:
        mode: Whether a sample, two texts of the visitor's own or several versions of theirs are shown.
        sample: Name of the sample; "" before the first one is chosen.
        drafts: The visitor's own texts, two or more, as they stand in the panes.
        opened: What was read from a file into a pane, by pane.
        editing: Whether the panes are open.
        problems: What is wrong with the text or the file of a pane, by pane.
        problem: Why the two texts together cannot be compared; "" if they can, or were not tried.
        together: Three or more versions that are compared together, or were put aside; () while there are none.
        stories: What is compared, by mode; the visitor's own only after Compare was pressed.
        reviews: What was decided about each story, as long as the visit lasts; see `take_up`.
        opened_problem: Why a session file could not be opened; "" if it could, or none was tried.
        operating_point: How readily a sentence is said to stand in one version only.
        engine: Who translates, by name; "auto" for the best that is installed.
        offering: Whether a translation model is offered before the texts are compared.
        offer_declined: Whether the visitor wants to compare without a translation model.
        server: Who translates in place of the packages, if the visitor wants that.
        server_problem: Why the server that the visitor wanted does not translate; "" if it does, or none is wanted.
        glossary: Terms of the house; None where there are none.
        glossary_problem: Why a file cannot be used as the glossary; "" if it can, or none was tried.
        shown: Number of the story in sight among those that are kept; None where it is not kept, or none is in sight.
        last_own: The visitor's own story that was in sight last.
        stories_problem: Why the stories cannot be kept; "" if they can.
        brought_problems: What could not be used of the files that were to be put on the list.
        comparing_the_rest: Whether the stories that wait on the list are compared one after the other.
        not_comparable: Numbers of those that could not be.
        left: Where the visitor stood when that was kept last.
        monitoring: Whether the stories of the store are in sight.
        monitor: What of them was looked at.
    """

    mode: Mode = "own"
    sample: str = ""
    drafts: list[str] = field(default_factory=lambda: ["", ""])
    opened: dict[int, FileText] = field(default_factory=dict)
    editing: bool = True
    problems: dict[int, str] = field(default_factory=dict)
    problem: str = ""
    together: tuple[str | FileText, ...] = ()
    stories: dict[Mode, Story] = field(default_factory=dict)
    reviews: dict[Story, Reviewing] = field(default_factory=dict)
    opened_problem: str = ""
    operating_point: OperatingPoint = field(default_factory=lambda: Options().operating_point)
    engine: str = "auto"
    offering: bool = False
    offer_declined: bool = False
    server: Server | None = None
    server_problem: str = ""
    glossary: Glossary | None = None
    glossary_problem: str = ""
    shown: int | None = None
    last_own: Story | None = None
    stories_problem: str = ""
    brought_problems: tuple[Telling, ...] = ()
    comparing_the_rest: bool = False
    not_comparable: set[int] = field(default_factory=set)
    left: Visit | None = None
    monitoring: bool = False
    monitor: Watching = field(default_factory=Watching)

    @property
    def story(self) -> Story | None:
        """What is to be compared now; None while there is nothing yet."""
        return self.stories.get(self.mode)

    @property
    def draft(self) -> Story:
        """What stands in the first two panes, with the files whose texts stand there unchanged."""
        return Story(self.drafts[0], self.drafts[1], (self._unchanged(0), self._unchanged(1)))

    @property
    def given(self) -> tuple[str | FileText, ...]:
        """What stands in all panes, likewise."""
        return tuple(self._unchanged(pane) or text for pane, text in enumerate(self.drafts))

    def tell(self, error: TranslateError, panes: Mapping[str, int]) -> None:
        """Note an error by the pane that it concerns, or below all.

        Args:
            error: Of comparing the texts.
            panes: By what errors call the text in each.
        """
        pane = panes.get(getattr(error, "side", ""))
        if pane is None:
            self.problem = error.message
        else:
            self.problems[pane] = error.message

    def add_a_pane(self) -> None:
        """Room for one more version."""
        self.drafts.append("")

    def remove_pane(self, pane: int) -> None:
        """Close one of the panes behind the first two; those behind it move up."""
        del self.drafts[pane]
        self.opened = {n - (n > pane): file for n, file in self.opened.items() if n != pane}
        self.problems = {n - (n > pane): problem for n, problem in self.problems.items() if n != pane}

    def _unchanged(self, pane: int) -> FileText | None:
        """What was read from a file into a pane, as long as its text stands there as it was read."""
        found = self.opened.get(pane)
        return found if found is not None and found.text == self.drafts[pane] else None

    def take_up(self, story: Story, reviewing: Reviewing) -> None:
        """Make this the review of a story.

        What the visitor has done in other reviews stays. Of those in which nothing was done, or that are kept in the
        file of stories, the last few stay, as the others are had again; and what a story out of sight was drawn from is
        let go.
        """
        self.reviews.pop(story, None)
        self.reviews[story] = reviewing
        shown = (story, *self.stories.values())
        spare = [each for each, review in self.reviews.items() if review.spare and each not in shown]
        for each in spare[:-KEPT]:
            del self.reviews[each]
        for each, review in self.reviews.items():
            if each not in shown:
                review.put_aside()

    @property
    def showing_together(self) -> bool:
        """Whether several versions are in sight, or on their way."""
        return self.mode == "together" and not self.editing and bool(self.together)

    @property
    def one_of_several(self) -> bool:
        """Whether the two texts in sight are among the versions that were compared together."""
        texts = texts_of(self.together)
        return self.mode == "own" and self.story is not None and {self.story.source, self.story.target} <= set(texts)

    def show_together(self) -> None:
        """Show the versions that are compared together, all of them in their panes."""
        self.mode, self.editing, self.offering, self.monitoring = "together", False, False, False
        self.shown = None
        self.problems, self.problem = {}, ""
        self.drafts = texts_of(self.together)
        self.opened = opened_of(self.together)

    @property
    def starting(self) -> bool:
        """Whether the visitor is still to say what is compared, so that no result is in sight."""
        return self.story is None or (self.mode == "own" and self.editing)

    def begin(self) -> None:
        """Make room for another story; texts that were never compared stay in their panes.

        What is put there goes on with no review, however like the last one it is.
        """
        self.last_own = None
        own = self.stories.get("own")
        if own is not None and [own.source, own.target] == self.drafts:
            self.drafts = ["", ""]
        if self.together and texts_of(self.together) == self.drafts:
            self.drafts, self.together = ["", ""], ()
        self.edit()

    def edit(self) -> None:
        """Open the panes with their texts."""
        self.mode, self.editing, self.offering, self.monitoring = "own", True, False, False
        self.problems, self.problem = {}, ""

    def back(self) -> None:
        """Show the result of the visitor's own texts again, as it was before the panes were opened."""
        if self._several_in_panes:
            self.show_together()
            return
        own = self.stories["own"]
        self.mode, self.editing, self.drafts, self.monitoring = "own", False, [own.source, own.target], False
        self.problems, self.problem = {}, ""

    @property
    def can_go_back(self) -> bool:
        """Whether there is such a result."""
        return self._several_in_panes or self.stories.get("own") in self.reviews

    @property
    def put_aside(self) -> bool:
        """Whether several versions wait while two texts stand in the panes."""
        return bool(self.together) and not self._several_in_panes

    @property
    def _several_in_panes(self) -> bool:
        return bool(self.together) and len(self.drafts) > 2


def texts_of(given: tuple[str | FileText, ...]) -> list[str]:
    """Texts without what their files told besides."""
    return [each.text if isinstance(each, FileText) else each for each in given]


def opened_of(given: tuple[str | FileText, ...]) -> dict[int, FileText]:
    """Those that were read from files, by their place."""
    return {pane: text for pane, text in enumerate(given) if isinstance(text, FileText)}


def page_state() -> PageState:
    """The state of this visitor, made at the first call."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = PageState()
    state: PageState = st.session_state[_KEY]
    return state
