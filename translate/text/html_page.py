"""The source of a web page -> the lines of its story, with what little stands around it that HTML does not tell apart.

Menus, sidebars, footers, dialogs, comments and lists of links go by their elements; of the rest stays the smallest
part that holds most of the prose, from the headline down. What is left is judged like any pasted page.
benchmarks/measure/real_pages.py prints what each of these rules is worth.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from translate.errors import HtmlInput
from translate.text.html_lines import PageLine, Part, lines_of_parts, parts_of
from translate.text.lines import Line, core_of
from translate.wording.phrase import Phrase

MIN_TAGS = 5  # fewer are a text that mentions a tag
CHARACTERS_PER_TAG = 300  # a page's source has a tag at least so often
LINKED = 0.7  # share of a block's letters inside links from which it is a menu or a list of other stories
MIN_LINKS = 2  # in such a block
MINOR = 0.3  # share of the letters of a page; a part with more is not left out for the name it bears
SHORT_ID = 3  # words of an identifier that says what a part is
MOST = 0.8  # share of the prose that the story's part holds: 0.9 keeps more around it, 0.6 loses parts of stories
MIN_PROSES = 3  # paragraphs of prose on a page; among fewer the story's part cannot be told
MIN_TITLE = 12  # characters of a headline that is known by standing in the title of the page

_DOCTYPE = re.compile(r"\s*(?:<!doctype\s+html|<html[\s>]|<\?xml\s)", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|blockquote|body|br|button|div|em|figure|font|footer|form|h[1-6]|head|header|hr|html|i"
    r"|iframe|img|input|li|link|main|meta|nav|noscript|ol|option|p|picture|script|section|span|strong|style|svg|table"
    r"|tbody|td|th|title|tr|u|ul)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_CUT = re.compile(r"[^<]*>")  # a piece of source that begins inside a tag
_AROUND: Final = frozenset(["aside", "button", "footer", "nav"])
_ROLES: Final = frozenset(
    ["alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search", "toolbar"]
)
_MAIN: Final = frozenset(["article", "main"])
_TITLED: Final = frozenset(["h1", "main"])  # what holds one is no menu, however many names of readers stand in it
_LISTS: Final = frozenset(["div", "dl", "ol", "section", "table", "ul"])
_PARAGRAPHS: Final = frozenset(["a", "blockquote", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "span"])
_COMMENTS = re.compile(r"\b(?:comments?|commentlist|disqus|respond|responses|reader-comments)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert(?:isement|s)?|breadcrumbs?|footer|newsletter|outbrain|popular|promo|recirc(?:ulation)?"
    r"|recommend(?:ed|ations?)|related|sharing|sidebar|sign-?up|social|sponsor(?:ed)?|subscribe|subscription|taboola|trending)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_WHOLE: Final = frozenset(["a", "article", "body", "html", "main", "p"])  # what says "comments" of itself and is none


def plain_text(text: str) -> str:
    """A text as given, or the lines of the page that it is the source of.

    Raises:
        HtmlInput: It is a piece of a page's source that begins inside a tag, or a page that shows no text.

    Example:
        >>> plain_text("<html><h1>Storm hits city</h1><p>Two people were hurt.<script>count()</script></html>")
        'Storm hits city\\n\\nTwo people were hurt.'
    """
    tags = source_tags(text)
    if not tags:
        return text
    if _CUT.match(text):
        raise HtmlInput(tags, Phrase("it begins in the middle of a tag"))
    lines = page_text(text)
    if not any(map(str.isalpha, lines)):
        raise HtmlInput(tags, Phrase("it shows no text by itself"))
    return lines


def source_tags(text: str) -> int:
    """Number of HTML tags in the source of a page; 0 for a text that is none."""
    tags = sum(1 for _ in _TAG.finditer(text))
    dense = tags >= MIN_TAGS and tags * CHARACTERS_PER_TAG > len(text)
    return tags if dense or _DOCTYPE.match(text) else 0


def page_text(source: str) -> str:
    """The lines of a page's story, and what stands around it if HTML does not tell it apart."""
    parts, title = parts_of(source)
    lines = lines_of_parts(parts, _around_the_story(parts))
    if not any(line.text for line in lines):
        lines = lines_of_parts(parts)
    return "\n".join(line.text for line in _story(parts, lines, core_of(title).casefold())).strip("\n")


