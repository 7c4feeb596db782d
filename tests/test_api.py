"""The front door: public names, what results say of themselves, and what is told to those who give something else."""

import ast
import copy
import inspect
import json
import pickle
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from browser import chromium_page
from every_kind import make_hostile, make_story
from standin import ENGLISH, RUSSIAN

import translate as parallax
from translate import (
    Bead,
    Comparison,
    Decision,
    Detection,
    Difference,
    Document,
    Evidence,
    Fact,
    History,
    InputError,
    Link,
    OptionError,
    Options,
    Sample,
    Sentence,
    Session,
    Translation,
    Translations,
    compare,
    detect_language,
    find_differences,
    render,
)
from translate.differences.conflicts.fact import Said
from translate.report.html_report import html_report
from translate.testing import drawn_comparison

NAMES = tuple(
    name
    for line in (
        "FORMATS KINDS",
        "Article Bead Comparison Decision Detection Difference Document Embedder EngineError Evidence Explanation Fact",
        "FileText Glossary History InputError LanguageError Link Match Matches Mended OptionError Options Origin",
        "OutputError Place ReviewError RoleChange Sample Sentence Session Span Term TermUse TranslateError Translation",
        "Translations Versions WebStory",
        "align compare compare_many comparison_from_json comparison_of detect_language find_differences load_sample",
        "match open_session read_file read_glossary read_story read_text read_url read_versions_file remembered_roles",
        "render render_bytes render_many render_many_bytes sample_names save_session translate versions_from_json",
    )
    for name in line.split()
)
VALUES = {"FORMATS", "KINDS"}


def test_the_public_names_are_these() -> None:
    assert sorted(parallax.__all__) == sorted(NAMES)
    assert dir(parallax) == sorted([*NAMES, "__version__"])


