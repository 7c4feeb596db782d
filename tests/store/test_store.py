"""The store: what it keeps of results, and that adding them again changes nothing."""

import json
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from every_kind import make_story
from standin import ENGLISH, RUSSIAN, standin_compare

import translate.batch
from translate.batch.journal import NAME as JOURNAL
from translate.errors import UnreadableFile
from translate.options import Options
from translate.records.comparison_record import json_report
from translate.review.decision import Decision
from translate.review.session import Session
from translate.review.session_file import save_session
from translate.store import Store
from translate.store.store import AT_ONCE
from translate.store.tables import StoreError
from translate.text.origin import Origin

OPTIONS = Options(engine="none")
EXAMPLES = Path(__file__).parents[2] / "docs" / "store.md"


def run(pairs, out):
    return translate.batch.run(pairs, out, OPTIONS, workers=0)


def content(path):
    """Everything that a store holds."""
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


def examples():
    """The queries of the documentation."""
    return re.findall(r"```sql\n(.*?)```", EXAMPLES.read_text(encoding="utf-8"), re.DOTALL)


def dated(comparison, day):
    """The comparison of a version that was published on a day."""
    return replace(comparison, target=replace(comparison.target, origin=Origin("en.txt", published=day)))


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "stories.sqlite")


@pytest.fixture
def batch(no_model, stories, tmp_path):
    """The folder of a batch of four pairs, one of which could not be compared."""
    return run(stories, tmp_path / "out").folder


@pytest.fixture
def single(tmp_path):
    """A story with every kind of difference, and its file."""
    path = tmp_path / "flood.json"
    path.write_text(json_report(make_story()), encoding="utf-8")
    return path


@pytest.mark.parametrize("told", ["soon", "0001-01-01", "2024-05-31T12:00"])
def test_what_is_no_day_of_publication_is_none(told, store, tmp_path):
    (tmp_path / "odd.json").write_text(json_report(dated(make_story(), told)), encoding="utf-8")
    assert store.add(tmp_path / "odd.json").new == 1
    assert store.query("SELECT target_published, day FROM stories").rows == ((None, None),)


def test_a_batch_is_kept(batch, store):
    added = store.add(batch)
    assert (added.new, added.changed, added.same, added.not_compared, added.unread) == (3, 0, 0, 1, ())
    found = standin_compare(RUSSIAN, ENGLISH, OPTIONS)
    columns = "id, batch, result, source_headline, target_language, source_coverage, differences, major, reviewed"
    first, *others = store.query(f"SELECT {columns} FROM stories ORDER BY number").rows
    assert first == (
        "bridge",
        "out",
        "out/results/00000/00000001.json",
        "Мост открыли после ремонта",
        "en",
        round(found.coverage.source, 4),
        len(found.differences),
        sum(difference.severity == "major" for difference in found.differences),
        0,
    )
    assert [row[0] for row in others] == ["=HYPERLINK(1)", "turned round"]
    assert store.query("SELECT name, value FROM about WHERE story = 1").rows == (("outlet", "=1+1"),)
    kept = store.query(
        "SELECT id, kind, side, severity, confidence, message, decision FROM differences WHERE story = 1"
    )
    assert kept.rows == tuple(
        (each.id, each.kind, each.side, each.severity, round(each.confidence, 4), str(each.message), None)
        for each in found.differences
    )


def test_every_fact_is_kept(single, store):
    store.add(single)
    rows = store.query("SELECT kind, status, source_value, target_value, difference FROM facts ORDER BY place").rows
    facts = make_story().facts
    assert [row[:2] for row in rows] == [(fact.kind, fact.status) for fact in facts]
    for row, fact in zip(rows, facts, strict=True):
        for values, said in ((row[2], fact.source), (row[3], fact.target)):
            assert (values.split(" | ") if values else []) == list(dict.fromkeys(each.value for each in said))
        assert row[4] == fact.difference


def test_adding_twice_changes_no_byte(batch, single, store):
    store.add(batch, single)
    before = store.path.read_bytes()
    added = store.add(batch, single)
    assert (added.new, added.changed, added.same) == (0, 0, 4)
    assert store.path.read_bytes() == before


def test_a_batch_that_goes_on_adds_the_rest(no_model, stories, tmp_path, store):
    lines = stories.read_text(encoding="utf-8").splitlines(keepends=True)
    stories.write_text(lines[0], encoding="utf-8")
    store.add(run(stories, tmp_path / "out").folder)
    stories.write_text("".join(lines), encoding="utf-8")
    added = store.add(run(stories, tmp_path / "out").folder)
    assert (added.new, added.changed, added.same) == (2, 0, 1)
    whole = Store(tmp_path / "whole.sqlite")
    whole.add(tmp_path / "out")
    assert content(store.path) == content(whole.path)


