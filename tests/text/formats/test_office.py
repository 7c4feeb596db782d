"""Word and OpenDocument texts: what a reader sees once every change is accepted."""

import pytest

from benchmarks.data.made_files import OPEN, WORD, open_document, paragraph, run, word_file, zipped
from translate.errors import UnreadableFile
from translate.text.formats.contents import contents_of
from translate.text.formats.office import read_open_document, read_word
from translate.text.origin import FileText

FLAG = "<w:rPr><w:{}/></w:rPr>"


def word(body: str) -> str:
    return read_word(word_file(body), "story.docx").text


def odt(body: str) -> str:
    return read_open_document(open_document(body), "story.odt").text


def test_paragraphs_are_parted_by_blank_lines_and_counted() -> None:
    found = read_word(word_file(paragraph("Заголовок") + paragraph() + paragraph("Первый ", "абзац.")), "story.docx")
    assert found.text == "Заголовок\n\nПервый абзац."
    assert [(place.start, place.kind, place.name) for place in found.origin.places] == [
        (0, "paragraph", "1"),
        (11, "paragraph", "2"),
    ]


def test_insertions_stay_and_deletions_go() -> None:
    body = paragraph(
        "The mayor ",
        f"<w:ins>{run('did ')}</w:ins>",
        "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('here ')}</w:moveFrom>",
        f"<w:moveTo>{run('there ')}</w:moveTo>",
        "resign.",
    )
    assert word(body) == "The mayor did there resign."


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_paragraphs_between_which_the_end_was_deleted_are_one(mark: str) -> None:
    first = paragraph("One ", properties=f"<w:pPr>{FLAG.format(mark)}</w:pPr>")
    assert word(first + paragraph("two.")) == "One two."


def test_an_inserted_paragraph_is_one() -> None:
    assert (
        word(paragraph("One.", properties=f"<w:pPr>{FLAG.format('ins')}</w:pPr>") + paragraph("Two.")) == "One.\n\nTwo."
    )


def test_headers_footers_and_comments_are_no_part_of_the_text() -> None:
    others = {
        "word/header1.xml": f"<w:hdr {WORD}>{paragraph('Letterhead')}</w:hdr>",
        "word/comments.xml": f"<w:comments {WORD}>{paragraph('Check this')}</w:comments>",
    }
    assert read_word(word_file(paragraph("Story."), others), "story.docx").text == "Story."


def test_footnotes_follow_the_text() -> None:
    notes = (
        f'<w:footnotes {WORD}><w:footnote w:type="separator">{paragraph("-----")}</w:footnote>'
        f"<w:footnote>{paragraph('Said on Monday.')}</w:footnote></w:footnotes>"
    )
    ends = f"<w:endnotes {WORD}><w:endnote>{paragraph('Added later.')}</w:endnote></w:endnotes>"
    others = {"word/footnotes.xml": notes, "word/endnotes.xml": ends}
    found = read_word(word_file(paragraph("Story.", '<w:r><w:footnoteReference w:id="2"/></w:r>'), others), "a.docx")
    assert found.text == "Story.\n\nSaid on Monday.\n\nAdded later."
    assert [(place.kind, place.name) for place in found.origin.places] == [
        ("paragraph", "1"),
        ("note", "1"),
        ("note", "2"),
    ]


def test_links_fields_and_signs_are_read_as_they_show() -> None:
    body = paragraph(
        f"<w:hyperlink>{run('a link')}</w:hyperlink>",
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r>',
        "<w:r><w:t>, wide</w:t><w:noBreakHyphen/><w:t>ranging pre</w:t><w:softHyphen/><w:t>cision</w:t></w:r>",
        "<w:r><w:br/><w:t>new line</w:t><w:tab/><w:t>tab</w:t></w:r>",
        f"<w:sdt><w:sdtContent>{run(' control')}</w:sdtContent></w:sdt>",
    )
    assert word(body) == "a link, wide\u2011ranging pre\u00adcision\nnew line\ttab control"