def test_a_type_checker_sees_the_names_that_are_loaded_when_asked_for() -> None:
    """They stand in the imports for type checkers, in __all__ and in the table of homes, alike."""
    tree = ast.parse(Path(parallax.__file__).read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    homes = {alias.name: node.module for node in guarded.body for alias in node.names}  # type: ignore[attr-defined]
    assert homes == parallax._HOMES
    assert set(homes) == set(parallax.__all__)


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_documented(name: str) -> None:
    """A dataclass without a docstring would get its own signature for one."""
    if name in VALUES:
        assert re.search(rf"\b{name}\b", parallax.__doc__ or "")
        return
    found = getattr(parallax, name)
    said = inspect.getdoc(found)
    assert said
    assert not said.startswith(f"{name}(")
    if inspect.isclass(found):
        assert found.__doc__, "a docstring of its own, not that of a base class"


def test_what_nobody_asked_for_is_not_loaded() -> None:
    code = "import sys, translate; dir(translate); print(*[m for m in sys.modules if m.startswith('translate.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


STORY = "Вода стоит на улицах. \n\n" * 40_000  # a text that nobody wants to see at a prompt
LONG = Document("ru", STORY, tuple(Sentence(i * 24, i * 24 + 21, i) for i in range(40_000)))
BRIEF = Document("en", "Water.", (Sentence(0, 6, 0),))
FOUND = Difference("d1", "number", "both", "major", 0.834, 0, (), (), "7 here, 9 there.", Evidence("They differ."))
GLOSS = Translation("Water is. " * 40_000, ("Water is.",) * 40_000, "gloss", doubts=("odd", *[""] * 39_999))


def results() -> list[tuple[object, str]]:
    """Results with what a prompt shows of them."""
    found = drawn_comparison("abcdef", "abdef")
    begun = Session.of(found)
    decided = begun.decided(found.differences[0], Decision("rejected"))
    return [
        (found, "<Comparison ru-en: 6 beads, 1 difference (0 major), same story 99 %>"),
        (drawn_comparison("abc", "abc"), "<Comparison ru-en: 3 beads, 0 differences, same story 99 %>"),
        (decided.comparison, "<Comparison ru-en: 6 beads, 0 differences, 1 rejected, same story 99 %>"),
        (BRIEF, "<Document en: 1 sentence, 6 characters, 'Water.'>"),
        (LONG, "<Document ru: 40,000 sentences, 960,000 characters, 'Вода стоит на улицах. Вода стоит на улицах. …'>"),
        (LONG.sentences[1], "<Sentence 24..45, paragraph 1, body>"),
        (Bead((3, 4), (2,), 0.714, 0.9991), "<Bead 3+4 = 2: probability 99 %, similarity 0.71>"),
        (Bead((3,), (), 0.2, 0.9, moved=True), "<Bead 3 = none: probability 90 %, similarity 0.20, moved>"),
        (Bead(tuple(range(900)), (2,), 0.7, 1.0), "<Bead 0+1+2+…+899 = 2: probability 100 %, similarity 0.70>"),
        (FOUND, "<Difference d1 (number, both, major, 83 %): '7 here, 9 there.'>"),
        (
            decided.comparison.rejected[0],
            "<Difference d42848052 (omission, source, minor, 99 %, rejected): 'Found only …'>",
        ),
        (GLOSS, "<Translation by gloss: 40,000 sentences, 1 doubtful, 'Water is. …'>"),
        (
            Translation("Water.", ("Water.",), "argos", "translate-ru_en-1_9"),
            "<Translation by argos translate-ru_en-1_9: 1 sentence, 'Water.'>",
        ),
        (Translations(GLOSS, GLOSS, ("odd",)), "<Translations: source by gloss, target by gloss, 1 warning>"),
        (Detection("uk", 0.99, "Ukrainian: і, ї found"), "<Detection uk, 99 %: 'Ukrainian: і, ї found'>"),
        (Fact("number", "only", (Said(0, 3, 5, "7"),), ()), "<Fact number '7', only: 1 place in source, 0 in target>"),
        (decided, "<Session ru-en: 1 of 1 difference decided, 0 links, 0 changed roles>"),
        (
            begun.linked((0,), (1,)),
            "<Session ru-en: 0 of 1 difference decided, 1 link, 0 changed roles, to be compared anew>",
        ),
        (
            History(begun).did(decided),
            "<History: 1 to undo, 0 to redo, at <Session ru-en: 1 of 1 difference decided, 0 links, 0 changed roles>>",
        ),
        (Sample("flood", "A flood", "", STORY, STORY), "<Sample flood: 'A flood'>"),
    ]


RESULTS = results()


@pytest.mark.parametrize(("result", "shown"), RESULTS, ids=[shown[:30] for _, shown in RESULTS])
def test_a_result_says_in_one_line_what_it_is(result: object, shown: str) -> None:
    """However long its text; a text that goes on ends in "…"."""
    pattern = re.escape(shown).replace("…'", "[^']*…?'")
    assert re.fullmatch(pattern, repr(result))
    assert len(repr(result)) < 200
    assert "\n" not in repr(result)


@pytest.mark.parametrize(("result", "shown"), RESULTS, ids=[shown[:30] for _, shown in RESULTS])
def test_results_are_copied_pickled_and_compared_as_before(result: object, shown: str) -> None:
    twin = pickle.loads(pickle.dumps(result))
    assert twin == result == copy.deepcopy(result)
    assert twin is not result


def test_results_that_look_alike_are_not_equal() -> None:
    other = replace(FOUND, bead=1)
    assert repr(other) == repr(FOUND)
    assert other != FOUND


def test_no_text_steers_the_terminal() -> None:
    shown = repr(Document("en", "\x1b[31mred\u202e\x00", ()))
    assert shown.isprintable()
    assert "red" in shown


class Elements(HTMLParser):
    """The elements of some HTML with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))


@pytest.mark.parametrize("comparison", [make_story(), make_hostile()], ids=["story", "hostile"])
def test_a_notebook_shows_the_reading_view_in_a_frame_of_its_own(comparison: Comparison) -> None:
    """Nothing of a story becomes markup of the notebook, and the view's policy forbids every request."""
    ((tag, attributes),) = Elements(comparison._repr_html_()).tags
    assert tag == "iframe"
    assert attributes["sandbox"] == "allow-scripts"  # and no allow-same-origin, which would open the notebook to them
    assert "height:" in str(attributes["style"])
    view = str(attributes["srcdoc"])
    assert "default-src 'none'" in view
    assert view == html_report(comparison, embedded=True)
    assert not [name for _, given in Elements(view).tags for name in given if name in ("src", "href", "action")]


@pytest.mark.browser
def test_the_frame_of_a_notebook_works_and_asks_for_nothing(tmp_path: Path) -> None:
    """Its scripts run, but cannot reach the notebook around it, and no request leaves it."""
    cell = tmp_path / "notebook.html"
    cell.write_text(f"<!DOCTYPE html><meta charset=utf-8>{make_hostile()._repr_html_()}", encoding="utf-8")
    asked: list[str] = []
    with chromium_page(viewport={"width": 900, "height": 700}) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(cell.as_uri())
        frame = page.frames[1]
        frame.locator("#for-filters").click()
        frame.locator(".chip:visible").first.click()
        frame.locator(".chip[aria-pressed=true]").wait_for()
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert frame.evaluate("(() => { try { return parent.document.title } catch (e) { return e.name } })()") == (
            "SecurityError"
        )
        assert 300 <= page.locator("iframe").bounding_box()["height"] <= 700
    assert asked == [cell.as_uri()]


def test_a_comparison_is_given_as_plain_dicts() -> None:
    """Those that the JSON report writes, of plain types, so that any library takes them."""
    comparison = make_story()
    record = comparison.to_dict()
    assert json.dumps(record, ensure_ascii=False, indent=2) + "\n" == render(comparison, "json")
    types = set()

    def visit(value: object) -> None:
        types.add(type(value))
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            visit(inner)

    visit(record)
    assert types <= {dict, list, str, int, float, bool, type(None)}


def test_differences_are_given_as_rows_of_a_table() -> None:
    comparison = make_story()
    records = comparison.to_records()
    assert [record["id"] for record in records] == [difference.id for difference in comparison.differences]
    assert {tuple(record) for record in records} == {tuple(records[0])}
    assert {type(value) for record in records for value in record.values()} <= {str, int, float, bool, type(None)}
    for difference, record in zip(comparison.differences, records, strict=True):
        assert (record["kind"], record["side"], record["bead"]) == (difference.kind, difference.side, difference.bead)
        for side in ("source", "target"):
            spans = getattr(difference, side)
            document = getattr(comparison, side)
            assert record[f"{side}_start"] == (spans[0].start if spans else None)
            assert record[f"{side}_end"] == (spans[-1].end if spans else None)
            words = " … ".join(document.text[span.start : span.end] for span in spans)
            assert record[f"{side}_words"] == " ".join(words.split())
    frame = pd.DataFrame(records)
    assert list(frame["severity"]) == [difference.severity for difference in comparison.differences]
    assert frame.loc[frame["kind"] == "omission", "target_start"].isna().all()


def test_a_review_stands_in_the_rows() -> None:
    """What was rejected is left out, as in every report."""
    session = Session.of(drawn_comparison("abcde", "ace"))
    first, second = session.found.differences
    session = session.decided(first, Decision("rejected")).decided(second, Decision("accepted", note="Seen."))
    (record,) = session.comparison.to_records()
    assert (record["id"], record["verdict"], record["note"], record["kind_found"]) == (
        second.id,
        "accepted",
        "Seen.",
        None,
    )


NO_TEXTS = [
    (None, "None was given. Give the story as a string, a list of its sentences, a Document, or the Path of a file."),
    (3.5, r"3\.5 \(float\) was given"),
    (b"bytes", r"b'bytes' \(bytes\) was given.*Decode bytes first"),
    (Path("none.txt"), r"Cannot read none\.txt: no such file or directory\. Give the path"),
    ({"text": "a"}, r"\(dict\) was given"),
    ([], r"\[\] \(list\) was given\. It holds no sentences"),
    ((), "It holds no sentences"),
    (["Words that are read.", None], "Item 1 of the list is no sentence but None"),
    ([b"bytes"], r"Item 0 of the list .* b'bytes' \(bytes\)"),
    ((sentence for sentence in ("One.", "Two.")), r"\(generator\) was given.*list\(sentences\)"),
    ({"One.", "Two."}, r"\(set\) was given.*list\(sentences\)"),
]


@pytest.mark.parametrize(("given", "told"), NO_TEXTS, ids=[type(given).__name__ for given, _ in NO_TEXTS])
def test_what_is_no_text_is_refused_with_the_way_out(given: object, told: str) -> None:
    """On either side, before anything is read."""
    with pytest.raises(InputError, match=f"(?s)First text: .*{told}"):
        compare(given, ENGLISH)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=f"(?s)Second text: .*{told}"):
        compare(RUSSIAN, given)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=f"(?s)First text: .*{told}"):
        parallax.align(given, ENGLISH)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=told):
        parallax.translate(given, to="en")  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [None, 3, b"bytes", Path("story.txt"), ["One."], ()])
