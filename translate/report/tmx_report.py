"""The aligned pairs of a Comparison as a translation memory, TMX 1.4."""

from xml.etree import ElementTree as ET

from translate import __version__
from translate.alignment.bead import Bead
from translate.comparison import Comparison
from translate.text.shown import one_line
from translate.text.sides import SIDES, SideName, in_order, on_side
from translate.wording.interface import DEFAULT

# https://www.gala-global.org/tmx-14b names the elements, their order and the attributes that must be there.
VERSION = "1.4"

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def tmx_report(comparison: Comparison) -> str:
    """One unit for each two-sided bead, in reading order, none where the texts tell two stories; then one for each
    sentence whose translation a reviewer mended, with that translation.
    """
    root = ET.Element("tmx", version=VERSION)
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "Parallax",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "parallax",
            "adminlang": DEFAULT,
            "srclang": comparison.source.language,
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(root, "body")
    for number, bead in enumerate(comparison.beads, start=1):
        if bead.two_sided and comparison.same_story.likely:
            body.append(_unit(comparison, number, bead))
    for side in SIDES:
        for index in on_side(comparison.translation, side).by_hand:
            body.append(_by_hand(comparison, side, index))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _unit(comparison: Comparison, number: int, bead: Bead) -> ET.Element:
    """A pair; properties of our own begin with "x-", as the standard asks."""
    unit = ET.Element("tu", tuid=str(number))
    if len(bead.source) > 1 or len(bead.target) > 1:
        unit.set("segtype", "block")
    properties = {"x-probability": f"{bead.probability:.4f}", "x-similarity": f"{bead.similarity:.4f}"}
    if bead.moved:
        properties["x-moved"] = "true"
    for name, value in properties.items():
        ET.SubElement(unit, "prop", type=name).text = value
    for side in SIDES:
        document, sentences = on_side(comparison, side), on_side(bead, side)
        _add_variant(unit, document.language, " ".join(document.sentence_text(i) for i in sentences))
    return unit


def _by_hand(comparison: Comparison, side: SideName, index: int) -> ET.Element:
    """A sentence and the translation that a reviewer wrote in place of the machine's; as always the source first."""
    unit = ET.Element("tu", tuid=f"{side}-{index + 1}", srclang=on_side(comparison, side).language)
    ET.SubElement(unit, "prop", type="x-translation").text = "by hand"
    words = on_side(comparison, side).sentence_text(index), on_side(comparison.translation, side).sentences[index]
    for document, text in zip((comparison.source, comparison.target), in_order(side, *words), strict=True):
        _add_variant(unit, document.language, text)
    return unit


def _add_variant(unit: ET.Element, language: str, text: str) -> None:
    variant = ET.SubElement(unit, "tuv", {_LANGUAGE: language})
    ET.SubElement(variant, "seg").text = one_line(text)