def copied_text(source: str) -> str:
    """All lines of a page, as a browser copies them."""
    return "\n".join(line.text for line in lines_of_parts(parts_of(source)[0])).strip("\n")


def _around_the_story(parts: list[Part]) -> set[int]:
    """Numbers of the parts that stand around the story, by what they are or by their links."""
    letters, linked, links = [0] * len(parts), [0] * len(parts), [0] * len(parts)
    titled = [part.name in _TITLED or part.attributes.get("role") == "main" for part in parts]
    inside = [False] * len(parts)  # an article, or what the page calls its main part
    for part in parts[1:]:
        if part.parent is not None:
            inside[part.number] = inside[part.parent.number] or part.parent.name in _MAIN
    for part in reversed(parts):
        i = part.number
        letters[i] += sum(sum(map(str.isalnum, piece)) for piece in part.pieces if isinstance(piece, str))
        if part.name == "a":
            linked[i], links[i] = letters[i], 1
        if part.parent is not None:
            parent = part.parent.number
            letters[parent] += letters[i]
            linked[parent] += linked[i]
            links[parent] += links[i]
            titled[parent] |= titled[i]
    return {
        i
        for i, part in enumerate(parts)
        if part.name in _AROUND
        or part.attributes.get("role") in _ROLES
        or (
            not titled[i]
            and (
                (part.name == "header" and not inside[i])
                or (part.name not in _WHOLE and _COMMENTS.search(_named(part)))
                or (letters[i] < MINOR * letters[0] and _is_beside(part))
                or (part.name in _LISTS and links[i] >= MIN_LINKS and linked[i] >= LINKED * max(1, letters[i]))
            )
        )
    }


def _is_beside(part: Part) -> bool:
    """Whether a part says of itself that it stands beside a story, or asks for something to be filled in."""
    if part.name == "form":
        return True
    identity = part.attributes.get("id") or ""  # a long one is made of the words of a heading
    named = f"{part.attributes.get('class') or ''} {identity if len(re.split('[-_]', identity)) <= SHORT_ID else ''}"
    return part.name not in _WHOLE and _BESIDE.search(named) is not None


def _named(part: Part) -> str:
    return f"{part.attributes.get('class') or ''} {part.attributes.get('id') or ''}"


def _story(parts: list[Part], lines: list[PageLine], title: str) -> list[PageLine]:
    """The lines from the headline to the end of the smallest part that holds most of the prose."""
    sizes = [0] * len(parts)
    proses = [line for line in lines if Line(line.text, core_of(line.text), range(1)).prose]
    if len(proses) < MIN_PROSES:
        return lines
    for line in proses:
        sizes[line.block] += len(line.text)
    until = [0, *accumulate(sizes)]
    story = parts[0]
    while inner := [part for part in _blocks_in(story) if until[part.end] - until[part.number] >= MOST * until[-1]]:
        story = inner[0]
    held = [i for i, line in enumerate(lines) if story.number <= line.block < story.end]
    return lines[_headline(parts, lines, held, title) : held[-1] + 1]


def _blocks_in(part: Part) -> Iterator[Part]:
    """The parts right inside a part that can hold a whole story."""
    return (piece for piece in part.pieces if isinstance(piece, Part) and piece.name not in _PARAGRAPHS)


def _headline(parts: list[Part], lines: list[PageLine], held: list[int], title: str) -> int:
    """Number of the line that a story begins with: the headline above the lines that its part holds, or their first."""
    heads = {number for part in parts if part.name == "h1" for number in range(part.number, part.end)}
    if any(lines[i].text and lines[i].block in heads for i in held):
        return held[0]
    above = range(held[0] - 1, -1, -1)
    headed = (i for i in above if lines[i].text and lines[i].block in heads)
    named = (i for i in above if _in_title(lines[i].text, title))
    return next(headed, next(named, held[0]))


def _in_title(text: str, title: str) -> bool:
    core = core_of(text).casefold()
    return len(core) >= MIN_TITLE and core in title
