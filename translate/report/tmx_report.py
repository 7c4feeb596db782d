"""The aligned pairs of a Comparison as a translation memory, TMX 1.4."""

from xml.etree import ElementTree as ET

from translate import __version__
from translate.alignment.bead import Bead
from translate.comparison import Comparison
from translate.text.shown import one_line
from translate.text.sides import SIDES, on_side
from translate.wording.interface import DEFAULT

# https://www.gala-global.org/tmx-14b names the elements, their order and the attributes that must be there.
VERSION = "1.4"

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def tmx_report(comparison: Comparison) -> str:
    """One unit for each two-sided bead, in reading order; nothing but the header where the texts tell two stories."""
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
        variant = ET.SubElement(unit, "tuv", {_LANGUAGE: document.language})
        words = one_line(" ".join(document.sentence_text(i) for i in sentences))
        ET.SubElement(variant, "seg").text = words
    return unit
