"""Translation memories and jobs (.tmx, .xliff): segments in two languages, which stand beside each other."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from translate.errors import UnreadableFile
from translate.languages.registry import compared_languages
from translate.text.formats.xml_tree import XML_LANGUAGE, text_in, tree_of
from translate.text.origin import BothVersions, text_of_rows
from translate.wording.phrase import Phrase

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

BEGINS = 4096  # bytes in which such a file says what it is

_ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:tmx|xliff)[\s>]")
# Codes of the format that a segment comes from; what other elements hold is text.
_CODES: Final = frozenset(["bpt", "ept", "ph", "it", "ut", "bx", "ex", "x", "sc", "ec", "cp"])
_Unit = dict[str, str]  # text by language


def is_memory(data: bytes) -> bool:
    """Whether the bytes begin as such a file does, in any encoding that XML may have."""
    return _ROOT.search(data[:BEGINS].replace(b"\0", b"")) is not None


def read_memory(data: bytes, name: str) -> BothVersions:
    """The segments of a translation memory or of a job.

    Args:
        data: The whole file.
        name: What to call it in an error.

    Raises:
        UnreadableFile: It is damaged, or there are not two languages in it that are compared.
    """
    root = tree_of(data, name)
    units = list(_memory_units(root) if root.tag == "tmx" else _job_units(root))
    named = (language for unit in units for language, text in unit.items() if language and text.strip())
    present = list(dict.fromkeys(named))
    wanted = [language for language in present if language in compared_languages()]
    if len(wanted) != len(compared_languages()):
        raise UnreadableFile(
            name,
            Phrase(
                "it holds no segments in {wanted}, but in {found}.",
                wanted=" + ".join(sorted(compared_languages())),
                found=", ".join(present) or "-",
            ),
        )
    source, target = (text_of_rows([unit.get(code, "") for unit in units], name, code) for code in wanted[:2])
    return BothVersions(source, target)


def _memory_units(root: "Element") -> Iterator[_Unit]:
    for unit in root.iter("tu"):
        found: _Unit = {}
        for version in unit.iter("tuv"):
            segment = version.find("seg")
            language = _language(version.get(XML_LANGUAGE) or version.get("lang") or "")
            if segment is not None:
                found.setdefault(language, text_in(segment, _CODES))
        yield found


def _job_units(root: "Element") -> Iterator[_Unit]:
    """Of XLIFF 1 and 2; what another memory suggested for a segment is left out."""
    for file in root.iter("file"):
        source = _language(file.get("source-language") or root.get("srcLang") or "")
        target = _language(file.get("target-language") or root.get("trgLang") or "")
        for unit in file.iter():
            if unit.tag in ("trans-unit", "segment"):
                sides = ((source, unit.find("source")), (target, unit.find("target")))
                yield {language: text_in(side, _CODES) for language, side in sides if side is not None}


def _language(code: str) -> str:
    """ "ru" of "ru-RU"."""
    return re.split("[-_]", code.strip().lower(), maxsplit=1)[0]
