"""From decisions of a review to what is remembered of an outlet, and back on the next page of it."""

from dataclasses import dataclass

from translate.errors import ReviewError
from translate.review.memory import Memory, Outlet, default_memory
from translate.review.outlets import LEAST_LINES, fingerprint, guessed_name, line_keys, recognised
from translate.review.session import RoleChange, Session
from translate.text.document import Document
from translate.text.normalization import replace_surrogates
from translate.text.sides import SIDES, SideName
from translate.wording.phrase import Phrase, counted


@dataclass(frozen=True, slots=True)
class Recalled:
    """What was decided for the outlet of a page and holds for this page too.

    Attributes:
        side: Which of the two texts the page is.
        outlet: Name of the outlet.
        roles: What changes on the page.
        lines: How many lines that are, a paragraph being one.
    """

    side: SideName
    outlet: str
    roles: tuple[RoleChange, ...]
    lines: int

    @property
    def sentence(self) -> Phrase:
        """What is told of it."""
        return counted(
            "{count} line as you decided for {outlet}",
            "{count} lines as you decided for {outlet}",
            self.lines,
            outlet=self.outlet,
        )


@dataclass(frozen=True, slots=True)
class Memorable:
    """Decisions about a page that are not remembered yet.

    Attributes:
        name: Of the outlet, as it is known or guessed.
        lines: The text of each by its key, and whether it is page furniture.
        count: How many lines of the page they are about, a paragraph being one.
        known: Whether the outlet is, or can be, known again by the furniture of the page.
    """

    name: str
    lines: dict[str, tuple[str, bool]]
    count: int
    known: bool


def remembered_roles(document: Document, side: SideName = "source") -> list[RoleChange]:
    """Which sentences of a page have another role by what the user decided for its outlet.

    Args:
        document: A page as it was read.
        side: Which of two texts it is; `Session.with_role` takes the changes.

    Raises:
        RememberingError: The file of what was decided cannot be used.
        OptionError: PARALLAX_REMEMBER is neither 0 nor 1.
    """
    memory = default_memory()
    found = recalled(document, side, memory) if memory else None
    return list(found.roles) if found else []


def recalled(document: Document, side: SideName, memory: Memory) -> Recalled | None:
    """What was decided for the outlet of a page; None where that changes nothing.

    Raises:
        RememberingError: The file of what was decided cannot be used.
    """
    found = _outlet_of(document, memory)
    if found is None:
        return None
    number, outlet = found
    furniture = {line.key: line.furniture for line in memory.lines() if line.outlet == number}
    roles = []
    for i, (key, sentence) in enumerate(zip(line_keys(document), document.sentences, strict=True)):
        if (decided := furniture.get(replace_surrogates(key))) is None:
            continue
        text_role = "body" if sentence.role == "boilerplate" else sentence.role
        role = "boilerplate" if decided else text_role
        if role != sentence.role or sentence.doubtful:
            roles.append(RoleChange(side, i, role))
    if not roles:
        return None
    lines = {document.sentences[change.sentence].paragraph for change in roles}
    return Recalled(side, outlet.name, tuple(roles), len(lines))


def with_remembered(session: Session, memory: Memory) -> tuple[Session, tuple[Recalled, ...]]:
    """A session with all that was decided for the outlets of its two pages, and what that is.

    Raises:
        RememberingError: The file of what was decided cannot be used.
    """
    found = []
    for side in SIDES:
        if of_side := recalled(session.document(side), side, memory):
            found.append(of_side)
            for change in of_side.roles:
                session = session.with_role(side, [change.sentence], change.role)
    return session, tuple(found)


def memorable(session: Session, side: SideName, memory: Memory) -> Memorable | None:
    """Decisions about one page that can be remembered; None where there is none that is not remembered already.

    A line that stands on the page more than once must be furniture everywhere or nowhere.

    Raises:
        RememberingError: The file of what was decided cannot be used.
    """
    document = session.document(side)
    decided = {change.sentence for change in session.roles if change.side == side}
    if not decided:
        return None
    outlet = _outlet_of(document, memory)
    known = {line.key: line.furniture for line in memory.lines() if outlet and line.outlet == outlet[0]}
    keys = [replace_surrogates(key) for key in line_keys(document)]
    furniture: dict[str, set[bool]] = {}
    for key, sentence in zip(keys, document.sentences, strict=True):
        furniture.setdefault(key, set()).add(sentence.role == "boilerplate")
    lines, paragraphs = {}, set()
    for i in sorted(decided):
        if furniture[keys[i]] in ({True}, {False}) and furniture[keys[i]] != {known.get(keys[i])}:
            lines[keys[i]] = replace_surrogates(document.sentence_text(i)), furniture[keys[i]] == {True}
            paragraphs.add(document.sentences[i].paragraph)
    if not lines:
        return None
    name = outlet[1].name if outlet else guessed_name(document)
    return Memorable(name, lines, len(paragraphs), outlet is not None or len(fingerprint(document)) >= LEAST_LINES)


def remember(session: Session, side: SideName, name: str, memory: Memory) -> None:
    """Remember what was decided about one page for its outlet.

    Args:
        session: A review.
        side: The page.
        name: What the outlet is called from now on.
        memory: Where it is kept.

    Raises:
        ReviewError: The name is empty, or the page has too little furniture to know its outlet by.
        RememberingError: The file of what was decided cannot be used.
    """
    found = memorable(session, side, memory)
    if found is None:
        return
    name = " ".join(replace_surrogates(name).split())
    if not name:
        raise ReviewError(Phrase("The outlet has no name. Give one to remember your decisions for it."))
    if not found.known:
        raise ReviewError(too_little_furniture())
    document = session.document(side)
    lines = fingerprint(document)
    outlet = _outlet_of(document, memory)
    memory.keep(outlet[0] if outlet else None, name, lines if len(lines) >= LEAST_LINES else {}, found.lines)


def too_little_furniture() -> Phrase:
    """Why nothing can be remembered for the outlet of a page."""
    return Phrase(
        "The page has too little furniture to know its outlet by: at least {count} lines such as menus and legal notes "
        "are needed. Paste the whole page.",
        count=LEAST_LINES,
    )


def _outlet_of(document: Document, memory: Memory) -> tuple[int, Outlet] | None:
    outlets = memory.outlets()
    number = recognised({known: outlet.fingerprint for known, outlet in outlets.items()}, document)
    return None if number is None else (number, outlets[number])
