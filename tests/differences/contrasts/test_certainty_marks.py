"""How sure a sentence is of what it says, drawn into it."""

import re

import pytest

from translate.differences.contrasts.certainty_marks import read_certainty


def drawn(text: str, language: str) -> str:
    """As "It [may|3 modal allegation/hedge] snow": the steps of the ladder, loose ones behind "~", then the tracks.

    Tracks on which it may be what a translator used instead stand in brackets.
    """
    line = text
    for mark in reversed(read_certainty(text, language)):
        note = ",".join(map(str, sorted(mark.steps))) + ("~" + ",".join(map(str, sorted(mark.loose)))) * bool(
            mark.loose
        )
        note += " modal" * mark.modal + " " + "/".join(sorted(mark.firm))
        note += f" ({'/'.join(sorted(mark.faint))})" * bool(mark.faint)
        line = f"{line[: mark.start]}[{text[mark.start : mark.end]}|{note.strip()}]{line[mark.end :]}"
    return line


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "It [may|3 modal allegation/hedge] snow, the ministry [said|1 attribution (allegation)]."),
        ("en", "In [May|modal allegation/hedge] it [may|modal allegation/hedge] not snow."),
        ("en", "The military [might|modal allegation/hedge] is there."),
        ("en", "He [could|3 modal allegation/hedge] come, he [can|~3 modal allegation/hedge (allegation)] come."),
        ("en", "He is [likely|2 allegation/hedge] to come."),
        ("en", "It is more [likely|allegation/hedge] now."),
        ("en", "[Allegedly|4 allegation/attribution/hedge] he came."),
        ("en", "[According to|1 attribution] the police, he came."),
        ("en", "[According to|attribution] the law, he came."),
        ("en", "[That said|], he came."),
        ("en", "I [said|attribution (allegation)] so."),
        ("en", "He [said|~1 attribution (allegation)] that he came."),
        ("en", "He came, the head of the ministry [said|~1 attribution (allegation)] on Monday."),
        ("en", "He came, the very old and very wise head of it [said|~1 attribution (allegation)] on Monday."),
        ("en", "He came, the ministry [said|~1 attribution (allegation)], and left."),
        ("en", "[Possibly|3 allegation/hedge], [perhaps|3 allegation/hedge], [probably|2 allegation/hedge]."),
        ("en", "He [reportedly|1,4 allegation/attribution/hedge] came."),
        ("en", "He is [thought to|~2,4 allegation/attribution/hedge] be here."),
        ("en", "He [cannot|hedge (allegation)] come."),
        ("en", "He was not [said to|allegation/attribution/hedge] come."),
        ("ru", "Он [может|3 modal allegation/hedge] приехать."),
        ("ru", "Он [мог|modal allegation/hedge] приехать."),
        ("ru", "Он не [может|modal allegation/hedge] приехать."),
        ("ru", "Он [может|~3 modal allegation/hedge] всё."),
        ("ru", "[Возможно|3 allegation/hedge], пойдёт снег."),
        ("ru", "[По данным|1 attribution] полиции, он приехал."),
        ("ru", "Он [якобы|4 allegation/hedge (attribution)] приехал."),
        ("ru", "[Вероятно|2,3 allegation/hedge], он приехал, [сообщили|1 attribution] в министерстве."),
        ("ru", "Он [сообщил|~1 attribution], что приехал."),
        ("ru", "Он приехал, [сообщил|1 attribution] мэр."),
        ("ru", "Это [похоже|allegation/hedge] на снег."),
        ("ru", "Он, [похоже|2 allegation/hedge], приехал."),
        ("ru", "[По мнению|1 attribution] мэра, это так."),
        ("ru", "Я [сказал|attribution], что это так."),
        ("ru", "[Сказать|attribution] [можно|~3 modal allegation/hedge (allegation)] всё."),
        ("ru", "[Говорят|~1 attribution], он приехал."),
        ("ru", "[Предположительно|2,3,4 allegation/hedge] он приехал."),
    ],
)
def test_hedges_and_attributions_are_read_where_they_are_meant(language: str, marked: str) -> None:
    """May is a month, might is power, what the law says nobody says, and "that said" quotes nobody."""
    text = re.sub(r"\[([^|]*)\|[^]]*\]", r"\1", marked.split(" + ")[0])
    assert drawn(text, language) == marked