def test_a_batch_under_way_gives_what_it_has_done(batch, tmp_path, store):
    """Its journal has the pairs in any order, some of them twice, and a line that is still being written."""
    head, *lines = (batch / JOURNAL).read_bytes().splitlines(keepends=True)
    (batch / JOURNAL).write_bytes(head + lines[3] + lines[0] + lines[3] + lines[1][:-9])
    for name in ("summary.jsonl", "summary.csv", "index.html"):
        (batch / name).unlink()
    assert store.add(batch).new == 2
    assert [row[0] for row in store.query("SELECT id FROM stories ORDER BY number").rows] == ["bridge", "turned round"]


def test_a_batch_without_its_journal_is_read_by_its_summary(batch, tmp_path, store):
    whole = Store(tmp_path / "whole.sqlite")
    whole.add(batch)
    (batch / JOURNAL).unlink()
    store.add(batch)
    assert content(store.path) == content(whole.path)


def test_a_store_and_its_results_may_be_moved_together(batch, tmp_path, store):
    store.add(batch)
    before = content(store.path)
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    shutil.move(batch, moved / "out")
    shutil.move(store.path, moved / "stories.sqlite")
    there = Store(moved / "stories.sqlite")
    assert there.add(moved / "out").same == 3
    assert content(there.path) == before


def test_the_pair_of_two_texts_is_one_story(no_model, tmp_path, store):
    """The first one of those that are given at once stands, so that adding them again changes nothing."""
    rows = [{"id": name, "source_text": RUSSIAN, "target_text": ENGLISH} for name in ("first", "second")]
    table = tmp_path / "pairs.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    folder = run(table, tmp_path / "out").folder
    added = store.add(folder)
    assert (added.new, added.same) == (1, 1)
    before = store.path.read_bytes()
    assert (store.add(folder).same, store.path.read_bytes()) == (2, before)
    assert store.query("SELECT id FROM stories").rows == (("first",),)


def test_a_review_takes_the_place_of_what_was_found(batch, tmp_path, store):
    """And what the batch calls the story stays, as does the review when the batch is added again."""
    store.add(batch)
    session = Session.of(standin_compare(RUSSIAN, ENGLISH, OPTIONS), OPTIONS)
    first, second, *_ = session.found.differences
    session = session.decided(first, Decision("rejected", note="no")).decided(second, Decision("accepted"))
    save_session(session, tmp_path / "bridge.parallax.json")
    added = store.add(batch, tmp_path / "bridge.parallax.json")
    assert (added.new, added.changed, added.same) == (0, 1, 3)
    ask = "SELECT id, result, reviewed, decided, differences FROM stories WHERE number = 1"
    reviewed = ("bridge", "bridge.parallax.json", 1, 2, len(session.found.differences) - 1)
    assert store.query(ask).rows == (reviewed,)
    decisions = dict(store.query("SELECT id, decision || note FROM differences WHERE decision IS NOT NULL").rows)
    assert decisions == {first.id: "rejectedno", second.id: "accepted"}
    before = store.path.read_bytes()
    assert store.add(batch, tmp_path / "bridge.parallax.json").same == 4
    assert store.add(batch).same == 3
    assert store.path.read_bytes() == before
    later = session.decided(first, Decision("accepted"))
    save_session(later, tmp_path / "bridge.parallax.json")
    assert store.add(batch, tmp_path / "bridge.parallax.json").changed == 1
    assert store.query("SELECT count(*) FROM differences WHERE decision = 'accepted'").rows == ((2,),)


def test_a_batch_names_what_was_added_alone(batch, tmp_path, store):
    comparison = standin_compare(RUSSIAN, ENGLISH, OPTIONS)
    (tmp_path / "alone.json").write_text(json_report(comparison), encoding="utf-8")
    store.add(tmp_path / "alone.json")
    assert store.query("SELECT id, batch FROM stories").rows == (("alone", None),)
    added = store.add(batch)
    assert (added.new, added.changed) == (2, 1)
    assert store.query("SELECT id, batch FROM stories WHERE number = 1").rows == (("bridge", "out"),)
    assert store.query("SELECT value FROM about WHERE story = 1").rows == (("=1+1",),)


def test_other_days_are_another_story(tmp_path, store):
    for day in ("2024-05-31", "2024-06-07"):
        (tmp_path / f"{day}.json").write_text(json_report(dated(make_story(), day)), encoding="utf-8")
    assert store.add(tmp_path).new == 2
    assert store.query("SELECT day FROM stories ORDER BY number").rows == (("2024-05-31",), ("2024-06-07",))


