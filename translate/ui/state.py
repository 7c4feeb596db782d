"""What the page remembers between two reruns, in one typed object."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import streamlit as st

from translate.options import OperatingPoint, Options
from translate.report.wording import SideName
from translate.text.document import Role

Mode = Literal["sample", "own"]
Change: TypeAlias = tuple[SideName, int, Role]
"""Side, sentence and the role that the user gave it."""

_KEY = "parallax"


@dataclass(slots=True)
class Story:
    """Two texts to compare, and what the user changed about them.

    Attributes:
        source, target: The texts as given.
        changes: At most one for each sentence.
    """

    source: str
    target: str
    changes: tuple[Change, ...] = ()

    def with_role(self, side: SideName, sentences: Sequence[int], role: Role) -> "Story":
        """The same story with another role for these sentences of one side."""
        kept = [change for change in self.changes if change[0] != side or change[1] not in sentences]
        return Story(self.source, self.target, tuple(sorted([*kept, *((side, i, role) for i in sentences)])))

    def changed(self, side: SideName) -> tuple[int, ...]:
        """Sentences of one side that the user gave a role."""
        return tuple(sentence for changed_side, sentence, _ in self.changes if changed_side == side)


@dataclass(frozen=True, slots=True)
class Server:
    """A LibreTranslate server.

    Attributes:
        url: Its address.
        api_key: None for a server that asks for none; nowhere shown.
    """

    url: str
    api_key: str | None = field(default=None, repr=False)


@dataclass(slots=True)
class PageState:
    """What one visitor sees.

    Attributes:
        mode: Whether a sample or the visitor's own texts are shown.
        sample: Name of the sample; "" before the first one is chosen.
        drafts: The visitor's own two texts, as they stand in the panes.
        editing: Whether the panes are open.
        problems: What is wrong with a file that was put into a pane, by pane.
        stories: What is compared, by mode; the visitor's own only after Compare was pressed.
        operating_point: How readily a sentence is said to stand in one version only.
        server: Who translates in place of the packages, if the visitor wants that.
        server_problem: Why the server that the visitor wanted does not translate; "" if it does, or none is wanted.
    """

    mode: Mode = "sample"
    sample: str = ""
    drafts: list[str] = field(default_factory=lambda: ["", ""])
    editing: bool = True
    problems: dict[int, str] = field(default_factory=dict)
    stories: dict[Mode, Story] = field(default_factory=dict)
    operating_point: OperatingPoint = field(default_factory=lambda: Options().operating_point)
    server: Server | None = None
    server_problem: str = ""

    @property
    def story(self) -> Story | None:
        """What is to be compared now; None while there is nothing yet."""
        return self.stories.get(self.mode)

    @property
    def edited(self) -> bool:
        """Whether the panes hold other texts than those that were compared."""
        own = self.stories.get("own")
        return own is not None and [own.source, own.target] != self.drafts


def page_state() -> PageState:
    """The state of this visitor, made at the first call."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = PageState()
    state: PageState = st.session_state[_KEY]
    return state
