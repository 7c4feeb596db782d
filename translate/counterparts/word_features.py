"""What is measured of a single word that the other text may tell or not."""

import numpy as np

from translate.alignment.similarity import NO_RIVAL, Floats, Integers
from translate.counterparts import states
from translate.counterparts.pair_features import Both
from translate.counterparts.unit_features import UNIT_FEATURES, Ranked
from translate.counterparts.units import Units, clauses_of, inside, sentences_of
from translate.facts.reading import anchor_keys

TOPS = (1, 2, 4)
WINDOWS = (1, 2, 4)
OF_WORD = ("word_1", "word_2", "word_4", "word_all", "window_1", "window_2", "window_4", "window_all", "anywhere")
FACTS = ("fact_1", "fact_4", "fact_anywhere")
OF_SENTENCE = (
    "cosine",
    "second_cosine",
    "run_cosine",
    "union_cosine",
    "margin",
    "preferred",
    "over_usual",
    "usual",
    "cover_1",
    "cover_4",
    "cover_anywhere",
    "weak_1",
    "weak_4",
    "keys_1",
    "keys_4",
    "keys_anywhere",
    "link_1",
    "link_2",
    "link_3",
    "link_sum",
    "first_link",
    "before",
    "behind",
    "told",
    "told_there",
    "rival",
    "headline",
    "length",
    "clauses",
    "bead",
    "bead_probability",
)
OF_CLAUSE = ("cosine", "clause_cosine", "run_cosine", "margin", "cover_1", "cover_4", "weak_4", "union_cosine")
WORD_FEATURES = (
    *OF_WORD,
    *FACTS,
    *(f"{name}_around_{reach}" for name in ("word_2", "window_2", "word_all") for reach in WINDOWS),
    "rarity",
    "lexical",
    "digit",
    "capital",
    "position",
    "behind",
    "words",
    *(f"sentence_{name}" for name in OF_SENTENCE),
    *(f"clause_{name}" for name in OF_CLAUSE),
    "clause_share",
)
WORD_FEATURES_OF_BOTH = (*WORD_FEATURES, *states.OF_WORDS)


def word_features(both: Both, side: int, links: Floats, of_sentences: Floats, of_clauses: Floats) -> Floats:
    """Features of every word of one side, in the order of WORD_FEATURES, shape (w, features).

    Where the second encoder has read the stories too, in that of WORD_FEATURES_OF_BOTH.

    Args:
        both: The two stories.
        side: 0 for the source's words, 1 for the target's.
        links: Probability of each pair.
        of_sentences, of_clauses: Their `unit_features`.
    """
    words, story = both.words[side], both.stories[side]
    sentences, clauses = sentences_of(story, words), clauses_of(story, words)
    sizes = np.diff(words.first)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    ranked = Ranked(both, side, sentences, links)
    cells = ranked.cells(both, side, sentences)
    found: dict[str, Floats] = {}
    for name, best in (("word", both.matches.best[side]), ("window", both.matches.windows[side])):
        for label, most in (*((str(top), top) for top in TOPS), ("all", None)):
            found[f"{name}_{label}"] = cells.reached(best, most, NO_RIVAL)
    anywhere = np.append(both.anywhere[side], NO_RIVAL)
    found["anywhere"] = anywhere[words.alone]
    for name in ("word_2", "window_2", "word_all"):
        for reach in WINDOWS:
            found[f"{name}_around_{reach}"] = _around(found[name], owner, reach)
    found |= dict(zip(FACTS, _facts(both, side, ranked, owner).T, strict=True))
    texts = [story.sentences[i].text[start:end] for i, start, end in zip(owner, words.start, words.end, strict=True)]
    lengths = sentences.lengths[owner]
    found |= {
        "rarity": words.rarity,
        "lexical": (words.alone >= 0).astype(float),
        "digit": np.array([float(text[0].isdigit()) for text in texts]),
        "capital": np.array([float(text[0].isupper()) for text in texts]),
        "position": words.start / np.maximum(1, lengths),
        "behind": lengths - words.end,
        "words": sizes[owner].astype(float),
    }
    found |= {f"sentence_{name}": of_sentences[owner, UNIT_FEATURES.index(name)] for name in OF_SENTENCE}
    clause = _clause_of_words(clauses, owner, words.start)
    found |= {f"clause_{name}": of_clauses[clause, UNIT_FEATURES.index(name)] for name in OF_CLAUSE}
    found["clause_share"] = clauses.lengths[clause] / np.maximum(1, lengths)
    if both.states:
        found |= states.of_words(both.states, side, cells)
        for name in ("state", "state_2"):
            found |= {f"{name}_around_{reach}": _around(found[name], owner, reach) for reach in (1, 2)}
    names = WORD_FEATURES_OF_BOTH if both.states else WORD_FEATURES
    return np.stack([np.asarray(found[name], dtype=float) for name in names], axis=1)


def _clause_of_words(clauses: Units, owner: Integers, start: Integers) -> Integers:
    """The clause in which each word stands; the last that begins before it."""
    far = int(max([0, *(end for _, end in clauses.spans)])) + 1
    begins = clauses.owner * far + np.array([first for first, _ in clauses.spans], dtype=np.int64)
    return np.maximum(0, np.searchsorted(begins, owner * far + start, side="right") - 1)


def _around(values: Floats, owner: Integers, reach: int) -> Floats:
    """Mean of each word and those around it in its sentence."""
    total, number = np.zeros(len(values)), np.zeros(len(values))
    for step in range(-reach, reach + 1):
        at = np.arange(len(values)) + step
        inside = (at >= 0) & (at < len(values))
        inside[inside] &= owner[at[inside]] == owner[inside]
        total[inside] += values[at[inside]]
        number[inside] += 1
    return np.asarray(total / np.maximum(1, number))


def _facts(both: Both, side: int, ranked: Ranked, owner: Integers) -> Floats:
    """Share of the keys of the fact in which a word stands that the likeliest counterparts give, and the whole text; -1
    outside of facts."""
    story, other = both.stories[side], both.stories[1 - side].vectors.anchors
    everything = frozenset[str]().union(*other)
    near = ranked.likeliest(max(TOPS))
    table = np.full((len(owner), len(FACTS)), -1.0)
    words = both.words[side]
    for sentence, facts in enumerate(story.facts):
        if not facts.mentions:
            continue
        first, last = int(words.first[sentence]), int(words.first[sentence + 1])
        given = [frozenset[str]().union(*(other[j] for j in near[sentence][:top])) for top in (1, 4)]
        for mention in facts.mentions:
            keys = anchor_keys(inside(facts, mention.start, mention.end))
            if keys:
                a, b = first + np.searchsorted(words.start[first:last], [mention.start, mention.end])
                table[a:b] = [len(keys & there) / len(keys) for there in (*given, everything)]
    return table