def test_a_passage_is_a_string_and_nothing_else(given: object) -> None:
    told = r"None was given|\(\w+\) was given"
    with pytest.raises(InputError, match=f"First text: .*({told}).*Give the text as a string"):
        find_differences(given, "Seven people died.")  # type: ignore[arg-type]
    with pytest.raises(InputError, match=f"Second text: .*({told}).*Give the text as a string"):
        find_differences("Погибли семь человек.", given)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=f"({told}).*Give the text as a string"):
        detect_language(given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (
            lambda: compare(RUSSIAN, ENGLISH, {"engine": "gloss"}),
            r"options is of type dict\. Give translate\.Options\(",
        ),
        (lambda: parallax.align(RUSSIAN, ENGLISH, "careful"), "options is of type str"),
        (lambda: find_differences("Да.", "Yes.", "careful"), "options is of type str"),
        (lambda: parallax.translate(RUSSIAN, to="en", options=1), "options is of type int"),
        (lambda: parallax.translate(RUSSIAN, to=None), "Cannot translate into None. Known: "),
        (lambda: compare(RUSSIAN, ENGLISH, progress=True), r"progress is of type bool\. Give progress\(stage"),
        (lambda: compare(RUSSIAN, ENGLISH, links=[((0,), (0,))]), r"links is of type tuple\. Give \[translate\.Link"),
        (lambda: compare(RUSSIAN, ENGLISH, links=Link((0,), (0,))), r"links is of type Link"),
        (lambda: parallax.align(RUSSIAN, ENGLISH, languages="de"), r'languages is of type str\. Give \("de", "fr"\)'),
        (lambda: parallax.align(RUSSIAN, ENGLISH, languages=("de",)), "languages is of type tuple"),
        (lambda: render(None, "json"), "comparison is of type NoneType. Give what compare returns"),
        (lambda: Options(engine=None), "Unknown engine None"),
        (lambda: Options(quality=["fast"]), r"Unknown quality \['fast'\]"),
        (lambda: Options(engine="libretranslate", url=5000), "url is of type int. Give a string"),
    ],
)
def test_settings_of_another_type_are_told(call, told: str) -> None:
    with pytest.raises(OptionError, match=told):
        call()


def test_a_key_of_the_wrong_type_is_not_shown() -> None:
    with pytest.raises(OptionError, match="api_key is of type bytes") as caught:
        Options(engine="libretranslate", url="http://localhost:5000", api_key=b"secret")  # type: ignore[arg-type]
    assert "secret" not in str(caught.value)


def test_the_front_door_reads_samples_and_files(tmp_path: Path) -> None:
    assert "flood" in parallax.sample_names()
    assert isinstance(parallax.load_sample("flood"), Sample)
    path = tmp_path / "story.txt"
    path.write_bytes("Вода стоит на улицах.".encode("cp1251"))
    assert parallax.read_text(path) == "Вода стоит на улицах."


def test_what_is_written_is_read_again() -> None:
    comparison = drawn_comparison("abc", "ac")
    read = parallax.comparison_from_json(render(comparison, "json"))
    assert isinstance(read, Comparison)
    assert [found.id for found in read.differences] == [found.id for found in comparison.differences]