def test_outlets_are_told_by_a_column_or_by_the_address(batch, tmp_path, store):
    line = json.loads((batch / "summary.jsonl").read_text(encoding="utf-8").splitlines()[0])
    line |= {"source": "https://www.example.ru/a", "target": "https://[bad/b", "about": {"target_outlet": "The Post"}}
    (batch / JOURNAL).unlink()
    (batch / "summary.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    store.add(batch)
    assert store.query("SELECT source_outlet, target_outlet FROM stories").rows == (("example.ru", "The Post"),)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"result": "../flood.json"}, "its result lies outside the folder"),
        ({"result": ""}, "its result lies outside the folder"),
        ({"id": 7}, "id should be a text"),
        ({"about": {"desk": 7}}, "about should be a record of texts"),
        ({"result": "gone.json"}, "No such file"),
        ({"number": "many"}, "line 1 is damaged (number should be a whole number"),
    ],
)
def test_what_no_batch_writes_is_told_and_stops_nothing(batch, single, store, change, told):
    lines = (batch / "summary.jsonl").read_text(encoding="utf-8").splitlines()
    lines[0] = json.dumps(json.loads(lines[0]) | change)
    (batch / JOURNAL).unlink()
    (batch / "summary.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    added = store.add(batch)
    assert added.new == 2
    [unread] = added.unread
    assert told in str(unread.error)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda text: text[:-20], "This is not JSON"),
        (lambda text: text.replace('"bead": 1,', '"bead": 99,', 1), "damaged"),
        (lambda text: text.replace("parallax/comparison/1", "parallax/comparison/9"), "Expected a comparison"),
    ],
)
def test_a_damaged_comparison_is_told_and_stops_nothing(batch, single, store, damage, told):
    text = single.read_text(encoding="utf-8")
    assert damage(text) != text
    single.write_text(damage(text), encoding="utf-8")
    added = store.add(single, batch)
    [unread] = added.unread
    assert (added.new, unread.name) == (3, str(single))
    assert told in str(unread.error)


def test_badly_decoded_words_are_kept_as_far_as_they_can(batch, store):
    line = json.loads((batch / "summary.jsonl").read_text(encoding="utf-8").splitlines()[0]) | {"id": "\ud800!"}
    (batch / JOURNAL).unlink()
    (batch / "summary.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert store.add(batch).unread == ()
    assert store.query("SELECT id FROM stories").rows == (("?!",),)


def test_a_wrong_name_is_told_before_anything_is_done(batch, tmp_path, store):
    for wrong in ("gone", "empty"):
        (tmp_path / "empty").mkdir(exist_ok=True)
        with pytest.raises(UnreadableFile, match="neither a file nor a folder with results"):
            store.add(batch, tmp_path / wrong)
    assert not store.path.exists()


def test_a_file_of_another_program_is_left_alone(batch, tmp_path):
    for name, make in (("notes", None), ("other", "CREATE TABLE notes (x); PRAGMA user_version = 1")):
        path = tmp_path / name
        if make:
            with closing(sqlite3.connect(path)) as database:
                database.executescript(make)
        else:
            path.write_text("not a database, but somebody's notes " * 99, encoding="utf-8")
        before = path.read_bytes()
        with pytest.raises(StoreError, match="cannot be used"):
            Store(path).add(batch)
        assert path.read_bytes() == before


def test_progress_is_told(batch, single, store):
    told = []
    store.add(batch, single, progress=told.append)
    assert told == [5]
    assert AT_ONCE > 5


def test_the_questions_of_the_documentation_are_answered(tmp_path, store):
    """On two weeks of one story, the last of which a reviewer has gone through in part."""
    found = make_story()
    for day in ("2024-05-20", "2024-05-31"):
        (tmp_path / f"{day}.json").write_text(json_report(dated(found, day)), encoding="utf-8")
    session = Session.of(dated(found, "2024-06-01"), OPTIONS)
    conflict = next(fact.difference for fact in found.facts if fact.status == "different")
    rejected = next(difference for difference in found.differences if difference.id == conflict)
    save_session(session.decided(rejected, Decision("rejected")), tmp_path / "last.json")
    store.add(tmp_path)
    figures, coverage, kinds, conflicts, undecided = (store.query(sql).rows for sql in examples())
    numbers = [fact for fact in found.facts if fact.kind == "number" and fact.source]
    missing = sum(not fact.target for fact in numbers)
    assert figures == ((None, 3, 3 * missing, round(missing / len(numbers), 3)),)
    assert {row[0] for row in coverage} == {"2024-05-20", "2024-05-31", "last"}
    assert sum(row[2] for row in kinds) == 3 * len(found.differences) - 1
    assert [row[0] for row in kinds] == sorted(row[0] for row in kinds)
    each = sum(fact.status == "different" for fact in found.facts)
    assert [row[:2] for row in conflicts] == [("2024-06-01", "last")] * (each - 1) + [
        ("2024-05-31", "2024-05-31")
    ] * each
    assert undecided[0][2] == sum(difference.severity == "major" for difference in found.differences)
