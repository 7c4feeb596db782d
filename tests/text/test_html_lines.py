"""Which lines a browser copies from HTML, held against a real browser where there is one."""

from pathlib import Path

import pytest
from browser import chromium_page

from translate.text.html_lines import lines_of_parts, parts_of
from translate.text.html_page import copied_text
from translate.text.reading import read_document

PAGES = sorted((Path(__file__).parent / "data" / "saved_pages").glob("*.html"))
CASES = [  # the source, and its lines as Chromium gives them
    ("<h1>Storm</h1><p>Two people<br>were hurt.", "Storm\n\nTwo people\nwere hurt."),
    ("<div>One</div><div>Two</div>", "One\nTwo"),
    ("<p>One</p><p>Two</p><p></p><p>Three</p>", "One\n\nTwo\n\nThree"),
    ("<ul><li>One<li>Two</ul>", "One\nTwo"),
    ("<table><tr><td>a<td>b<tr><th>c<th>d</table>", "a\tb\nc\td"),
    ("  Many \n\t spaces <b> inside </b> a line ", "Many spaces inside a line"),
    ("a&nbsp;b &laquo;c&raquo; &#1055;", "a\xa0b «c» П"),
    ("<pre>one\ntwo</pre>three", "one\ntwo\nthree"),
    ("Seen<script>x()</script><style>p{}</style><template>t</template><!-- c --><noscript>n</noscript>", "Seen"),
    ("Seen<p hidden>a</p><p style='color:red; display : none'>b</p><i style='visibility:hidden'>c</i>", "Seen"),
    ("<details><summary>Shown</summary>not</details><details open><summary>A</summary>B</details>", "Shown\nA\nB"),
    ("<dialog>not</dialog><dialog open>Shown</dialog>", "Shown"),
    ("<select><option>a</select><textarea>b</textarea><svg><text>c</text></svg>Seen", "Seen"),
    ("<p>cut in the middle of <a href='x", "cut in the middle of"),
    ("", ""),
]


@pytest.mark.parametrize(("source", "lines"), CASES)
def test_a_page_has_the_lines_that_a_browser_shows(source: str, lines: str) -> None:
    assert copied_text(source) == lines


def test_a_line_knows_the_block_it_stands_in() -> None:
    parts, title = parts_of("<title>Storm</title><div>a<p>b</p>c</div>")
    found = [(line.text, parts[line.block].name) for line in lines_of_parts(parts) if line.text]
    assert found == [("a", "div"), ("b", "p"), ("c", "div")]
    assert title == "Storm"


def test_a_part_left_out_still_parts_the_lines_around_it() -> None:
    parts, _ = parts_of("a<div>b<p>c</p></div>d")
    left_out = {part.number for part in parts if part.name == "div"}
    assert [line.text for line in lines_of_parts(parts, left_out)] == ["a", "d"]


def test_elements_may_stand_in_one_another_without_end() -> None:
    assert copied_text("<div>" * 20_000 + "deep down") == "deep down"


@pytest.mark.browser
def test_the_story_of_a_saved_page_is_that_of_the_page_copied_in_a_browser() -> None:
    with chromium_page() as page:
        for path in PAGES:
            source = path.read_text(encoding="utf-8")
            page.set_content(source)
            copied = page.evaluate("document.body.innerText")
            assert told(copied_text(source)) == told(copied), path.name
            assert story(source) == story(copied), path.name


def told(text: str) -> list[str]:
    """The lines of a text that are not blank."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def story(text: str) -> list[tuple[str, str]]:
    """The sentences that are compared, with their roles."""
    document = read_document(text)
    return [(document.sentences[i].role, document.sentence_text(i)) for i in document.compared]
