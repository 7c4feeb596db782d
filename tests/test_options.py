"""Settings are checked when they are made."""

from pathlib import Path

import pytest

from translate.errors import GlossaryError, OptionError
from translate.languages.glossary import Glossary, Term
from translate.options import Options


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ({"engine": "magic"}, "Unknown engine 'magic'. Known: auto, "),
        ({"quality": "best"}, "Unknown quality 'best'. Known: fast, careful."),
        ({"operating_point": "bold"}, "Unknown operating point 'bold'. Known: careful, balanced, sensitive."),
    ],
)
def test_an_unknown_value_is_told_with_the_known_ones(setting: dict[str, str], told: str) -> None:
    with pytest.raises(OptionError) as error:
        Options(**setting)  # type: ignore[arg-type]
    assert told in str(error.value)


def test_a_glossary_is_given_by_its_file_or_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("явка,turnout", encoding="utf-8")
    read = Glossary(("ru", "en"), (Term(("явка",), ("turnout",)),))
    settings = {Options(glossary=path), Options(glossary=str(path)), Options(glossary=read)}
    assert [options.terms for options in settings] == [read]
    assert Options().terms is None


def test_what_is_no_glossary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="glossary is of type list"):
        Options(glossary=["явка"])  # type: ignore[arg-type]
    with pytest.raises(GlossaryError, match="cannot be used"):
        Options(glossary=tmp_path / "terms.csv")
