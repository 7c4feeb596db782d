"""The session file: exactly what was saved, whole or not at all, and never trusted."""

import json
from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from review_steps import drawn_session, step

from translate.errors import OutputError, SessionFileError
from translate.options import Options
from translate.report import FORMATS, render_bytes
from translate.review.comparing import computed
from translate.review.decision import Decision
from translate.review.session import Session
from translate.review.session_file import open_session, save_session, session_bytes, session_from
from translate.wording.interface import speaking
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, said

BEGUN = drawn_session()
FULL = session_bytes(
    BEGUN.decided(BEGUN.found.differences[0], Decision("accepted", "quote", note="yes"))
    .decided(BEGUN.found.differences[1], Decision("rejected"))
    .with_role("source", [6], "boilerplate")
    .linked((3,), (3,))
)


@pytest.fixture
def edited(session: Session, compared: list[object]) -> Session:
    """A session with something of everything."""
    first, second, third = session.found.differences
    session = session.decided(first, Decision("accepted", kind="quote", severity="minor", note="«да»\n\ud800"))
    session = session.decided(second, Decision("rejected")).decided(third, Decision(note="?"))
    session = session.with_role("source", [0], "body").linked((1, 2), (1,)).unlinked((5,), (5,))
    return computed(session)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_a_session_reopens_exactly(data: st.DataObject) -> None:
    session = BEGUN
    for _ in range(data.draw(st.integers(0, 6))):
        session = step(data.draw, session)
    back = session_from(session_bytes(session))
    assert back == session
    assert session_bytes(back) == session_bytes(session)


def test_a_session_that_is_reopened_can_be_told_in_russian(session: Session) -> None:
    message = Phrase("Found only in {version}.", version=Version("ru"))
    warning = Phrase("{language:name} text, sentence {number}: empty.", language=Version("en"), number=3)
    found = replace(
        session.found,
        differences=tuple(replace(difference, message=message) for difference in session.found.differences),
        translation=replace(session.found.translation, warnings=(warning,)),
    )
    again = session_from(session_bytes(Session.of(found)))
    assert again == Session.of(found)
    assert isinstance(again.found.translation.warnings[0], Phrase)
    with speaking("ru"):
        assert {said(difference.message) for difference in again.found.differences} == {"Есть только в русской версии."}


def test_every_export_has_the_same_bytes_after_reopening(edited: Session, tmp_path: Path) -> None:
    save_session(edited, tmp_path / "a.parallax.json")
    back = open_session(tmp_path / "a.parallax.json")
    for name in FORMATS:
        assert render_bytes(back.comparison, name) == render_bytes(edited.comparison, name)


def test_the_order_of_decisions_leaves_no_trace(session: Session) -> None:
    first, second, _ = session.found.differences
    one = session.decided(first, Decision("accepted")).decided(second, Decision("rejected"))
    other = session.decided(second, Decision("rejected")).decided(first, Decision("accepted"))
    assert session_bytes(one) == session_bytes(other)


def test_a_server_and_its_key_are_not_in_the_file(session: Session) -> None:
    options = Options("libretranslate", url="http://translate.example:5000", api_key="secret-key")
    data = session_bytes(replace(session, options=options))
    assert b"secret-key" not in data
    assert b"translate.example" not in data
    assert session_from(data).options == Options()


def test_a_folder_of_a_model_is_not_in_the_file(session: Session) -> None:
    data = session_bytes(replace(session, options=Options("ctranslate2", models=("/home/me/opus-mt-ru-en",))))
    assert b"/home/me" not in data
    assert session_from(data).options == Options()


def test_an_engine_of_another_package_need_not_be_where_a_file_is_opened(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = EntryPoint("shouting", "shouting:Engine", "parallax.engines")
    with monkeypatch.context() as patch:
        patch.setattr("translate.options.plugged_engines", lambda: (entry,))
        data = session_bytes(replace(session, options=Options("shouting")))
    assert session_from(data).options == Options()


def test_a_failed_write_leaves_the_old_session(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.parallax.json"
    save_session(session, path)
    before = path.read_bytes()

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="no space left"):
        save_session(session.linked((3,), (3,)), path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no session file, or only a part"),
        (b"{", "no session file, or only a part"),
        (b"\xff\xfe\x00", "no session file, or only a part"),
        (b"[" * 100_000, "no session file, or only a part"),
        (b"1" * 5_000, "no session file, or only a part"),
        (b'{"schema": NaN}', "NaN is no number of JSON"),
        (b'{"schema": 1, "schema": "parallax/session/1"}', "'schema' stands twice in a record"),
        (b"[]", "another program"),
        (b'{"schema": 7}', "another program"),
        (b'{"schema": "parallax/session/2"}', "another version of Parallax"),
        (b'{"schema": "parallax/comparison/1"}', "a report in JSON"),
        (b'{"schema": "parallax/session/1"}', "damaged: the file lacks"),
    ],
)
def test_other_files_are_refused_with_the_reason(data: bytes, told: str) -> None:
    with pytest.raises(SessionFileError, match=told) as caught:
        session_from(data, "a.parallax.json")
    assert str(caught.value).startswith("Cannot open a.parallax.json: ")
    assert len(str(caught.value)) < 300


