"""Small files of the kinds that office programs write, made by hand: Word, OpenDocument, workbooks, and PDF."""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)
SHEETS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

Line = tuple[float, float, str]  # left, height, text


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """An archive of files by their names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # of no day: the same bytes always
    return data.getvalue()


def run(text: str) -> str:
    """Words of a paragraph in Word."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph in Word; what is no markup is words."""
    words = (each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p>{properties}{''.join(words)}</w:p>"


def word_file(body: str, others: Mapping[str, str] | None = None) -> bytes:
    """A Word document (.docx) with a body, and other parts by the names of their files."""
    text = f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD}><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": text, **(others or {})})


def open_document(body: str, others: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument text (.odt)."""
    text = (
        f"<office:document-content {OPEN}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": text, **(others or {})})


def workbook(rows: str, strings: Sequence[str] = ()) -> bytes:
    """A workbook (.xlsx) of one sheet with these rows, as XML, and shared strings."""
    return zipped(
        {
            "xl/workbook.xml": f'<workbook {SHEETS} {RELATED}><sheets><sheet name="A" r:id="rId7"/></sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
            "xl/worksheets/sheet1.xml": f"<worksheet {SHEETS}><sheetData>{rows}</sheetData></worksheet>",
            "xl/sharedStrings.xml": f"<sst {SHEETS}>{''.join(f'<si><t>{text}</t></si>' for text in strings)}</sst>",
        }
    )


def pdf_file(pages: Sequence[Sequence[Line]], size: int = 10) -> bytes:
    """A PDF file with lines at their places on its pages, in any script: letters are told by a table, not drawn."""
    letters = sorted({letter for page in pages for _, _, text in page for letter in text})
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    table = "".join(f"<{code:04x}> <{ord(letter):04x}>\n" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{table}endbfchar\nendcmap end end"
    )
    first = 5
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{first + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts "
        "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>",
        _stream(cmap),
    ]
    for number, page in enumerate(pages):
        shown = "\n".join(
            f"BT /F {size} Tf 1 0 0 1 {left} {height} Tm <{''.join(f'{codes[letter]:04x}' for letter in text)}> Tj ET"
            for left, height, text in page
        )
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {first + 2 * number + 1} 0 R >>",
            _stream(shown),
        ]
    return _numbered(objects)


def _stream(content: str) -> str:
    packed = zlib.compress(content.encode()).hex()
    return f"<< /Length {len(packed) + 1} /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n{packed}>\nendstream"


def _numbered(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode()
    start = len(data)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    return data + f"{end}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
