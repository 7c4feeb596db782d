"""Files of strangers: valid small ones of every kind that is read, with anything done to their bytes and their parts.

Strategies of hypothesis, for benchmarks.measure.fuzz and for tests.
"""

import io
import re
import struct
import warnings
import zipfile
from email.message import EmailMessage
from functools import cache

from hypothesis import strategies as st

from benchmarks.data.hostile_texts import PIECES, anything
from benchmarks.data.made_files import open_document, paragraph, pdf_file, word_file, workbook

RUSSIAN = ("Мост через реку открыли в понедельник.", "Ремонт стоил 12 млн рублей, сказал мэр.", "Движение началось.")
ENGLISH = ("The bridge across the river was opened on Monday.", "Repairs cost 12 million.", "Traffic has begun.")
ZIPPED = (".docx", ".odt", ".xlsx")
MANY = 40  # times that a part is said over
LAUGHS = "<!DOCTYPE a [<!ENTITY b 'ha'>" + "".join(
    f"<!ENTITY b{n} '{f'&b{n - 1 or str()};' * 10}'>" for n in range(1, 9)
)
DECLARED = (
    f"{LAUGHS}]>",
    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
    "<?xml version='1.0' encoding='utf-16'?>",
    "<?xml version='1.0' encoding='idna'?>",
    "<?xml version='1.1' encoding='none'?>",
    "<!--",
    "<![CDATA[",
)
NAMES = (
    "",
    "/",
    "../../etc/passwd",
    "C:\\x",
    "word/document.xml",
    "content.xml",
    "xl/workbook.xml",
    "n" * 300,
    "a\x00b",
)
NUMBERS = (
    "",
    "-1",
    "0",
    "1",
    "999999999",
    "9" * 400,
    "1e9",
    "ZZZ1",
    "XFD1048577",
    "NaN",
    "٣",
    "\x00",
    "idna",
    "utf-7",
    "hex",
)
HEADERS = (
    'Content-Type: text/html; charset="idna"',
    "Content-Type: multipart/mixed; boundary=",
    "Content-Type: ;;; =?x?q?=FF?=",
    "Content-Type: text/plain; charset*=utf-8''%ff; charset*0*=x; charset*9*=",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: x-uuencode",
    "Date: Mon, 99 Foo 99999 25:61:61 +9999",
    'From: <<>>@@,;:"',
    "Subject: =?utf-8?b?////?= =?none?q?=?=",
    "Message-ID: <[",
    "To: group:;,<>",
)


@cache
def valid_files() -> dict[str, bytes]:
    """A small file of every kind, by the name that it would have."""
    rows = list(zip(RUSSIAN, ENGLISH, strict=True))
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = RUSSIAN[0], "A <a@example.org>", "Mon, 01 Apr 2024 10:00:00 +0300"
    mail.set_content("\n".join(RUSSIAN))
    mail.add_alternative(_page(), subtype="html")
    mail.set_boundary("b")
    units = "".join(
        f'<tu><tuv xml:lang="ru"><seg>{ru}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu>' for ru, en in rows
    )
    jobs = "".join(
        f'<trans-unit id="{n}"><source>{ru}</source><target>{en}</target></trans-unit>'
        for n, (ru, en) in enumerate(rows)
    )
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{ru}</t></is></c><c r="B{n}" t="s"><v>{n - 1}</v></c></row>'
        for n, (ru, _) in enumerate(rows, 1)
    )
    cues = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}\n\n" for n, line in enumerate(RUSSIAN, 1))
    archive = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; '
        f'charset="utf-8"\nContent-Location: http://example.org/\n\n{_page()}\n--b--\n'
    )
    texts = {
        "story.srt": cues,
        "story.vtt": "WEBVTT\n\n" + cues.replace(",000", ".000").replace(",900", ".900"),
        "story.csv": "ru;en;note\n" + "".join(f'"{ru}";"{en}";\n' for ru, en in rows),
        "story.tsv": "".join(f"{ru}\t{en}\n" for ru, en in rows),
        "story.tmx": f'<?xml version="1.0"?><tmx version="1.4"><header srclang="ru"/><body>{units}</body></tmx>',
        "story.xliff": '<xliff version="1.2"><file source-language="ru" target-language="en"><body>'
        f"{jobs}</body></file></xliff>",
        "story.html": _page(),
        "story.mhtml": archive,
    }
    return {
        "story.docx": word_file("".join(paragraph(line) for line in RUSSIAN)),
        "story.odt": open_document("".join(f"<text:p>{line}</text:p>" for line in RUSSIAN)),
        "story.xlsx": workbook(cells, ENGLISH),
        "story.pdf": pdf_file([[(50, 700 - 14 * n, line) for n, line in enumerate(RUSSIAN)]] * 2),
        "story.eml": mail.as_bytes(),
        **{name: text.encode() for name, text in texts.items()},
    }


def _page() -> str:
    told = '<meta property="article:published_time" content="2024-04-01T10:00"><meta name="author" content="A">'
    prose = "".join(f"<p>{line}</p>" for line in RUSSIAN)
    return (
        f"<!doctype html><html lang=ru><head><title>{RUSSIAN[0]}</title>{told}"
        f'<script type="application/ld+json">{{"datePublished": "2024-04-01"}}</script></head>'
        f"<body><h1>{RUSSIAN[0]}</h1>{prose}</body></html>"
    )


