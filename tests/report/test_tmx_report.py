"""The translation memory: the structure that the TMX 1.4 DTD asks for, and pairs as they were aligned."""

import re
from xml.etree import ElementTree as ET

import pytest

from translate.report import render, render_bytes

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# Element: required attributes, further attributes, pattern of the children, text allowed; after the DTD of TMX 1.4b.
STRUCTURE = {
    "tmx": ({"version"}, set(), "header body ", False),
    "header": (
        {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"},
        {"o-encoding", "creationdate", "creationid", "changedate", "changeid"},
        "(note |ude |prop )*",
        False,
    ),
    "body": (set(), set(), "(tu )*", False),
    "tu": (
        set(),
        {"tuid", "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion"}
        | {"creationdate", "creationid", "changedate", "segtype", "changeid", "o-tmf", "srclang"},
        "((note |prop )*)(tuv )+",
        False,
    ),
    "tuv": (
        {LANGUAGE},
        {"o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion"}
        | {"creationdate", "creationid", "changedate", "o-tmf", "changeid"},
        "((note |prop )*)seg ",
        False,
    ),
    "prop": ({"type"}, {LANGUAGE, "o-encoding"}, "", True),
    "seg": (set(), set(), "", True),
}


def broken_rules(root):
    """What the DTD would say against a tree, nothing if it is valid."""
    found = [] if root.tag == "tmx" else [f"root is {root.tag}"]
    for element in root.iter():
        required, further, children, text = STRUCTURE[element.tag]
        if not re.fullmatch(children, "".join(f"{child.tag} " for child in element)):
            found.append(f"{element.tag} holds {[child.tag for child in element]}")
        if not required <= set(element.attrib) <= required | further:
            found.append(f"{element.tag} has {sorted(element.attrib)}")
        if not text and ((element.text or "").strip() or any((child.tail or "").strip() for child in element)):
            found.append(f"{element.tag} has text")
    return found


@pytest.fixture(scope="module")
def memory(story):
    return ET.fromstring(render_bytes(story, "tmx"))


def test_the_memory_is_valid(memory):
    assert broken_rules(memory) == []
    assert memory.get("version") == "1.4"
    assert memory.find("header").get("srclang") == "ru"
    assert memory.find("header").get("segtype") == "sentence"


@pytest.mark.parametrize(
    "broken",
    [
        "<tmx version='1.4'><body/></tmx>",
        "<tmx><header/><body/></tmx>",
        "<tmx version='1.4'><header/><body>loose</body></tmx>",
        "<body/>",
    ],
)
def test_the_check_finds_what_the_dtd_forbids(broken):
    assert broken_rules(ET.fromstring(broken)) != []


def test_every_two_sided_pair_is_a_unit(story, memory):
    units = memory.findall("body/tu")
    pairs = [bead for bead in story.beads if bead.two_sided]
    assert len(units) == len(pairs)
    for unit, bead in zip(units, pairs, strict=True):
        properties = {prop.get("type"): prop.text for prop in unit.findall("prop")}
        assert properties.pop("x-moved", None) == ("true" if bead.moved else None)
        assert properties == {"x-probability": f"{bead.probability:.4f}", "x-similarity": f"{bead.similarity:.4f}"}
        assert [variant.get(LANGUAGE) for variant in unit.findall("tuv")] == ["ru", "en"]
    assert units[0].findtext("tuv[2]/seg") == "Thousands flee as Lena valley floods"


def test_a_pair_of_several_sentences_is_a_block(memory):
    unit = memory.findall("body/tu")[1]
    assert unit.get("segtype") == "block"
    assert unit.findtext("tuv/seg").count(". ") == 2


def test_hostile_text_stays_text(hostile):
    memory = ET.fromstring(render_bytes(hostile, "tmx"))
    assert broken_rules(memory) == []
    shown = [segment.text for segment in memory.iter("seg")]
    assert shown[0] == "</script><script>alert('x')</script>"
    assert "NUL ␀ escape ␛[31mred␛]0;title␇ bell" in shown
    assert any("]]> --> <![CDATA[" in text for text in shown)


def test_texts_of_two_stories_have_no_pairs(unrelated):
    memory = ET.fromstring(render(unrelated, "tmx"))
    assert broken_rules(memory) == []
    assert memory.findall("body/tu") == []


def test_the_same_comparison_gives_the_same_memory(story):
    assert render_bytes(story, "tmx") == render_bytes(story, "tmx")
