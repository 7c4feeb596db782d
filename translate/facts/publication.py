"""The day a story was published, where its text says so, and what "yesterday" and "last year" mean from there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from translate.facts.dateline import LONGEST, is_dateline, stands_alone
from translate.facts.dates import read_dates
from translate.facts.mention import DateMention, Facts
from translate.text.document import Document

FIRST_LINES = 6  # a dateline stands above the story or opens it
_NO_LEAP_YEAR = 2023  # stands for a year that is not told
_YEAR_ENDS = 12


def publication_day(document: Document) -> DateMention | None:
    """Day and month, with what else is told, from a dateline or a line of its own above the story, else from the
    file that the story was read from; None without any.

    Example:
        >>> from translate.text.document import document_of_sentences
        >>> publication_day(document_of_sentences(["МОСКВА, 6 сентября. /ТАСС/. Дума приняла закон."], "ru")).value
        '--09-06'
    """
    for index in range(min(FIRST_LINES, len(document.sentences))):
        text = document.sentence_text(index)
        for mention in read_dates(text[:LONGEST], document.language)[:2]:
            if mention.day is None or mention.month is None or mention.swappable:
                continue
            before, behind = text[: mention.start], text[mention.end :]
            if stands_alone(before + behind, document.language) or is_dateline(before, behind, document.language):
                return mention
    return _told_by_file(document)


def _told_by_file(document: Document) -> DateMention | None:
    """The day that the file gives which the document was read from; it stands nowhere in the text."""
    if document.origin is None or not document.origin.published:
        return None
    try:
        day = date.fromisoformat(document.origin.published)
    except ValueError:  # in a file that was not written by Parallax
        return None
    return DateMention(
        "date", 0, 0, "", day.isoformat(), year=day.year, month=day.month, day=day.day, weekday=day.weekday()
    )


def with_resolved_dates(facts: Sequence[Facts], published: DateMention | None) -> tuple[Facts, ...]:
    """The same facts with the fields that relative dates have when counted from the day of publication."""
    if published is None:
        return tuple(facts)
    return tuple(
        replace(fact, dates=tuple(replace(at, resolved=_resolved(at, published)) for at in fact.dates))
        if any(at.relative for at in fact.dates)
        else fact
        for fact in facts
    )


def _resolved(mention: DateMention, published: DateMention) -> tuple[tuple[str, int], ...]:
    relative, month, day = mention.relative, published.month, published.day
    if relative is None or month is None or day is None:
        return ()
    if relative.unit == "year":
        return (("year", published.year + relative.offset),) if published.year else ()
    if relative.unit == "month":
        years, place = divmod(month - 1 + relative.offset, _YEAR_ENDS)
        return (("month", place + 1), *([("year", published.year + years)] if published.year else []))
    if relative.unit != "day":
        return ()
    try:
        then = date(published.year or _NO_LEAP_YEAR, month, day) + timedelta(days=relative.offset)
    except ValueError:  # 31 June is a slip of the pen, not a day to count from
        return ()
    fields = [("month", then.month), ("day", then.day)]
    if published.year:
        fields += [("year", then.year), ("weekday", then.weekday())]
    elif published.weekday is not None:
        fields.append(("weekday", (published.weekday + relative.offset) % 7))
    return tuple(fields)
