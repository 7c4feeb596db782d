"""Subtitles: cues joined to sentences, with their times."""

import pytest

from translate.errors import UnreadableFile
from translate.text.formats.subtitles import are_subtitles, read_subtitles

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>Правительство утвердило</i>
программу в понедельник,

2
00:00:03,600 --> 00:00:05,000
{\\an8}сообщил представитель.

3
00:00:09,000 --> 00:00:11,000
Работы начнутся в апреле.
"""


def test_cues_are_joined_to_sentences_and_a_pause_begins_a_paragraph() -> None:
    found = read_subtitles(SRT, "talk.srt")
    assert found.text == (
        "Правительство утвердило программу в понедельник, сообщил представитель.\n\nРаботы начнутся в апреле."
    )
    assert [(place.kind, place.name) for place in found.origin.places] == [
        ("time", "00:00:01"),
        ("time", "00:00:03"),
        ("time", "00:00:09"),
    ]
    assert found.text[found.origin.places[1].start :].startswith("сообщил")


def test_web_subtitles_are_read_without_notes_names_and_styles() -> None:
    vtt = (
        "WEBVTT - a talk\n\nSTYLE\n::cue { color: red }\n\nNOTE\nnot said\n\nintro\n"
        "01:05.000 --> 01:07.000 align:start\n"
        "<v Ann>Fish &amp; chips</v> are\n\n1:02:03.000 --> 1:02:05.000\n<00:19.000><c>gone</c>.\n"
    )
    found = read_subtitles(vtt, "talk.vtt")
    assert found.text == "Fish & chips are gone."
    assert [place.name for place in found.origin.places] == ["00:01:05", "01:02:03"]


def test_speakers_begin_paragraphs_once_a_sentence_has_ended() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n- Is it true?\n- It is.\n"
    assert read_subtitles(text, "a.srt").text == "Is it true?\n\nIt is."


def test_rolling_captions_are_said_once() -> None:
    text = "\n\n".join(
        f"00:0{i}.000 --> 00:0{i + 1}.000\n{lines}"
        for i, lines in enumerate(["one", "one\ntwo", "two\nthree", "two\nthree"])
    )
    assert read_subtitles(text, "a.vtt").text == "one two three"


def test_cues_without_blank_lines_lose_their_numbers() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,000 --> 00:00:03,000\ntwo.\n"
    assert read_subtitles(text, "a.srt").text == "One two."


def test_long_talk_without_pauses_has_paragraphs() -> None:
    cues = (
        f"{i // 60:02}:{i % 60:02}.000 --> {i // 60:02}:{i % 60:02}.900\nThis is sentence number {i}.\n"
        for i in range(90)
    )
    assert read_subtitles("WEBVTT\n\n" + "\n".join(cues), "a.vtt").text.count("\n\n") == 3


@pytest.mark.parametrize("text", [SRT, "WEBVTT\n", "\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nx"])
def test_subtitles_are_known_by_their_beginning(text: str) -> None:
    assert are_subtitles(text)


@pytest.mark.parametrize(
    "text", ["", "Storm hits city", "The meeting: 10:30 --> 11:30", "\n" * 9 + SRT.replace("-->", "to")]
)
def test_all_else_is_none(text: str) -> None:
    assert not are_subtitles(text)


def test_no_cue_is_told() -> None:
    with pytest.raises(UnreadableFile, match="no subtitles in it"):
        read_subtitles("WEBVTT\n\nNOTE nothing\n", "talk.vtt")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_lines_end_as_any_program_ends_them(end: str) -> None:
    text = end.join(["1", "00:00:01,000 --> 00:00:02,000", "One", "", "2", "00:00:02,000 --> 00:00:03,000", "two.", ""])
    assert are_subtitles(text)
    assert read_subtitles(text, "a.srt").text == "One two."
