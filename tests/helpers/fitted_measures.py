"""What the fitted judgements of contrasts, of names and of parts weigh, on a few pairs of sentences.

Weights belong to the measures that they were fitted on: where one of these is computed otherwise, the weights have to
be fitted anew. Then this writes what the tests compare with, features of 0 left out:

    PYTHONPATH=. python tests/helpers/fitted_measures.py
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from fitted_stories import STORIES

from translate.alignment.bead import Bead
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.conflicts.replaced_names import FEATURES as OF_NAMES
from translate.differences.conflicts.replaced_names import name_measures
from translate.differences.contrasts.certainty import certainty_measures
from translate.differences.contrasts.negation import FEATURES as OF_NEGATION
from translate.differences.contrasts.negation import negation_measures
from translate.differences.contrasts.quotes import quote_measures
from translate.differences.parts.partial_features import FEATURES as OF_PARTS
from translate.differences.parts.partial_features import measures, usual_length_ratio
from translate.differences.parts.word_cover import word_covers
from translate.story.story import tell
from translate.story.vectors import Embeddings
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

RECORD = Path(__file__).with_name("fitted_measures.json")
# Letters of either script that are one to the encoder of these measures.
CYRILLIC, LATIN = "абвгдезийклмнопрстуфхцыэё", "abvgdezijklmnoprstufhcyeo"


class SoundEmbedder(LetterEmbedder):
    """Sees letters by their sounds: words of the two languages come near each other, and some mean the same."""

    def encode(self, texts: Sequence[str]) -> Embeddings:
        return super().encode([text.lower().translate(str.maketrans(CYRILLIC, LATIN)) for text in texts])


EMBEDDER = SoundEmbedder()


def sides(russian: list[str], english: list[str]) -> tuple[BeadSide, BeadSide]:
    """Both sides of the bead that is marked."""
    plain = [[text.removeprefix("=") for text in texts] for texts in (russian, english)]
    marked = [tuple(i for i, text in enumerate(texts) if text[0] == "=") for texts in (russian, english)]
    stories = (
        tell(document_of_sentences(texts, code), EMBEDDER) for texts, code in zip(plain, ("ru", "en"), strict=True)
    )
    return sides_of(*stories, Bead(marked[0], marked[1], 1.0, 1.0))


def measured(sort: str) -> Iterator[tuple[str, dict[str, float]]]:
    """What is weighed in each of the stories of a sort; in every second one the English text is the source."""
    for turn, (russian, english) in enumerate(STORIES[sort], 1):
        first, second = sides(russian, english)
        if turn % 2 == 0:
            own = BeadSide("source", second.story, second.sentences)
            first, second = own, BeadSide("target", first.story, first.sentences)
        for place, (name, features) in enumerate(_measures(sort, first, second)):
            yield f"{turn} #{place} {name}", {key: float(value) for key, value in features.items()}


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
    elif sort == "names":
        ru, en = sorted((own, other), key=lambda side: side.language != "ru")
        for found in name_measures(ru, en, EMBEDDER):
            strange, rival = (" ".join(word.text for word in words) for words in (found.strange, found.rival))
            yield f"{strange} for {rival}", dict(zip(OF_NAMES, found.features, strict=True))
    else:
        usual = usual_length_ratio(own.story, other.story, [])
        for one, two, ratio in ((own, other, usual), (other, own, -usual)):
            for part in measures(one, two, ratio, EMBEDDER):
                at = part.stretch
                near = "" if part.nearest is None else "{}:{}-{}".format(*part.nearest)
                lone = ", ".join(mention.text for mention in part.lone)
                name = f"{one.name} {at.kind} {at.sentence}:{at.start}-{at.end} near {near} lone {lone}"
                yield name, dict(zip(OF_PARTS, part.features, strict=True))
            for word in word_covers(one, two, EMBEDDER):
                text = one.story.sentences[word.sentence].text[word.start : word.end]
                covers = {name: getattr(word, name) for name in ("cover", "shared", "beside", "context", "partner")}
                yield f"{one.name} {text} {word.sentence}:{word.start} {word.fact}", covers


def main() -> None:
    lines = [
        f"    {json.dumps(f'{sort}: {name}', ensure_ascii=False)}: "
        + json.dumps({key: round(value, 4) for key, value in features.items() if round(value, 4)})
        for sort in STORIES
        for name, features in measured(sort)
    ]
    RECORD.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
