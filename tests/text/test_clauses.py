"""Clauses: what can stand on one side only."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.clauses import split_clauses


@pytest.mark.parametrize(
    "drawn",  # a bar is a border between clauses
    [
        "He left on Monday,| but nobody noticed, she said.",
        "Деньги были застрахованы —| поэтому церковь не понесла убытков.",
        "Цены выросли на 5,2 процента",
        "It opened at 10:30 in the morning",
        "Yes, no.",
        "農民擔心收成，|因為田地仍在水下。",
        "畑が水に浸かっているため、|農家は心配している。",
        "約1，000人が集まった。",
        "اضطر الناس إلى مغادرة منازلهم،| وأغلق جسران قديمان.",
        "ผู้คนต้องออกจากบ้าน| และสะพานสองแห่งถูกปิด",
        "Министр | (он уехал в отпуск) | подписал приказ накануне.",
    ],
)
def test_borders_stand_at_inner_punctuation(drawn: str) -> None:
    sentence = drawn.replace(" | ", " ").replace("|", "")
    found = [sentence[start:end] for start, end in split_clauses(sentence)]
    if " | " in drawn:  # brackets belong to either neighbour
        assert len(found) >= 2
    else:
        assert found == [part.strip() for part in drawn.split("|")]


@given(st.text(max_size=200))
def test_clauses_cover_the_sentence_in_order(sentence: str) -> None:
    spans = split_clauses(sentence)
    assert all(0 <= start < end <= len(sentence) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    covered = "".join(sentence[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(sentence.split())


@pytest.mark.parametrize(
    "drawn",
    [
        "Twelve chars,| and twelve more.",  # the comma and the space behind it count
        "Eleven ch, and twelve more.",
        "He has left the town, he said.",
        "He has left the town,| as they said.",
        "So, so, so,| so, and now it is time,| and nobody knows why.",
        "He left the town –| and she stayed in it.",
        "He left the town —| and she stayed in it.",
        "He left the town;| she stayed in it.",
        "It cost 5,200,300 roubles in all of 2023",
        "雨，下雨。",
        "雨很大，天天下雨。",
        "雨下了四，|天天下雨。",
    ],
)
def test_a_short_stretch_joins_its_neighbour(drawn: str) -> None:
    """Twelve characters stand alone, of Chinese a third of that."""
    sentence = drawn.replace("|", "")
    assert [sentence[start:end] for start, end in split_clauses(sentence)] == [p.strip() for p in drawn.split("|")]


@pytest.mark.parametrize("sentence", ["", " ", "\n\t"])
def test_nothing_has_no_clauses(sentence: str) -> None:
    assert split_clauses(sentence) == []
