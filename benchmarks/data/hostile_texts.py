"""Texts of strangers: stories of the samples with anything put into them, cut out of them, or said over and over.

Strategies of hypothesis, for benchmarks.measure.fuzz and for tests.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from translate.samples import load_sample, sample_names

MOST = 400  # characters of a piece that is put in, so that an example takes no longer than a story
LONGEST = 4_000  # characters of either text

PIECES = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)><style>*{display:none}</style>",
    "<table><tr><td>5<td>6</table>",
    "<p>1</p>" * 6,
    "]]> --> <![CDATA[ <!DOCTYPE a [<!ENTITY b 'c'>]> &b; &#0; &#xD800; &amp;lt;",
    '=HYPERLINK("http://evil.example";"click")',
    'a;=1+1;@x;"=2"',
    "\t=1+1\r\n-1+1\r+1",
    "+7 495 000-00-00",
    "# *b* _i_ `c` [l](http://evil.example) ![i](http://evil.example/i.png) | c | :red[d] $x$",
    "\x1b[31mred\x1b]0;title\x07\x9b31m\x9d8;;x\x9c\rover",
    "\u202etxet\u2066\u200e\u061c\u2028\u2029\x85\x0b\x0c\x1c",
    "\u00ad\u200b\u200d\ufeff\u2060\ufff9a\ufffab\ufffb",
    "\ud800 \udfff\ud83d \ufffe\uffff\U0001fffe\U000e0041",
    "e\u0301\u0302\u0303" + "\u0300" * 60,
    "_x0041_ _x000D_ #N/A #REF!",
    "{{ 7 * 7 }} {% raw %} ${x} {a.__class__} {0} %s %(a)s",
    "../../etc/passwd C:\\x \\\\host\\share",
    "5% 6% 7% 12:30 1/2 3-4 1.000.000,00 1e999 ٣٤ Ⅻ ½ 10" + "0" * 60,
    "31.02.2020 09/08/2021г. 00:00 24:61 99 мая 0 January -1 век",
    "« „ “ ‘ “нет» не не не no not never … … ?!?!",
    "И. И. И. И. т. е. г. ул. Mr. Mr. U.S.A. д-р",
    "汉字。汉字！ مرحبا؟ שלום ไทย 한국어 ελληνικά",
    "👩‍👩‍👧‍👦🏳️‍🌈🇷🇺🇷🇺🇷" + "👩" * 20,
    "ΑВС аbс Сlinton Рutin",
    "W" * MOST,
    "Ш" * MOST,
    "Иванов " * 40,
    "возможно " * 40,
    "— " * 60,
    "\n" * 60,
    "\n\n".join(["Меню", "Share"] * 15),
    " " * MOST,
    ".",
)


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    """The sample stories."""
    samples = [load_sample(name) for name in sample_names()]
    return tuple((sample.source, sample.target) for sample in samples)


def anything() -> st.SearchStrategy[str]:
    """Any text at all, be it one that no file can hold."""
    return st.text(st.characters(exclude_categories=()), max_size=60)


def pieces() -> st.SearchStrategy[str]:
    """What is put into a story."""
    said_often = st.builds(lambda text, times: (text * times)[:MOST], anything(), st.integers(2, 60))
    return st.one_of(st.sampled_from(PIECES), anything(), said_often)


@st.composite
def stories(draw: st.DrawFn, text: str) -> str:
    """A story that anything may have been done to."""
    begun = draw(st.integers(0, len(text) // 2))
    text = text[begun : begun + draw(st.integers(300, 1_500))]
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(text)))
        taken = draw(st.sampled_from((0, 0, 1, 30)))
        text = text[:place] + draw(pieces()) + text[place + taken :]
    return text[:LONGEST]


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str]:
    """Two versions of one story in either order, or of two stories."""
    source, target = draw(st.sampled_from(_versions()))
    if draw(st.integers(0, 9)) == 0:
        source = draw(st.sampled_from(_versions()))[0]
    pair = draw(stories(source)), draw(stories(target))
    return pair if draw(st.booleans()) else pair[::-1]


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Two lists of sentences, Russian and English, some of them anything."""
    source, target = draw(st.sampled_from(_versions()))
    pair = []
    for text in (source, target):
        sentences = [line for line in text.split("\n") if line][: draw(st.integers(1, 6))]
        for _ in range(draw(st.integers(0, 3))):
            sentences.insert(draw(st.integers(0, len(sentences))), draw(st.one_of(st.just(""), pieces())))
        pair.append(sentences)
    return pair[0], pair[1]


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Bytes of a file: a story in some encoding with some bytes changed, or any bytes."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.binary(max_size=400))
    text = draw(stories(draw(st.sampled_from(_versions()))[0]))
    frame = draw(st.sampled_from(("{}", "<html><body><p>{}</p>", "MIME-Version: 1.0\nContent-Type: text/html\n\n{}")))
    encoding = draw(st.sampled_from(("utf-8", "cp1251", "koi8-r", "cp866", "utf-16", "utf-16-le", "utf-7", "utf-32")))
    data = bytearray(frame.replace("{}", text).encode(encoding, errors="replace"))
    for _ in range(draw(st.integers(0, 6))):
        data[draw(st.integers(0, max(0, len(data) - 1)))] = draw(st.integers(0, 255))
    return bytes(data)[draw(st.sampled_from((0, 0, 1))) :]


