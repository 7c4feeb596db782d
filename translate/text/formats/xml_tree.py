"""XML from strangers as a tree: no entities, nothing from outside, bounded in depth and size."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from translate.errors import UnreadableFile
from translate.text.formats.archive import DAMAGED
from translate.text.formats.libraries import require_library
from translate.wording.phrase import Phrase

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_DEPTH = 200  # elements inside each other; office programs write about thirty
MAX_ELEMENTS = 1_000_000  # a novel in Word has some 300,000

_NAMESPACE = re.compile(r"\{[^}]*\}")
XML_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def tree_of(data: bytes, name: str) -> "Element":
    """The root of a document; tags and attributes have the names of their namespaces cut off, but for xml:lang.

    Args:
        data: The XML.
        name: What to call the file in an error.

    Raises:
        UnreadableFile: It is no XML, defines entities, or is deeper or larger than the bounds.
    """
    require_library("defusedxml", "defusedxml", name)
    from xml.etree.ElementTree import ParseError, TreeBuilder

    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

    class Bounded(TreeBuilder):
        """Gives up where a tree grows beyond what any program writes."""

        depth = elements = 0

        def start(self, tag: str, attrs: dict[str, str]) -> "Element":
            self.depth += 1
            self.elements += 1
            if self.depth > MAX_DEPTH or self.elements > MAX_ELEMENTS:
                raise UnreadableFile(name, Phrase("its XML is deeper or larger than any program writes it."))
            plain = {key if key == XML_LANGUAGE else _NAMESPACE.sub("", key): value for key, value in attrs.items()}
            return super().start(_NAMESPACE.sub("", tag), plain)

        def end(self, tag: str) -> "Element":
            self.depth -= 1
            return super().end(_NAMESPACE.sub("", tag))

    parser = DefusedXMLParser(target=Bounded())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise UnreadableFile(name, Phrase("its XML defines entities, which no such file needs.")) from error
    except (ParseError, LookupError, ValueError) as error:  # of an encoding that there is not, LookupError
        raise UnreadableFile(name, DAMAGED) from error
    return root


def text_in(element: "Element", left_out: frozenset[str]) -> str:
    """All text in an element, in its order, but for what stands in elements of these names."""
    return "".join(_texts(element, left_out))


def _texts(element: "Element", left_out: frozenset[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in left_out:
            yield from _texts(child, left_out)
        yield child.tail or ""
