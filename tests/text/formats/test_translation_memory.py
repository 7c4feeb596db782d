"""Translation memories and jobs."""

import pytest

from translate.errors import UnreadableFile
from translate.text.formats.translation_memory import is_memory, read_memory

TMX = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="ru"/><body>
<tu><tuv xml:lang="ru-RU"><seg>Путин <bpt i="1">&lt;b&gt;</bpt>подписал<ept i="1">&lt;/b&gt;</ept> указ.</seg></tuv>
<tuv xml:lang="de"><seg>Ein Erlass.</seg></tuv>
<tuv xml:lang="EN_us"><seg>Putin <hi>signed</hi> a decree.</seg></tuv></tu>
<tu><tuv xml:lang="ru"><seg>Только здесь.</seg></tuv></tu>
</body></tmx>"""
XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="ru"><body>
<trans-unit id="1"><source>Putin <g id="1">signed</g> it<x id="2"/>.</source><target>Путин подписал его.</target>
<alt-trans><target>Другое</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Not translated.</source></trans-unit></body></file></xliff>"""
XLIFF2 = """<xliff version="2.0" srcLang="en" trgLang="ru" xmlns="urn:oasis:names:tc:xliff:document:2.0">
<file id="f"><unit id="1">
<segment><source>Putin <pc id="1">signed</pc> it.</source>
<target>Путин подписал его.</target></segment></unit></file></xliff>"""


def test_the_segments_of_a_memory_are_read_without_codes_and_other_languages() -> None:
    found = read_memory(TMX.encode(), "both.tmx")
    assert found.source.sentences == ("Путин подписал указ.", "Только здесь.")
    assert found.target.sentences == ("Putin signed a decree.", "")
    assert (found.source.language, found.target.language) == ("ru", "en")
    assert [place.name for place in found.target.origin.places] == ["1", "2"]


def test_the_segments_of_a_job_are_read() -> None:
    found = read_memory(XLIFF.encode(), "job.xlf")
    assert found.source.sentences == ("Putin signed it.", "Not translated.")
    assert found.target.sentences == ("Путин подписал его.", "")
    second = read_memory(XLIFF2.encode(), "job.xliff")
    assert (second.source.sentences, second.target.sentences) == (("Putin signed it.",), ("Путин подписал его.",))


def test_languages_that_are_not_compared_are_told() -> None:
    with pytest.raises(UnreadableFile, match=r"no segments in en \+ ru, but in ru, de\."):
        read_memory(TMX.replace("EN_us", "de").encode(), "both.tmx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_they_are_known_by_their_root(encoding: str) -> None:
    assert is_memory(TMX.replace("UTF-8", encoding).encode(encoding))
    assert is_memory(XLIFF.encode())
    assert not is_memory(b"A story about <tmxfiles>")
