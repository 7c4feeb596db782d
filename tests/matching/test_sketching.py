"""Sketches of a whole collection come in its order, whatever happens to the processes that make them."""

import pytest
from standin_process import Ending

from translate.errors import TranslateError
from translate.matching import sketching
from translate.matching.articles import Article
from translate.matching.sketches import sketch_articles
from translate.matching.sketching import Sketching, sketched
from translate.processes import pool
from translate.processes.process import ComparisonEnded
from translate.testing import LetterEmbedder

ARTICLES = [Article(str(number), f"Мост открыли в {number} раз\n\nРека спокойна сегодня.") for number in range(7)]


class Sketcher(Ending):
    def made_of(self, job):
        return sketch_articles(job.articles, LetterEmbedder())


@pytest.fixture
def processes(monkeypatch):
    monkeypatch.setattr(sketching, "CHUNK", 2)
    monkeypatch.setattr(pool, "Worker", Sketcher)
    Sketcher.ends = Sketcher.begun = 0
    return Sketcher


def fail(name: str, error: TranslateError) -> None:
    raise AssertionError(name)


def names(**settings) -> list[str]:
    return [article.name for article, _ in sketched(ARTICLES, fail, **settings)]


@pytest.mark.parametrize("workers", [1, 3])
def test_the_order_is_kept(processes, workers):
    assert names(workers=workers) == [article.name for article in ARTICLES]
    assert processes.begun <= workers


def test_a_chunk_whose_process_ends_is_tried_again(processes):
    processes.ends = 1
    assert names(workers=1) == [article.name for article in ARTICLES]


def test_a_chunk_that_ends_every_process_is_told(processes):
    processes.ends = 100
    with pytest.raises(ComparisonEnded):
        names(workers=1)


def test_an_encoder_of_the_callers_needs_no_processes(processes):
    counts: list[int] = []
    assert len(names(workers=2, embedder=LetterEmbedder(), told=counts.append)) == len(ARTICLES)
    assert processes.begun == 0
    assert counts == [2, 4, 6, 7]


class Cluster:
    """What does jobs in their order, elsewhere."""

    def in_order(self, jobs):
        return ((job, sketch_articles(job.articles, LetterEmbedder())) for job in jobs)


def test_a_cluster_does_it_in_place_of_processes(processes):
    given = {"workers": 2, "executor": Cluster()}
    assert names(**given) == [article.name for article in ARTICLES]
    assert processes.begun == 0


def test_texts_that_can_be_read_again_are_not_kept():
    given = [Article("a", ARTICLES[0].text, "https://example.org/a"), ARTICLES[1]]
    kept = [article.text for article, _ in sketched(given, fail, embedder=LetterEmbedder())]
    assert kept == ["", ARTICLES[1].text]


def test_what_cannot_be_read_is_told_and_the_others_come():
    told: list[str] = []
    given = [ARTICLES[0], Article("empty", ""), ARTICLES[1]]
    found = sketched(given, lambda name, error: told.append(name), embedder=LetterEmbedder())
    assert [article.name for article, _ in found] == ["0", "1"]
    assert told == ["empty"]


@pytest.mark.model
def test_a_process_does_what_is_done_here():
    (here,) = sketch_articles(ARTICLES[:1], sketching.remembering(None))
    (there,) = Sketching((ARTICLES[0],)).do(lambda stage, done, total: None)
    assert (here.vector == there.vector).all()
