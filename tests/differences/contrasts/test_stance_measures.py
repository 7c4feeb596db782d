"""Plans, attempts and doubts against what is done or proved, as the encoder sees the words."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.contrasts.certainty import find_certainty
from translate.engines.encoder import default_encoder
from translate.story.story import tell
from translate.text.document import document_of_sentences

pytestmark = pytest.mark.model


def found(russian: str, english: str) -> list[str]:
    """The sides that are less sure; "both" where each says how sure it is."""
    ru, en = (
        tell(document_of_sentences([text], code), default_encoder())
        for text, code in ((russian, "ru"), (english, "en"))
    )
    return [each.side for each in find_certainty(*sides_of(ru, en, Bead((0,), (0,), 1.0, 1.0)))]


@pytest.mark.parametrize(
    ("russian", "english", "side"),
    [
        ("Компания собирается закрыть завод.", "The company has closed the plant.", "source"),
        ("Компания закрыла завод.", "The company intends to close the plant.", "target"),
        ("Хакеры пытались взломать серверы парламента.", "Hackers broke into the servers of parliament.", "source"),
        ("Новый президент обещает пересмотреть контракты.", "The new president has revised the contracts.", "source"),
        ("Пропавшую туристку видели на рынке.", "The missing tourist may have been seen in a market.", "target"),
        (
            "Анализ доказывает, что вирус занесли птицы.",
            "The analysis suggests that birds brought the virus.",
            "both",
        ),
        ("Шторм может обрушиться на острова.", "The storm is certain to hit the islands.", "both"),
        ("Полиция задержала предполагаемого главаря банды.", "Police have arrested the leader of a gang.", "source"),
        ("По слухам, балерина выйдет замуж.", "The ballerina is to marry.", "source"),
    ],
)
def test_what_only_one_version_tells_as_done_is_found(russian: str, english: str, side: str) -> None:
    assert found(russian, english) == [side]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Компания собирается закрыть завод.", "The company plans to close the plant."),
        ("Компания закроет завод.", "The company intends to close the plant."),
        ("Дизайнеры решили отправить шляпы на подиум.", "Designers have sent the hats down the catwalk."),
        ("Говорят, художник сжёг полотна в печи.", "The artist is said to have burnt his canvases in the stove."),
        (
            "Экипажу не хватило топлива, чтобы дотянуть до берега.",
            "The crew ran short of fuel before they could reach the shore.",
        ),
        ("Цыгане были здесь в мае.", "The travellers were here in May."),
        ("Смену не могли вывезти девятнадцать дней.", "A storm kept the shift from being taken off for nineteen days."),
        ("Закрытые границы, вероятно, менее полезны.", "Closed borders are less likely to help."),
        ("По оценкам банка, экономика выросла.", "The bank assesses that the economy has grown."),
    ],
)
def test_what_both_tell_in_their_ways_is_no_contrast(russian: str, english: str) -> None:
    assert found(russian, english) == []
