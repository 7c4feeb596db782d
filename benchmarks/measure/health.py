"""How many broken translations the health guard catches, and how many good ones it wrongly calls unreliable.

    python -m benchmarks.measure.health [--data ../shared/eval] [--half check] [--every 8] [--without-encoder]

Clean: both directions of the development documents, line by line, and what people called right among machine
translations. Broken: clean references damaged the way that translation models fail, each kind on every eighth sentence.
Documents are split by group: thresholds were chosen on the fitting half, the figures of the check half count. The guard
gets the cosine of sentence and translation as it does in a comparison (the first run takes minutes, embeddings are
kept); --without-encoder shows what it reaches alone.
"""

import hashlib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.data.development import asked, data_parser, encoder, news, rows
from translate.engines.health import Health, check_translation, likenesses
from translate.engines.protocols import Embedder

OTHER = {"ru": "en", "en": "ru"}
REMARKS = {"en": ("(applause)", "[music]", "(laughter)", "[Applause]"), "ru": ("(аплодисменты)", "[музыка]", "(смех)")}
SPEAKERS = {"en": ("- (Man) ", "- [Narrator] ", "(Woman) - ", "- (Audience) "), "ru": ("- (Мужчина) ", "(Диктор) - ")}
BOILERPLATE = {
    "en": (
        "The meeting rose at 6 p.m.",
        "The present report is submitted pursuant to General Assembly resolution 58/292.",
        "The Committee recommends that the State party take all necessary measures to ensure that the Convention is applied.",  # noqa: E501
        "The State party should provide information on the implementation of the present recommendations.",
        "All rights reserved.",
        "For the use of the Secretariat of the United Nations only.",
    ),
    "ru": (
        "Заседание закрывается в 18 ч. 00 м.",
        "Настоящий доклад представляется во исполнение резолюции 58/292 Генеральной Ассамблеи.",
        "Комитет рекомендует государству-участнику принять все необходимые меры для обеспечения применения Конвенции.",
        "Государству-участнику следует представить информацию об осуществлении настоящих рекомендаций.",
        "Все права защищены.",
        "Только для служебного пользования Секретариата Организации Объединенных Наций.",
    ),
}
NAMES = {"en": ("Harper", "Bogdanov", "Ljubljana", "Quimby"), "ru": ("Харпер", "Богданов", "Любляна", "Квимби")}
INNER_NAME = re.compile(r"(?<=[a-zа-яё,] )[A-ZА-ЯЁ][a-zа-яё]{3,}(?:['’]s)?(?= |[,.;:!?])")
SMALL_WORD = re.compile(r"(?<!\w)[a-zа-яё]+(?!\w)")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its good translation."""

    set: str
    source: str
    translation: str
    language: str  # of the source
    fitting: bool
    names: tuple[re.Match[str], ...] = ()  # in the translation

    @property
    def target(self) -> str:
        return OTHER[self.language]


Damage = Callable[[Pair, random.Random, Sequence[Pair]], str | None]


def word_loop(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    """The translation begins well and then hangs on one word."""
    words = pair.translation.split()
    keep = rng.randint(1, len(words))
    return " ".join(words[:keep] + [words[keep - 1].strip('.,"«»')] * rng.randint(3, 20))


def phrase_loop(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    words = pair.translation.split()
    length = rng.randint(2, 5)
    if len(words) < length:
        return None
    keep = rng.randint(length, len(words))
    return " ".join(words[:keep] + words[keep - length : keep] * rng.randint(3, 20))


def truncated(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    """30 to 60 % of the words; half of them end as a sentence does."""
    words = pair.translation.split()
    if len(words) < 5:
        return None
    kept = " ".join(words[: max(1, round(len(words) * rng.uniform(0.3, 0.6)))])
    return kept.rstrip(".,;:!? ") + pair.translation.rstrip()[-1] if rng.random() < 0.5 else kept


def other_sentence(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    """The translation of a sentence of about the same length from anywhere."""
    near = [o for o in rng.sample(others, 40) if o.language == pair.language and o.source != pair.source]
    return min(near, key=lambda o: abs(len(o.source) - len(pair.source))).translation


def any_sentence(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    """The translation of a sentence of any length from anywhere."""
    near = [o for o in rng.sample(others, 40) if o.language == pair.language and o.source != pair.source]
    return near[0].translation


def number_dropped(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    found = [m for m in NUMBER.finditer(pair.translation) if m.group() in pair.source]
    if not found:
        return None
    match = rng.choice(found)
    return " ".join((pair.translation[: match.start()] + pair.translation[match.end() :]).split())


def number_altered(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    """One digit changed, or two neighbours exchanged: 1789 becomes 1798."""
    found = list(NUMBER.finditer(pair.translation))
    if not found:
        return None
    match = rng.choice(found)
    digits = list(match.group())
    places = [i for i, sign in enumerate(digits) if sign.isdigit()]
    swaps = [i for i in places if i + 1 in places and digits[i] != digits[i + 1]]
    if swaps and rng.random() < 0.5:
        i = rng.choice(swaps)
        digits[i], digits[i + 1] = digits[i + 1], digits[i]
    else:
        i = rng.choice(places)
        digits[i] = rng.choice([d for d in "123456789" if d != digits[i]])
    return pair.translation[: match.start()] + "".join(digits) + pair.translation[match.end() :]


def name_dropped(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    if not pair.names:
        return None
    match = rng.choice(pair.names)
    return " ".join((pair.translation[: match.start()] + pair.translation[match.end() :]).split())


def name_replaced(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    if not pair.names:
        return None
    match = rng.choice(pair.names)
    return pair.translation[: match.start()] + rng.choice(NAMES[pair.target]) + pair.translation[match.end() :]


def unknown_signs(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    words = pair.translation.split()
    for _ in range(rng.randint(1, 3)):
        words[rng.randrange(len(words))] = rng.choice(("<unk>", "⁇", "�", "▁"))
    return " ".join(words)


def wrong_script(pair: Pair, rng: random.Random, others: Sequence[Pair]) -> str | None:
    """The second half stays untranslated."""
    return " ".join(
        [*pair.translation.split()[: len(pair.translation.split()) // 2]]  # noqa: RUF005
        + pair.source.split()[len(pair.source.split()) // 2 :]
    )


DAMAGES: dict[str, Damage] = {
    "music sign": lambda pair, rng, others: rng.choice(("♪", "♪ ♪", "♪♪♪", "♫")),
    "(applause)": lambda pair, rng, others: rng.choice(REMARKS[pair.target]),
    "word loop": word_loop,
    "phrase loop": phrase_loop,
    "truncated to 30-60 %": truncated,
    "empty": lambda pair, rng, others: rng.choice(("", " ", ".", "…")),
    "untranslated": lambda pair, rng, others: pair.source,
    "half untranslated": wrong_script,
    "said twice": lambda pair, rng, others: f"{pair.translation} {pair.translation}",
    "another, same length": other_sentence,
    "another, any length": any_sentence,
    "number dropped": number_dropped,
    "number altered": number_altered,
    "name dropped": name_dropped,
    "name replaced": name_replaced,
    "<unk>, ⁇": unknown_signs,
    "- (Man) ...": lambda pair, rng, others: rng.choice(SPEAKERS[pair.target]) + pair.translation,
    "boilerplate": lambda pair, rng, others: rng.choice(BOILERPLATE[pair.target]),
}


def main() -> None:
    """Print the tables."""
    parser = data_parser(__doc__)
    parser.add_argument("--half", choices=("fit", "check"), default="check")
    parser.add_argument("--every", type=int, default=8, help="damage every so manieth sentence")
    parser.add_argument("--without-encoder", action="store_true", help="give the guard no cosines")
    parser.add_argument("--show", type=int, default=0, help="print so many false alarms and misses of each kind")
    options = asked(parser)
    clean = [pair for pair in clean_pairs(options.data) if pair.fitting == (options.half == "fit")]
    embedder = None if options.without_encoder else encoder()
    print(f"{options.half} half, {embedder.name if embedder else 'without the encoder'}")
    every_so_manieth = [pair for i, pair in enumerate(clean) if i // 2 % options.every == 0]  # both directions
    false_alarms(clean, embedder, options.show)
    caught(clean, every_so_manieth, embedder, options.show)
    real_translations(options.data, options.half == "fit", embedder)


def in_fitting_half(group: str) -> bool:
    return hashlib.sha256(group.encode()).digest()[0] % 2 == 0


def clean_pairs(folder: Path) -> Iterator[Pair]:
    documents = rows(folder, *news(folder))
    # What is nowhere written without a capital is a name; "Ministry" is none.
    small = {word for row in documents for side in ("ru", "en") for word in SMALL_WORD.findall(" ".join(row[side]))}

    def names(text: str) -> tuple[re.Match[str], ...]:
        return tuple(match for match in INNER_NAME.finditer(text) if match.group().lower() not in small)

    for row in documents:
        fitting = in_fitting_half(row["group"])
        for russian, english in zip(row["ru"], row["en"], strict=True):
            yield Pair(row["set"], russian, english, "ru", fitting, names(english))
            yield Pair(row["set"], english, russian, "en", fitting, names(russian))
    for name in ("demetr", "mqm21", "mqm22"):
        for row in rows(folder, f"dev_errors_{name}"):
            if row["label"] == "ok":
                yield Pair(f"{name} ok", row["src"], row["tgt"], row["src_lang"], in_fitting_half(row["group"]))


def judged(pairs: Sequence[tuple[str, str, str]], embedder: Embedder | None) -> list[Health]:
    """Health of (source, translation, source language)."""
    alike = likenesses([source for source, _, _ in pairs], [translation for _, translation, _ in pairs], embedder)
    return [
        check_translation(source, translation, language, OTHER[language], likeness)
        for (source, translation, language), likeness in zip(pairs, alike, strict=True)
    ]


def false_alarms(clean: Sequence[Pair], embedder: Embedder | None, show: int) -> None:
    total: Counter[tuple[str, str]] = Counter()
    alarms: Counter[tuple[str, str]] = Counter()
    shown = 0
    healths = judged([(pair.source, pair.translation, pair.language) for pair in clean], embedder)
    for pair, health in zip(clean, healths, strict=True):
        for name in (pair.set, "documents" if not pair.set.endswith(" ok") else "machine translation called right"):
            total[name, pair.language] += 1
            alarms[name, pair.language] += not health.reliable
        if not health.reliable and (shown := shown + 1) <= show:
            print(f"FALSE ALARM {health}", pair.source, pair.translation, sep="\n  ")
    print(f"\n{'clean translations':34} {'ru -> en':>16} {'en -> ru':>16}")
    for name in sorted({name for name, _ in total}, key=lambda name: (name in ("documents",), name)):
        cells = [
            f"{100 * alarms[name, side] / total[name, side]:5.2f} % of {total[name, side]:5}"
            if total[name, side]
            else ""
            for side in ("ru", "en")
        ]
        print(f"{name:34} {cells[0]:>16} {cells[1]:>16}")
    every = [(alarms["documents", side], total["documents", side]) for side in ("ru", "en")]
    print(f"{'documents, both directions':34} {100 * sum(a for a, _ in every) / sum(n for _, n in every):5.2f} %")


def caught(clean: Sequence[Pair], some: Sequence[Pair], embedder: Embedder | None, show: int) -> None:
    """Each kind of damage on some sentences of the documents; other sentences come from all of them."""
    shares: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    chosen = [pair for pair in some if not pair.set.endswith(" ok")]
    for kind, damage in DAMAGES.items():
        broken: list[tuple[str, str, str]] = []
        for i, pair in enumerate(chosen):
            output = damage(pair, random.Random(f"{kind}:{i}:{pair.source}"), clean)
            if output is not None and output != pair.translation:
                broken.append((pair.source, output, pair.language))
        shown = 0
        for (source, output, language), health in zip(broken, judged(broken, embedder), strict=True):
            shares[kind].append((language, not health.reliable))
            if health.reliable and (shown := shown + 1) <= show:
                print(f"MISSED {kind} {health}", source, output, sep="\n  ")
    print(f"\n{'broken translations caught':34} {'ru -> en':>16} {'en -> ru':>16}")
    for kind, found in shares.items():
        cells = []
        for side in ("ru", "en"):
            hits = [hit for language, hit in found if language == side]
            cells.append(f"{100 * sum(hits) / max(1, len(hits)):5.1f} % of {len(hits):5}")
        print(f"{kind:34} {cells[0]:>16} {cells[1]:>16}")
    means = [sum(hit for _, hit in found) / len(found) for found in shares.values()]
    pooled = [hit for found in shares.values() for _, hit in found]
    print(f"{'all kinds, each counting the same':34} {100 * sum(means) / len(means):5.1f} %")
    print(f"{'all outputs':34} {100 * sum(pooled) / len(pooled):5.1f} % of {len(pooled)}")


def real_translations(folder: Path, fitting: bool, embedder: Embedder | None) -> None:
    """Machine translations judged by people; most major errors are of meaning, which the guard does not look for."""
    print(f"\n{'machine translations flagged':34}")
    for name in ("mqm21", "mqm22"):
        found = [row for row in rows(folder, f"dev_errors_{name}") if in_fitting_half(row["group"]) == fitting]
        healths = judged([(row["src"], row["tgt"], row["src_lang"]) for row in found], embedder)
        labels = ["none or minor" if row["label"] in ("ok", "minor") else "major or omission" for row in found]
        for label in ("none or minor", "major or omission"):
            hits = [not health.reliable for health, own in zip(healths, labels, strict=True) if own == label]
            if hits:
                print(f"{name + ', ' + label:34} {100 * sum(hits) / len(hits):5.1f} % of {len(hits):5}")


if __name__ == "__main__":
    main()
