"""What the fitted judgements of contrasts and of parts weigh, on a few pairs of sentences.

Weights belong to the measures that they were fitted on: where one of these is computed otherwise, the weights have to
be fitted anew. Then this writes what the tests compare with:

    PYTHONPATH=. python tests/helpers/fitted_measures.py
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from translate.alignment.bead import Bead
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.contrasts.certainty import certainty_measures
from translate.differences.contrasts.negation import FEATURES as OF_NEGATION
from translate.differences.contrasts.negation import negation_measures
from translate.differences.contrasts.quotes import quote_measures
from translate.differences.parts.partial_features import FEATURES as OF_PARTS
from translate.differences.parts.partial_features import measures, usual_length_ratio
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

RECORD = Path(__file__).with_name("fitted_measures.json")
EMBEDDER = LetterEmbedder()
# Russian and English sentences, and which of them correspond; "=" stands before those.
STORIES = {
    "quotes": [
        (["Был дождь.", "=«Мы построим здесь новую школу, — сказал мэр Орлов, — и больницу»."],
         ['"It rains.', '=The mayor said that "a school" would be built here.', "He left."]),
        (["=Мэр Орлов сказал: «Мы построим здесь школу, больницу, две дороги и мост»."],
         ['="We will build a new school here and there," said Dunmore.']),
        (["=— Мы не уйдём отсюда никогда, — сказал старик.", "— Никогда."],
         ["=The old man told us that they would never leave; I believe him: Old Man River"]),
        (["=Проект «Чистая Вода Для Каждого Дома» закрыт.", "Он сказал: «Всё»."], ["=The project was closed."]),
        (["Мэр сказал.", "=Он рад."], ["=‘we are all very glad today’, he said, and \"so am I, I think\" he added."]),
    ],
    "certainty": [
        (["=По данным полиции, дорога, возможно, будет закрыта до вторника."], ["=The road will be closed."]),
        (["=Дорога будет закрыта до вторника."], ["=The road may reportedly be closed, police said, or might not."]),
        (["=Он якобы должен приехать, сообщил источник.", "=Он, вероятно, знает."],
         ["=He must come.", "He probably knows."]),
        (["Возможно.", "=Все уехали, говорят."], ["=Some people probably left, according to the BBC.", "Perhaps."]),
        (["=Министр наверняка подпишет договор."], ["=The minister is unlikely to sign the deal."]),
    ],
    "negation": [
        (["=Президент не подписал закон, и никто об этом не знал."], ["=The president has signed the law."]),
        (["=Он приехал и без багажа."], ["=He did not come, nor did she, without luggage."]),
        (["=Нельзя сказать, что он не рад, но не более того."], ["=He is unhappy."]),
        (["Он не знал.", "=Мост открыли вчера."], ["=The bridge has not been opened, has it?", "He knew."]),
        (["=Не только мэр, но и губернатор приехал.", "=Он отказался говорить."], ["=Nobody came.", "=He spoke."]),
    ],
    "parts": [
        (["=Мост закрыли на ремонт, который продлится до конца года."], ["=The bridge was closed for repairs."]),
        (["Шёл дождь.", "=Завод закроют, сказал Иван Петров, который возглавил его в 2019 году."],
         ["=The zavod will be closed.", "Petrov spoke in 2019."]),
        (["=Дети собрали урожай.", "Был сильный дождь."],
         ["=Deti sobrali urozhay, although it was raining (and cold) in Samara on Monday.", "So it was."]),
        (["=Певица отменила концерт в Самаре и вернула деньги за билеты.", "=Все ушли."],
         ["=Pevitsa otmenila kontsert."]),
        (["=Да."], ["=Yes."]),
    ],
}  # fmt: skip


def sides(russian: list[str], english: list[str]) -> tuple[BeadSide, BeadSide]:
    """Both sides of the bead that is marked."""
    plain = [[text.removeprefix("=") for text in texts] for texts in (russian, english)]
    marked = [tuple(i for i, text in enumerate(texts) if text[0] == "=") for texts in (russian, english)]
    stories = (
        tell(document_of_sentences(texts, code), EMBEDDER) for texts, code in zip(plain, ("ru", "en"), strict=True)
    )
    return sides_of(*stories, Bead(marked[0], marked[1], 1.0, 1.0))


def measured(sort: str) -> Iterator[tuple[str, dict[str, float]]]:
    """What is weighed in each of the stories of a sort, both languages being the source once."""
    for russian, english in STORIES[sort]:
        ru, en = sides(russian, english)
        for own, other in (
            (ru, en),
            (BeadSide("source", en.story, en.sentences), BeadSide("target", ru.story, ru.sentences)),
        ):
            for place, (name, features) in enumerate(_measures(sort, own, other)):
                yield f"{own.texts[0][:30]} #{place} {name}", {key: float(value) for key, value in features.items()}


def _measures(sort: str, own: BeadSide, other: BeadSide) -> Iterator[tuple[str, Mapping[str, float]]]:
    if sort == "quotes":
        for quote in quote_measures(own, other):
            yield f"{quote.sort} {quote.side}", quote.features
    elif sort == "certainty":
        for certainty in certainty_measures(own, other):
            yield f"{certainty.sort} {certainty.side}", certainty.features
    elif sort == "negation":
        for negation in negation_measures(own, other):
            yield "", dict(zip(OF_NEGATION, negation.features, strict=True))
    else:
        usual = usual_length_ratio(own.story, other.story, [])
        for part in measures(own, other, usual, EMBEDDER):
            at = part.stretch
            near = "" if part.nearest is None else "{}:{}-{}".format(*part.nearest)
            lone = ", ".join(mention.text for mention in part.lone)
            name = f"{at.kind} {at.sentence}:{at.start}-{at.end} near {near} lone {lone}"
            yield name, dict(zip(OF_PARTS, part.features, strict=True))


def main() -> None:
    lines = [
        f"    {json.dumps(f'{sort}: {name}', ensure_ascii=False)}: "
        + json.dumps({key: round(value, 4) for key, value in features.items()})
        for sort in STORIES
        for name, features in measured(sort)
    ]
    RECORD.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
