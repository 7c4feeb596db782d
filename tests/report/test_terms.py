"""Terms of the glossary in reports: the kind everywhere, the terms with their notes in the cards."""

import csv
import io
from dataclasses import replace

import pytest
from every_kind import with_term

from translate.records.comparison_record import comparison_from_json, json_report
from translate.report import FORMATS, render, render_bytes
from translate.report.terms import terms_in
from translate.report.view import view_of
from translate.wording.interface import speaking

MESSAGE = "The glossary renders “плотина”"


@pytest.fixture
def termed(story):
    return with_term(story)


def test_a_card_shows_the_terms_of_its_sentences_and_their_notes(termed):
    cards = {card.id: card.terms for card in view_of(termed).differences}
    (term,) = cards["d14"]
    assert (term.term, term.renderings, term.note) == ("плотина", ("barrage", "weir"), "<b>Never</b> & dam")
    sentence = termed.terms[0].sentence
    for difference in termed.differences:
        touched = sentence in termed.beads[difference.bead].source
        assert bool(cards[difference.id]) == touched


def test_what_the_user_wrote_is_no_markup(termed):
    page = render(termed, "html")
    assert "&lt;b&gt;Never&lt;/b&gt; &amp; dam" in page
    assert "<b>Never" not in page
    assert '<bdi lang="ru">плотина</bdi> → <bdi lang="en">barrage | weir</bdi>' in page


def test_without_a_glossary_no_card_speaks_of_terms(story):
    assert all(card.terms == () for card in view_of(story).differences)
    assert "Terms of the glossary</p>" not in render(story, "html")


def test_a_term_is_told_once_in_a_card_however_often_it_stands(termed):
    twice = replace(termed, terms=termed.terms * 2)
    assert len(terms_in(twice, "source", (termed.terms[0].sentence,))) == 1


@pytest.mark.parametrize("format", ["console", "markdown", "html", "csv", "json"])
def test_every_report_tells_of_a_term_that_is_not_used(termed, format):
    assert MESSAGE in " ".join(render(termed, format).split())


@pytest.mark.parametrize("format", FORMATS)
def test_every_report_is_written_in_russian_too(termed, format):
    assert render_bytes(termed, format, "ru")


def test_the_kind_has_a_name_in_both_languages(termed):
    rows = list(csv.DictReader(io.StringIO(render(termed, "csv"))))
    assert rows[-1]["kind"] == "term"
    with speaking("ru"):
        assert {chip.label for chip in view_of(termed).chips if chip.kind == "term"} == {"термин"}


def test_terms_come_back_from_json(termed):
    back = comparison_from_json(json_report(termed))
    assert back.terms == termed.terms
    assert json_report(back) == json_report(termed)


def test_without_terms_the_json_has_no_word_of_them(story):
    assert '"terms"' not in json_report(story)
