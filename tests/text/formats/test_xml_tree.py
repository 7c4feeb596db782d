"""XML from strangers."""

from itertools import pairwise

import pytest

from translate.errors import UnreadableFile
from translate.text.formats import xml_tree
from translate.text.formats.xml_tree import MAX_DEPTH, text_in, tree_of


def test_names_lose_their_namespaces() -> None:
    root = tree_of(b'<w:a xmlns:w="urn:w" w:b="1" xml:lang="ru"><w:c/></w:a>', "x.docx")
    assert (root.tag, root.get("b"), root[0].tag) == ("a", "1", "c")
    assert root.get(xml_tree.XML_LANGUAGE) == "ru"


def test_text_is_read_in_its_order_but_for_what_is_left_out() -> None:
    root = tree_of("<a>один <b>два</b> три<c>четыре</c> пять</a>".encode(), "x.tmx")
    assert text_in(root, frozenset("c")) == "один два три пять"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_every_encoding_that_is_named_is_read(encoding: str) -> None:
    assert tree_of(f'<?xml version="1.0" encoding="{encoding}"?><a>слово</a>'.encode(encoding), "x").text == "слово"


def test_a_billion_laughs_are_refused() -> None:
    laughs = ['<!ENTITY {} "{}">'.format(letter, f"&{before};" * 10) for before, letter in pairwise("bcdefghijk")]
    bomb = '<!DOCTYPE a [<!ENTITY b "ha">' + "".join(laughs) + "]><a>&k;</a>"
    with pytest.raises(UnreadableFile, match="entities"):
        tree_of(bomb.encode(), "x.docx")


def test_nothing_from_outside_is_read() -> None:
    with pytest.raises(UnreadableFile, match="entities"):
        tree_of(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "x.docx")


def test_a_document_type_alone_is_harmless() -> None:
    assert tree_of(b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx/>', "x.tmx").tag == "tmx"


def test_depth_is_bounded() -> None:
    assert tree_of(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH, "x").tag == "a"
    with pytest.raises(UnreadableFile, match="deeper or larger"):
        tree_of(b"<a>" * (MAX_DEPTH + 1) + b"</a>" * (MAX_DEPTH + 1), "x")


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, "MAX_ELEMENTS", 10)
    assert len(tree_of(b"<a>" + b"<b/>" * 9 + b"</a>", "x")) == 9
    with pytest.raises(UnreadableFile, match="deeper or larger"):
        tree_of(b"<a>" + b"<b/>" * 10 + b"</a>", "x")


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a></b>", b"words", b'<?xml version="1.0" encoding="nonsense"?><a/>'])
def test_what_is_no_xml_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        tree_of(data, "x.docx")
