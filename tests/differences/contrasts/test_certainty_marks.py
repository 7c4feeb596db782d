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
        ("en", "He [may|3 modal allegation/hedge]."),
        ("en", "He [may|modal allegation/hedge] not go."),
        ("en", "He [may|3 modal allegation/hedge] go not."),
        ("en", "Their [might|modal allegation/hedge] is it [might|3 modal allegation/hedge]."),
        ("en", "More [likely|allegation/hedge] he is less [likely|allegation/hedge], [how likely|]."),
        ("en", "It is [Likely|allegation/hedge]."),
        ("en", "[According to|1 attribution] the old and wise law, he came."),
        ("en", "[According to|1 attribution] the old and wise big law, he came."),
        (
            "en",
            "It [was told|attribution], he [said|~1 attribution (allegation)], by us and by them, he [said|1 attribution (allegation)].",  # noqa: E501
        ),
        ("en", "He was there, [said|~1 attribution (allegation)] the mayor of the big old town by the sea."),
        ("en", "He was there, [said|~1 attribution (allegation)] the mayor of the big town by the sea."),
        ("en", "So, he [said|~1 attribution (allegation)] nothing at all."),
        ("en", "He was there and so he was, the old man of the town [said|1 attribution (allegation)]."),
        ("en", "He was there and so he was, the old man of the big town [said|~1 attribution (allegation)]."),
        ("en", "He was there - the mayor [said|1 attribution (allegation)]"),
        ("en", "He was there – the mayor [said|1 attribution (allegation)]"),
        ("en", "He was there — the mayor [said|1 attribution (allegation)]"),
        (
            "en",
            "It is [thought to|~2,4 allegation/attribution/hedge] be; he [Said|attribution (allegation)]. His [Possible|allegation/hedge (allegation)] [Can|modal allegation/hedge (allegation)].",  # noqa: E501
        ),
        (
            "en",
            "[can|~3 modal allegation/hedge (allegation)] [could|3 modal allegation/hedge] [might|3 modal allegation/hedge] [can't|hedge (allegation)]",  # noqa: E501
        ),
        (
            "en",
            "[May|modal allegation/hedge] it be, [Might|modal allegation/hedge] it, [Perhaps|allegation/hedge] it, [Possibly|allegation/hedge].",  # noqa: E501
        ),
        (
            "en",
            "We [said|attribution (allegation)], you [told|attribution], [they say|~1 attribution], he [says|1 attribution]",  # noqa: E501
        ),
        (
            "en",
            "[It is possible|3 allegation/hedge], [potentially|~3 allegation/hedge (allegation)], [as soon as possible|].",  # noqa: E501
        ),
        (
            "ru",
            "Он [мог|modal allegation/hedge] [бы|hedge (allegation)], [может быть|3 allegation/hedge], [смог|modal allegation/hedge (allegation)].",  # noqa: E501
        ),
        ("ru", "Он [может|~3 modal allegation/hedge]."),
        ("ru", "Он [может|~3 modal allegation/hedge] в доме том и том идти."),
        ("ru", "Он [может|~3 modal allegation/hedge] в доме том и том же идти."),
        ("ru", "Он не [может|modal allegation/hedge] идти."),
        ("ru", "Мы [сказали|attribution], он [скажет|~1 attribution], [говоря|attribution], [сказанное|attribution]."),
        ("ru", "[Похоже|allegation/hedge] на то, [похоже|allegation/hedge], на то."),
        ("ru", "Он рад, [сказал|~1 attribution] он. Он рад, [говорит|~1 attribution] мэр, и всё."),
        ("ru", "[Скажите|attribution], я [говорю|attribution], [говорят|~1 attribution] все."),
        ("ru", "[По закону|attribution], [согласно|attribution] закону, [согласно|~1 attribution] мэру"),
        (
            "ru",
            "[Возможный|~3 allegation/hedge (allegation)], [возможная|~3 allegation/hedge (allegation)] дорога. [Вероятный|allegation/hedge (allegation)].",  # noqa: E501
        ),
        (
            "ru",
            "Он [Мог|modal allegation/hedge]. И [Можно|modal allegation/hedge (allegation)], и [можно|~3 modal allegation/hedge (allegation)].",  # noqa: E501
        ),
        ("ru", "Все рады, [заявил|~1 attribution] вчера вечером старый мэр города."),
        ("ru", "Все, [заявил|~1 attribution] вчера вечером старый мэр города и."),
        ("ru", "Он был тут и там, так вот мэр этого большого старого города [заявил|~1 attribution]."),
        ("ru", "Он был тут и там, так вот мэр этого старого города [заявил|~1 attribution]."),
    ],
)
def test_hedges_and_attributions_are_read_where_they_are_meant(language: str, marked: str) -> None:
    """May is a month, might is power, what the law says nobody says, and "that said" quotes nobody."""
    text = re.sub(r"\[([^|]*)\|[^]]*\]", r"\1", marked.split(" + ")[0])
    assert drawn(text, language) == marked
