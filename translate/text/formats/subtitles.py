"""Subtitles (.srt, .vtt): cues joined to running text, each with the time at which it begins."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from translate.errors import UnreadableFile
from translate.text.origin import FileText, Origin, TextWithPlaces
from translate.wording.phrase import Phrase

PAUSE = 2.0  # seconds of silence after a sentence that begin a paragraph
LONGEST = 600  # characters of a paragraph, from which the next sentence begins another

_TIME = r"[ \t]*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(f"{_TIME}[ \\t]*-->{_TIME}")
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}")
_END = re.compile(r"\r{0,2}\n|\r")  # two of them where a program took a line's own for a part of it
_STOP = re.compile(r"[.!?…][\"'»”’)\]♪]*$")
_SPEAKER = re.compile(r"[-–—]\s*(?=\S)")
_BEGINS = 5  # lines in which subtitles show what they are
_HOUR, _MINUTE, _MILLI = 3600, 60, 1000
_SIGNATURE: Final = "WEBVTT"


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is shown at a time, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


def are_subtitles(text: str) -> bool:
    """Whether a text shows within its first lines that it is a file of subtitles."""
    begun = _END.split(text.lstrip("\ufeff\r\n\t "), _BEGINS)[:_BEGINS]
    return begun[0].startswith(_SIGNATURE) or any(_TIMING.match(line) for line in begun)


def read_subtitles(text: str, name: str) -> FileText:
    """The running text of a file of subtitles.

    Args:
        text: Of the whole file.
        name: What to call it in an error.

    Raises:
        UnreadableFile: There is no cue in it.
    """
    cues = [cue for cue in _cues(text) if cue.lines]
    if not cues:
        raise UnreadableFile(name, Phrase("there are no subtitles in it."))
    written = TextWithPlaces()
    ended, length, last = True, 0, 0.0
    shown: tuple[str, ...] = ()
    for cue in cues:
        # Live subtitles show the line before once more above the new one.
        lines = cue.lines[1:] if len(cue.lines) > 1 and shown and cue.lines[0] == shown[-1] else cue.lines
        if cue.lines == shown:
            last = cue.end
            continue
        shown = cue.lines
        for line in lines:
            speaks = _SPEAKER.match(line)
            apart = ended and (speaks is not None or cue.start - last >= PAUSE or length >= LONGEST)
            length = 0 if apart else length
            piece = line[speaks.end() :] if speaks else line
            written.add(piece, "time", _clock(cue.start), "\n\n" if apart else " ")
            length += len(piece)
            ended = _STOP.search(piece) is not None
            last = cue.end
    return FileText(written.text, Origin(name, places=tuple(written.places)))


def _cues(text: str) -> Iterator[_Cue]:
    """All cues; what stands between them, such as numbers, notes and style sheets, is left out."""
    lines = _END.split(text)
    i = 0
    while i < len(lines):
        timing = _TIMING.match(lines[i])
        i += 1
        if timing is None:
            continue
        shown = []
        while i < len(lines) and lines[i].strip() and not _TIMING.match(lines[i]):
            shown.append(" ".join(html.unescape(_TAG.sub("", lines[i])).split()))
            i += 1
        if i < len(lines) and _TIMING.match(lines[i]) and shown and shown[-1].isdecimal():
            shown.pop()  # the number of the next cue, where no blank line parts them
        numbers = [int(number or 0) for number in timing.groups()]
        yield _Cue(_seconds(numbers[:4]), _seconds(numbers[4:]), tuple(filter(None, shown)))


def _seconds(numbers: list[int]) -> float:
    hours, minutes, seconds, millis = numbers
    return hours * _HOUR + minutes * _MINUTE + seconds + millis / _MILLI


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // _HOUR:02}:{whole % _HOUR // _MINUTE:02}:{whole % _MINUTE:02}"