@st.composite
def broken_files(draw: st.DrawFn, kinds: tuple[str, ...] = ()) -> tuple[str, bytes]:
    """The name and the bytes of a file that was valid before something was done to it."""
    files = valid_files()
    name = draw(st.sampled_from([each for each in files if not kinds or each.endswith(kinds)]))
    data = files[name]
    if name.endswith(ZIPPED) and draw(st.integers(0, 3)):
        data = draw(_repacked(data))
    elif not name.endswith(ZIPPED) and draw(st.integers(0, 3)):
        data = draw(_rewritten(data))
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 3)))):
        data = draw(_damaged(data))
    if draw(st.integers(0, 9)) == 0:
        name = draw(st.sampled_from(sorted(files)))
    return name, data


@st.composite
def _damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes changed, cut out, put in, or said twice."""
    place = draw(st.integers(0, max(0, len(data) - 1)))
    length = draw(st.sampled_from((1, 2, 4, 30, 400)))
    change = draw(st.sampled_from(("flip", "out", "in", "twice", "end")))
    if change == "flip":
        new = bytes(byte ^ draw(st.integers(1, 255)) for byte in data[place : place + min(length, 4)])
        return data[:place] + new + data[place + len(new) :]
    if change == "out":
        return data[:place] + data[place + length :]
    if change == "in":
        return data[:place] + draw(st.binary(max_size=8)) + data[place:]
    return data[: place + length] + data[place:] if change == "twice" else data[:place]


@st.composite
def _rewritten(draw: st.DrawFn, data: bytes) -> bytes:
    """A text, or a file with texts in it, with pieces of its structure changed."""
    text = data.decode("latin-1")  # every byte is a sign, also of a PDF file
    for _ in range(draw(st.integers(1, 4))):
        marks = [found.span() for found in re.finditer(r"<[^<>]*>|\n[^\n]*|[\w.-]+(?==)|\d+|\"[^\"]*\"|/\w+", text)]
        start, end = draw(st.sampled_from(marks)) if marks else (0, len(text))
        part = text[start:end]
        new = draw(
            st.one_of(
                st.sampled_from(("", part * 2, part * MANY, f"<a>{part}", f"</a>{part}", "<a>" * 300 + part)),
                st.sampled_from([piece + part for piece in DECLARED]),
                st.sampled_from(NUMBERS).map(_as_bytes),
                st.sampled_from(NUMBERS).map(lambda number: f'"{_as_bytes(number)}"'),
                st.sampled_from(HEADERS).map(lambda header: f"\n{header}"),
                st.sampled_from(PIECES).map(_as_bytes),
                anything().map(_as_bytes),
            )
        )
        text = text[:start] + new + text[end:]
        if draw(st.integers(0, 5)) == 0:
            text = draw(st.sampled_from(DECLARED + HEADERS)) + "\n" + text
    return text.encode("latin-1", errors="replace")


def _as_bytes(text: str) -> str:
    return text.encode(errors="replace").decode("latin-1")


@st.composite
def _repacked(draw: st.DrawFn, data: bytes) -> bytes:
    """An archive whose files have other contents, other names, stand twice, or are said to be of another size."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(files) - 1))
        name, content = files[at]
        others = st.sampled_from((*NAMES, *(other for other, _ in files)))
        change = draw(st.sampled_from(("content", "content", "content", "name", "twice", "out", "swap", "long")))
        if change == "content":
            files[at] = (name, draw(_rewritten(content)))
        elif change == "name":
            files[at] = (draw(others), content)
        elif change == "twice":
            files.append((draw(st.one_of(st.just(name), others)), draw(_rewritten(content))))
        elif change == "out" and len(files) > 1:
            del files[at]
        elif change == "swap":
            files[at] = (name, files[draw(st.integers(0, len(files) - 1))][1])
        elif change == "long":
            files[at] = (name, content + b" " * 2_000_000)
    packed = io.BytesIO()
    how = draw(st.sampled_from((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2)))
    with zipfile.ZipFile(packed, "w", how) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a name stands twice
        for name, content in files:
            entry = zipfile.ZipInfo("x", (1980, 1, 1, 0, 0, 0))
            entry.filename, entry.compress_type = name, how
            archive.writestr(entry, content)
    return draw(_mislabelled(packed.getvalue()))


@st.composite
def _mislabelled(draw: st.DrawFn, data: bytes) -> bytes:
    """An archive with one field of its list of files changed: flags, way of packing, checksum, sizes, offset."""
    if draw(st.integers(0, 3)):
        return data
    begins = [found.start() for found in re.finditer(b"PK\x01\x02", data)]
    begin = draw(st.sampled_from(begins))
    field, size = draw(st.sampled_from(((8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (42, 4))))
    value = draw(st.sampled_from((0, 1, 8, 12, 0x800, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))) & (256**size - 1)
    packed = struct.pack("<I", value)[:size]
    return data[: begin + field] + packed + data[begin + field + size :]
