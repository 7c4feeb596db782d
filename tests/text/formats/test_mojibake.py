"""Text that was decoded in a wrong encoding."""

import pytest

from translate.text.formats import mojibake
from translate.text.formats.mojibake import mended

RUSSIAN = "Путин поручил правительству подготовить доклад — «срочно»."


@pytest.mark.parametrize("encoding", ["cp1251", "latin-1"])
def test_what_is_sure_is_mended(encoding: str) -> None:
    wrong = RUSSIAN.encode().decode(encoding, errors="ignore")
    assert mended(f"Right.\n{wrong}\nRight.")[1] == 1
    assert mended(RUSSIAN.encode().decode("latin-1"))[0] == RUSSIAN


@pytest.mark.parametrize(
    "text",
    [RUSSIAN, "Р С Т У Р Р", "США и ООН: Глава МИД С. Лавров", "Société générale — “déjà vu”", "Ã", "Words alone."],
)
def test_all_else_stays(text: str) -> None:
    assert mended(text) == (text, 0)


def test_without_the_library_all_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mojibake, "has_libraries", lambda module: False)
    wrong = RUSSIAN.encode().decode("latin-1")
    assert mended(wrong) == (wrong, 0)