def test_hidden_text_is_left_out() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'
    assert word(paragraph(hidden, shown)) == "shown"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('Box.')}</w:txbxContent>"
    body = paragraph(f"<w:r><Choice>{box}</Choice><Fallback>{box}</Fallback></w:r>", "Story.")
    assert word(body) == "Story.\n\nBox."


def test_rows_of_a_table_are_lines_and_tables_of_a_layout_are_paragraphs() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    numbers = row(paragraph("Year"), paragraph("Dead")) + row(paragraph("2020"), paragraph("7"))
    layout = row(paragraph("First paragraph.") + paragraph("Second."), paragraph("Beside."))
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr>"
    assert word(f"<w:tbl>{numbers}{gone}</w:tbl>") == "Year\tDead\n2020\t7"
    assert word(f"<w:tbl>{layout}</w:tbl>") == "First paragraph.\n\nSecond.\n\nBeside."


def test_tables_inside_tables_are_read_once_however_deep() -> None:
    """Each level twice would double the work with every level."""
    body = "<w:tbl><w:tr><w:sdt><w:tc>" * 40 + paragraph("Deep.") + "</w:tc></w:sdt></w:tr></w:tbl>" * 40
    assert word(body) == "Deep."


def test_a_last_paragraph_whose_end_was_deleted_is_read() -> None:
    assert word(paragraph("One.", properties=f"<w:pPr>{FLAG.format('del')}</w:pPr>")) == "One."


def test_what_a_document_says_of_itself_is_kept() -> None:
    said = "<dc:title>Flood</dc:title><dc:creator>A. Smith</dc:creator>"
    about = f'<cp xmlns:dc="http://purl.org/dc/elements/1.1/">{said}</cp>'
    origin = read_word(word_file(paragraph("Story."), {"docProps/core.xml": about}), "story.docx").origin
    assert (origin.name, origin.title, origin.author, origin.published) == ("story.docx", "Flood", "A. Smith", "")


def test_open_documents_are_read_likewise() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>not</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:h>Заголовок</text:h><text:p>Один<text:s text:c='3'/>два <text:a>ссылка</text:a>"
        "<text:change-start/> вставка<text:change-end/>.<office:annotation><text:p>заметка</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Сноска.</text:p></text:note-body>"
        "</text:note></text:p><text:list><text:list-item><text:p>Пункт<text:line-break/>строка</text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell><text:p>а</text:p></table:table-cell>"
        "<table:table-cell><text:p>б</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert odt(body) == "Заголовок\n\nОдин   два ссылка вставка.\n\nПункт\nстрока\nа\tб\n\nСноска."


def test_an_open_document_with_a_password_is_told() -> None:
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    data = open_document("<text:p>x</text:p>", {"META-INF/manifest.xml": manifest})
    with pytest.raises(UnreadableFile, match=r"story\.odt: it is protected by a password"):
        read_open_document(data, "story.odt")


def test_a_count_of_spaces_is_bounded() -> None:
    assert len(odt("<text:p>a<text:s text:c='999999999'/>b<text:s text:c='x'/>c</text:p>")) == 104


@pytest.mark.parametrize("files", [{"word/other.xml": "<a/>"}, {"word/document.xml": "<a"}])
def test_a_damaged_document_is_told(files: dict[str, str]) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read_word(zipped(files), "story.docx")


def test_an_open_document_of_another_kind_is_told() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read_open_document(zipped({"content.xml": f"<office:document-content {OPEN}/>"}), "story.odt")


def test_the_text_of_word_on_the_web_has_a_number() -> None:
    body = paragraph(run("Flood in the north"))
    text = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    found = contents_of(zipped({"[Content_Types].xml": "<Types/>", "word/document2.xml": text}), "story.docx")
    assert isinstance(found, FileText)
    assert found.text == "Flood in the north"