def values() -> st.SearchStrategy[Any]:
    """What may stand at a place of JSON where something else is wanted."""
    return st.one_of(
        st.none(), st.booleans(), st.integers(-2, 40), st.just(10**400), st.just(-(10**18)), st.floats(),
        st.sampled_from(PIECES), anything(), st.just([]), st.just({}), st.just([0]), st.just([0, 0]), st.just([1, 0]),
        st.builds(_nested, st.integers(1, 30)), st.builds(_nested, st.just(900)),
    )  # fmt: skip


def _like(value: Any) -> st.SearchStrategy[Any]:
    """Another value of the same kind, which the checks of types let through."""
    if isinstance(value, bool) or value is None:
        return st.sampled_from((True, False, None))
    if isinstance(value, int):
        return st.integers(value - 2, value + 2)
    if isinstance(value, float):
        return st.floats(0, 1)
    if isinstance(value, str):
        return st.one_of(pieces(), st.sampled_from(("", "both", "minor", "number", "omission", "headline", "ru", "en")))
    if isinstance(value, list):
        return st.sampled_from(([], value[:1], value[1:], value[::-1], value + value[:1]))
    return st.just({})


def _nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


@st.composite
def mutated(draw: st.DrawFn, record: dict[str, Any]) -> bytes:
    """A record as JSON with one to three of its values replaced, left out or doubled, or with its text damaged."""
    record = json.loads(json.dumps(record))
    for _ in range(draw(st.integers(1, 3))):
        inner: Any = record
        outer, key = inner, None
        while isinstance(inner, dict | list) and inner:
            outer = inner
            key = draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
            inner = outer[key]
            if draw(st.integers(0, 9)) == 0:
                break
        change = draw(st.sampled_from(("like", "like", "like", "value", "out", "twice")))
        if change == "like":
            outer[key] = draw(_like(inner))
        elif change == "value":
            outer[key] = draw(values())
        elif change == "out":
            del outer[key]
        elif isinstance(outer, list):
            outer.append(inner)
    text = json.dumps(record)
    if draw(st.integers(0, 9)) == 0:
        place = draw(st.integers(0, len(text)))
        damage = draw(st.sampled_from(("", '"', "[" * 100_000, "NaN", "-", "\x00", "9" * 5_000)))
        text = text[:place] + damage + text[place:]
    return text.encode()


@st.composite
def arguments(draw: st.DrawFn, folder: Path) -> list[str]:
    """Arguments of the command line: a command that works, with some of them changed; none reaches the network."""
    texts = [folder / "ru.txt", folder / "en.txt"]
    for path, text in zip(texts, _versions()[0], strict=True):
        if not path.exists():
            path.write_text(text[:600], encoding="utf-8")
    russian, english = map(str, texts)
    argv = list(
        draw(
            st.sampled_from(
                (
                    ("compare", russian, english),
                    ("compare", "--format", "csv", russian, english, "--fail-on", "major"),
                    ("compare", russian, english, "-o", str(folder / "out.html")),
                    ("compare", "--session", str(folder / "none.parallax.json")),
                    ("align", russian, english, "--format", "json"),
                    ("detect", russian, english),
                    ("translate", russian, "--to", "en", "--engine", "gloss"),
                    ("schema", "session"),
                    ("samples",),
                    ("cache", "where"),
                    ("remembered", "list"),
                    ("engines", "list"),
                    ("packages", "list"),
                )
            )
        )
    )
    odd = st.one_of(
        anything().map(lambda text: text[:40]),
        st.sampled_from(PIECES).map(lambda text: text[:300]),
        st.sampled_from(("-", "--", "-o", "--format", "--help", "--session", "--interface-language", "ru", "\x00", "")),
        st.sampled_from(("n" * 300, "--sentences", "--operating-point=x", "--engine=none", "--model", "--sample")),
    )
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(1, len(argv)))
        argv[place : place + draw(st.integers(0, 1))] = [draw(odd)]
    return argv