def test_every_file_that_is_cut_off_is_refused(session: Session) -> None:
    data = session_bytes(session)
    for length in range(0, len(data) - 2, 997):
        with pytest.raises(SessionFileError):
            session_from(data[:length])


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SessionFileError, match=r"no\.parallax\.json: No such file"):
        open_session(tmp_path / "no.parallax.json")
    with pytest.raises(SessionFileError, match="directory"):
        open_session(tmp_path)
    for name in ("a\0b", "\ud800"):
        with pytest.raises(SessionFileError, match="Give the path of a session file"):
            open_session(tmp_path / name)


HOSTILE = [
    ("source.language", "de"),
    ("source.language", "en"),
    ("source.text", "short"),
    ("source.sentences.0.start", -1),
    ("source.sentences.1.start", 0),
    ("source.sentences.1.role", "advert"),
    ("source.sentences", []),
    ("source.foreign", [99]),
    ("options.engine", "curl"),
    ("options.url", "http://evil.example"),
    ("roles", [{"side": "both", "sentence": 0, "role": "body"}]),
    ("roles", [{"side": "source", "sentence": 70, "role": "body"}]),
    ("roles", [{"side": "source", "sentence": 1, "role": "headline"}] * 2),
    ("links", [{"source": [70], "target": [1]}]),
    ("links", [{"source": [], "target": []}]),
    ("links", [{"source": [1, 2], "target": []}]),
    ("links", [{"source": [2, 1], "target": [1]}]),
    ("links", [{"source": [1], "target": [1]}, {"source": [1], "target": [2]}]),
    ("links", [{"source": [0], "target": [1]}]),  # page furniture
    ("decisions.0.decision.verdict", "maybe"),
    ("decisions.0.decision.kind", "omission"),
    ("decisions.0.decision.note", None),
    ("decisions.0.difference.target.0.end", 10**9),
    ("decisions.0.difference.target.0.end", 10**400),
    ("fresh", 1),
    ("found.differences.0.message", {"template": "{a.__class__}", "values": {"a": "x"}, "text": "x"}),
    ("found.translation.warnings", [{"template": "{a}", "values": {"a": {"word": "system"}}, "text": "x"}]),
    ("found.roles", [{"side": "source", "sentence": 1, "role": "headline"}]),
    ("found.beads", []),
    ("found.beads.0.source", [0]),
    ("found.beads.0.probability", 1.5),
    ("found.beads.0.probability", True),
    ("found.beads.0.similarity", "0.5"),
    ("found.beads.0.similarity", float("nan")),
    ("found.beads.0.similarity", float("inf")),
    ("found.beads.0.similarity", 10**400),
    ("found.beads.0.explanation.rejected.0.target", [99]),
    ("found.beads.0.explanation.rejected.0.target", []),
    ("found.differences.0.bead", 99),
    ("found.differences.0.id", "d1] img[src"),
    ("found.differences.0.id", "d0123456"),  # seven digits
    ("found.differences.0.id", "d01234567-1x"),
    ("found.differences.0.kind", "bias"),
    ("found.differences.0.kind", ["omission"]),
    ("found.differences.0.side", "source"),
    ("found.differences.0.review", {"verdict": "accepted", "note": "", "kind_found": None, "severity_found": None}),
    ("found.differences.0.target.0.end", 10**6),
    ("found.differences.0.evidence.candidates", [{"side": "target", "sentence": 99, "similarity": 0.1}]),
    ("found.translation.source.sentences", []),
    ("found.coverage.source", -1),
    ("found.same_story.probability", 2),
    ("found", None),
    ("extra", 1),
]


def test_two_decisions_about_one_difference_are_refused(session: Session) -> None:
    record = json.loads(session_bytes(session.decided(session.found.differences[0], Decision("accepted"))))
    record["decisions"] *= 2
    with pytest.raises(SessionFileError, match="two decisions about one difference"):
        session_from(json.dumps(record).encode())


@pytest.mark.parametrize(("place", "value"), HOSTILE, ids=[f"{place}={str(value)[:20]}" for place, value in HOSTILE])
def test_a_file_that_was_tampered_with_is_refused(session: Session, place: str, value: object) -> None:
    addition, *_ = session.found.differences
    assert addition.kind == "addition"
    record = json.loads(session_bytes(session.decided(addition, Decision("accepted"))))
    *path, last = [int(part) if part.isdigit() else part for part in place.split(".")]
    inner = record
    for part in path:
        inner = inner[part]
    inner[last] = value
    with pytest.raises(SessionFileError):
        session_from(json.dumps(record).encode())


values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 200),
    st.floats(),
    st.text(max_size=5),
    st.just([]),
    st.just({}),
    st.just([0]),
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data())
def test_whatever_one_value_becomes_the_file_is_refused_or_can_be_drawn(data: st.DataObject) -> None:
    record = json.loads(FULL)
    inner, key = record, ""
    while isinstance(inner, dict | list) and inner:
        outer, key = inner, data.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
        inner = outer[key]
    outer[key] = data.draw(values)
    try:
        session = session_from(json.dumps(record).encode())
    except SessionFileError:
        return
    for name in FORMATS:
        render_bytes(session.comparison, name)
    assert session_from(session_bytes(session)) == session


def test_two_differences_of_one_id_are_refused(session: Session) -> None:
    record = json.loads(session_bytes(session))
    first, second, *_ = record["found"]["differences"]
    first["id"] = second["id"]
    with pytest.raises(SessionFileError, match="the ids of the differences"):
        session_from(json.dumps(record).encode())
