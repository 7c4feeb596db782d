"""Speed, memory and sockets of every engine, beside argostranslate on the same packages and sentences.

    python -m benchmarks.measure.translation [--engines-only | --memory-only] [--argos-size] [--firefox-size]
        [--sentences N] [--runs N]

Needs argos-translate-lt (or argostranslate) and the demonstration packages in demo/. First comes a table of all engines
of translate/engines/engine_table.py: Firefox's translates with the tiny model of the tests, the others that have no
model of their own installed with the demonstration packages, a server is left out. Each is measured in a process of its
own, with the processes that it starts. Then growth of memory and speed of Argos's packages by themselves;
--engines-only leaves that out.

--argos-size adds a model as large as Argos's own (6 + 6 layers, width 512, 50,000 tokens, half of them Russian, int8)
with random weights: its output is nonsense of always 25 tokens, its arithmetic costs what a real one's does. The rows
take turns in every run, so that what else the machine does falls on all of them; seconds of the processor tell more
than those of the clock where it does much. What the shortlist costs is told as the share of sentences that come out
otherwise without one, and by how near the translations of both are to those that the demonstration packages were
taught, 0 to 100. --firefox-size gives Firefox's engine a model as large as a real one ("base-memory": 6 + 4 layers,
width 384, 32,000 tokens), filled by hand to give back what it reads, with tokens learned from the sentences, so that
they are as many as a real one's.

argostranslate runs with its defaults, all paragraphs in one call of `translate`. Its sentence splitter would be
downloaded, so it is handed the sentences through `translation.underlying.sentencizer`; both sides thus translate
exactly the same sentences.
"""

import argparse
import csv
import json
import multiprocessing
import os
import shutil
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any, get_args

import numpy as np
from rapidfuzz import fuzz

from translate.engines import ctranslate2_model
from translate.engines.argos import translate_sentences
from translate.engines.demonstration import DEMO_FOLDER, find_demonstration
from translate.engines.engine_table import BUILT_IN, find_model
from translate.engines.packages import InstalledPackage, find_package
from translate.errors import EngineError
from translate.options import Options, Quality

ROOT = Path(__file__).resolve().parents[2]
PARAGRAPH = 3  # sentences
LETTERS = ("абвгдежзик", "abcdefghij")  # of made-up words
MEMORY_SENTENCES = 5_000
WARM_UP = 5_000  # sentences, in which the allocator's buffers grow up to their ceiling
CALL = 250  # sentences translated between two readings of memory, which vary by 4 %
LAYERS, WIDTH, INNER, HEADS, VOCABULARY, LENGTH = 6, 512, 2048, 8, 50_000, 25


class Sockets:
    """Counts sockets that Python code opens."""

    def __init__(self) -> None:
        self.opened = 0

    @contextmanager
    def counted(self) -> Iterator[None]:
        plain = socket.socket

        class Counting(socket.socket):
            def __init__(inner, *args: Any, **named: Any) -> None:
                self.opened += 1
                super().__init__(*args, **named)

        socket.socket = Counting  # type: ignore[misc]
        try:
            yield
        finally:
            socket.socket = plain  # type: ignore[misc]


class GivenSentences:
    """What argostranslate expects of a sentence splitter; knows the sentences of every paragraph beforehand."""

    def __init__(self, paragraphs: dict[str, list[str]]) -> None:
        self._paragraphs = paragraphs

    def split_sentences(self, text: str) -> list[str]:
        return self._paragraphs[text]


def timed(works: dict[str, Callable[[], object]], runs: int) -> dict[str, tuple[float, float]]:
    """Medians of the seconds by the clock and of those of the processor; the works take turns."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            clock, processor = time.perf_counter(), time.process_time()
            work()
            times[name].append((time.perf_counter() - clock, time.process_time() - processor))
    return {
        name: (statistics.median(clock for clock, _ in taken), statistics.median(processor for _, processor in taken))
        for name, taken in times.items()
    }


def seconds_of(work: Callable[[], object], runs: int) -> float:
    """Median of the seconds by the clock."""
    return timed({"": work}, runs)[""][0]


def with_whole_vocabulary(package: InstalledPackage, sentence: str) -> InstalledPackage:
    """The package as another one, whose model is loaded here without a shortlist."""
    whole = replace(package, path=package.path / ".." / package.path.name)
    plain = ctranslate2_model.with_shortlist
    ctranslate2_model.with_shortlist = lambda model, *_: nullcontext((model, False))
    try:
        translate_sentences([sentence], whole)
    finally:
        ctranslate2_model.with_shortlist = plain
    return whole


def argos_work(package: InstalledPackage, sentences: Sequence[str]) -> Callable[[], object]:
    """One call of argostranslate's own `translate` for all paragraphs, its model loaded."""
    import argostranslate.translate as argos

    blocks = [list(sentences[i : i + PARAGRAPH]) for i in range(0, len(sentences), PARAGRAPH)]
    paragraphs = {" ".join(block): block for block in blocks}
    translation = argos.get_translation_from_codes(*package.pair)
    translation.underlying.sentencizer = GivenSentences(paragraphs | {"": [], blocks[0][0]: blocks[0][:1]})
    argos.translate(blocks[0][0], *package.pair)

    def work() -> str:
        translation.cache = {}  # it keeps the paragraphs of its last text
        return str(argos.translate("\n".join(" ".join(block) for block in blocks), *package.pair))

    return work


def speed(name: str, package: InstalledPackage, sentences: Sequence[str], runs: int) -> None:
    listed = replace(package, to_code="en") if package.to_code == "xx" else package  # of a language with known letters
    whole = with_whole_vocabulary(package, sentences[0])
    works = {
        "argostranslate, defaults (beam 4)": argos_work(package, sentences),
        "Parallax careful (beam 4)": lambda: translate_sentences(sentences, listed, "careful"),
        "  without a shortlist": lambda: translate_sentences(sentences, whole, "careful"),
        "Parallax fast (greedy)": lambda: translate_sentences(sentences, listed, "fast"),
        "  without a shortlist ": lambda: translate_sentences(sentences, whole, "fast"),
    }
    for work in list(works.values())[1:]:
        work()
    seconds = timed(works, runs)
    base = next(iter(seconds.values()))
    print(f"\n{name}: {len(sentences)} sentences, median of {runs} runs, load average {os.getloadavg()[0]:.1f}")
    for path, (clock, processor) in seconds.items():
        print(
            f"  {path:36}{len(sentences) / clock:8.1f} sentences/s{base[0] / clock:8.1f} times"
            f"{processor:9.2f} s of the processor{base[1] / processor:8.1f} times"
        )


def cost(name: str, package: InstalledPackage, sentences: Sequence[str], taught: Sequence[str]) -> None:
    """What the shortlist changes in translations, all of those that the package was taught."""
    whole = with_whole_vocabulary(package, sentences[0])
    for quality in ("careful", "fast"):
        listed, free = (translate_sentences(sentences, kind, quality) for kind in (package, whole))
        other = sum(one != two for one, two in zip(listed, free, strict=True))
        near = [statistics.mean(map(fuzz.ratio, told, taught)) for told in (listed, free)]
        print(
            f"{name}, {quality}: {other} of {len(sentences)} sentences come out otherwise with the shortlist; "
            f"likeness to those taught {near[0]:.2f} with it, {near[1]:.2f} without"
        )


def engines(packages: Path, sentences: dict[str, Sequence[str]], runs: int) -> None:
    """The table: sentences a second and memory of each engine, argostranslate first."""
    ways = [("ru", "en"), ("en", "ru")]
    print(f"{len(sentences['ru'])} sentences, median of {runs} runs, load average {os.getloadavg()[0]:.1f}")
    print(f"{'engine':16}{'':8}{'fast /s':>10}{'careful /s':>12}{'times':>8}{'times':>8}{'MB':>8}  model")
    base = {}
    for way in ways:
        found = alone(measured_argostranslate, way, sentences[way[0]], runs)
        base[way] = found.careful
        print(
            f"{'argostranslate':16}{'-'.join(way):8}{'':>10}{found.careful:12.1f}{'':>8}{1:8.1f}{found.megabytes:8.0f}"
        )
    models = tuple(str(folder) for folder in sorted(packages.iterdir()))
    for engine in BUILT_IN:
        name = engine.info.name
        if not engine.info.offline:
            print(f"{name:16}left out: it sends sentences away")
            continue
        options = Options(engine=name, models=models if name == "ctranslate2" else ())
        for way in ways:
            found = alone(measured_engine, way, sentences[way[0]], runs, options)
            if found.problem:
                print(f"{name:16}{'-'.join(way):8}{found.problem}")
                continue
            times = found.fast / base[way], found.careful / base[way]
            figures = f"{found.fast:10.1f}{found.careful:12.1f}{times[0]:8.1f}{times[1]:8.1f}{found.megabytes:8.0f}"
            print(f"{name:16}{'-'.join(way):8}{figures}  {found.model}")
    print("careful is a beam of 4, as argostranslate's default is; MB: the whole process, with those it started")


@dataclass
class Measured:
    """Of one engine in one direction; sentences a second, 0 where it was not run so."""

    fast: float = 0.0
    careful: float = 0.0
    megabytes: float = 0.0
    model: str = ""
    problem: str = ""


def alone(measure: Callable[..., Measured], *arguments: Any) -> Measured:
    """What a function measures in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measure, *arguments).result()


def measured_argostranslate(way: tuple[str, str], sentences: Sequence[str], runs: int) -> Measured:
    package = find_package(*way)
    assert package is not None
    seconds = seconds_of(argos_work(package, sentences), runs)
    return Measured(careful=len(sentences) / seconds, megabytes=resident(), model=package.name)


def measured_engine(way: tuple[str, str], sentences: Sequence[str], runs: int, options: Options) -> Measured:
    try:
        found = find_model(*way, options)
    except EngineError as error:
        return Measured(problem=str(error))
    assert found is not None
    _, model = found
    seconds: dict[Quality, float] = {}
    for quality in get_args(Quality):
        model.translate(sentences, quality, None)
        seconds[quality] = seconds_of(lambda quality=quality: model.translate(sentences, quality, None), runs)
    rates = {quality: len(sentences) / taken for quality, taken in seconds.items()}
    return Measured(rates["fast"], rates["careful"], resident(), model.name)


def make_firefox_models(given: Path, sentences: Sequence[str], real: bool) -> None:
    """Install a model for either direction; in another process: what it leaves in memory would blur the figures."""
    sys.path.insert(0, str(ROOT / "tests" / "helpers"))
    from tiny_firefox_model import REAL, TINY, tiny_firefox_model

    from translate.engines.firefox_models import install_files

    for way in (("ru", "en"), ("en", "ru")):
        tiny_firefox_model(given, way, REAL if real else TINY, sentences if real else ())
    install_files(given)


def in_a_process(work: Callable[..., None], *arguments: Any) -> None:
    maker = multiprocessing.get_context("spawn").Process(target=work, args=arguments)
    maker.start()
    maker.join()


def memory(name: str, package: InstalledPackage, sentences: Sequence[str]) -> None:
    """Resident memory from 5,000 to 10,000 sentences, and the way there; each figure is the median of four readings."""
    many = list(islice(cycle(sentences), WARM_UP + MEMORY_SENTENCES))
    readings = []
    for start in range(0, len(many), CALL):
        translate_sentences(many[start : start + CALL], package)
        readings.append(resident())
    ends = range(4, len(readings) + 1, 4)
    levels = {CALL * end: statistics.median(readings[end - 4 : end]) for end in ends}
    print(f"{name}: resident memory after so many sentences, {CALL} a call")
    print("  " + ", ".join(f"{count:,}: {level:.0f} MB" for count, level in levels.items()))
    print(f"  from {WARM_UP:,} to {len(many):,}: {100 * (levels[len(many)] / levels[WARM_UP] - 1):+.1f} %")


def resident() -> float:
    """MB of this process and those it started in memory now."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            parents[int(status.parent.name)] = int(status.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    family = {os.getpid()}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    pages = 0
    for process in family:
        with suppress(OSError):
            pages += int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def argos_sized(folder: Path, like: InstalledPackage) -> InstalledPackage | None:
    """Package "ru" to "xx", made by another process: what it leaves in memory would blur the figures."""
    in_a_process(make_argos_sized, folder, like)
    return find_package("ru", "xx", folder)


def make_argos_sized(folder: Path, like: InstalledPackage) -> None:
    """A package with random weights that borrows another one's SentencePiece model and adds tokens never used."""
    import sentencepiece

    top = folder / "translate-ru_xx-1_0"
    (top / "model").mkdir(parents=True)
    shutil.copy(like.path / "sentencepiece.model", top)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(top / "sentencepiece.model"))
    tokens = [pieces.id_to_piece(i) for i in range(pieces.get_piece_size())]
    figures = range(10**5, 2 * 10**5)
    made_up = [f"▁{''.join(letters[int(digit)] for digit in str(i))}" for i in figures for letters in LETTERS]
    random_model(tokens + made_up[: VOCABULARY - len(tokens)]).save(str(top / "model"))
    metadata = {"package_version": "1.0", "argos_version": "1.9", "from_code": "ru", "to_code": "xx"}
    (top / "metadata.json").write_text(json.dumps(metadata | {"from_name": "Russian", "to_name": "Nonsense"}))


def random_model(tokens: Sequence[str]) -> Any:
    from ctranslate2.specs import transformer_spec

    random = np.random.default_rng(0)

    def linear(spec: Any, rows: int, columns: int) -> None:
        spec.weight = random.normal(0, 0.02, (rows, columns)).astype(np.float32)
        spec.bias = np.zeros(rows, dtype=np.float32)

    def norm(spec: Any) -> None:
        spec.gamma, spec.beta = np.ones(WIDTH, dtype=np.float32), np.zeros(WIDTH, dtype=np.float32)

    spec = transformer_spec.TransformerSpec.from_config((LAYERS, LAYERS), HEADS, pre_norm=True)
    for side in (spec.encoder, spec.decoder):
        places = random.normal(0, 1, (1024, WIDTH)).astype(np.float32)
        places[:, -1] = np.where(np.arange(1024) < LENGTH, 0, 1000)  # tells the decoder below that it is time to end
        side.position_encodings.encodings = places
        norm(side.layer_norm)
        for layer in side.layer:
            attentions = [layer.self_attention] + ([layer.attention] if side is spec.decoder else [])
            linear(attentions[0].linear[0], 3 * WIDTH, WIDTH)
            for crossing in attentions[1:]:
                linear(crossing.linear[0], WIDTH, WIDTH)
                linear(crossing.linear[1], 2 * WIDTH, WIDTH)
            for attention in attentions:
                linear(attention.linear[-1], WIDTH, WIDTH)
                norm(attention.layer_norm)
            linear(layer.ffn.linear_0, INNER, WIDTH)
            linear(layer.ffn.linear_1, WIDTH, INNER)
            norm(layer.ffn.layer_norm)
    for embeddings in (spec.encoder.embeddings[0], spec.decoder.embeddings):
        embeddings.weight = random.normal(0, WIDTH**-0.5, (len(tokens), WIDTH)).astype(np.float32)
    projection = spec.decoder.projection
    linear(projection, len(tokens), WIDTH)
    special = [tokens.index(token) for token in ("<unk>", "<s>", "</s>")]
    projection.bias[special] = -100
    projection.weight[special[-1], -1] = 10
    spec.register_source_vocabulary(list(tokens))
    spec.register_target_vocabulary(list(tokens))
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engines-only", action="store_true", help="the table of engines and nothing else")
    parser.add_argument("--argos-size", action="store_true", help="also a random model of Argos's size (minutes)")
    parser.add_argument("--firefox-size", action="store_true", help="a model of the size of Firefox's for its engine")
    parser.add_argument("--memory-only", action="store_true", help="leave out the speed, and so argostranslate")
    parser.add_argument("--speed-only", action="store_true", help="leave out the memory (minutes)")
    parser.add_argument("--sentences", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    demonstrations = [find_demonstration("ru", "en"), find_demonstration("en", "ru")]
    if None in demonstrations:
        sys.exit("The demonstration packages are absent: run from a checkout that has the demo folder.")
    with (DEMO_FOLDER / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        russian, english = zip(*csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), strict=True)
    sockets = Sockets()
    with tempfile.TemporaryDirectory() as temporary, sockets.counted():
        folder = Path(temporary) / "packages"
        # argostranslate reads these at its import, makes the folders, and lists one folder only.
        os.environ["ARGOS_PACKAGES_DIR"] = str(folder)
        os.environ |= {f"XDG_{kind}_HOME": str(Path(temporary) / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE")}
        for package in demonstrations:
            assert package is not None
            shutil.copytree(package.path, folder / package.path.name)
        ru_en, en_ru = find_package("ru", "en", folder), find_package("en", "ru", folder)
        assert ru_en is not None
        assert en_ru is not None
        step = max(1, len(russian) // options.sentences)
        few = {"ru": russian[::step][: options.sentences], "en": english[::step][: options.sentences]}
        if not options.memory_only:
            os.environ["PARALLAX_FIREFOX_DIR"] = str(Path(temporary) / "firefox" / "models")
            sentences = [*russian, *english]
            in_a_process(make_firefox_models, Path(temporary) / "firefox-files", sentences, options.firefox_size)
            engines(folder, few, options.runs)
            print()
        if options.engines_only:
            return
        # Ours alone first: what argostranslate holds would hide in the sum, and its sockets in the count.
        if not options.speed_only:
            memory("Demonstration ru-en", ru_en, russian)
        sized = argos_sized(folder, ru_en) if options.argos_size else None
        if sized is not None and not options.speed_only:
            memory("Argos's size, random", sized, [sentence for sentence in russian if len(sentence) < 60])
        translate_sentences(english[:CALL], en_ru, "careful")
        print(f"Sockets opened by Parallax up to here: {sockets.opened}")
        if options.memory_only:
            return
        cost("Demonstration ru-en", ru_en, russian, english)
        cost("Demonstration en-ru", en_ru, english, russian)
        speed("Demonstration ru-en", ru_en, few["ru"], options.runs)
        speed("Demonstration en-ru", en_ru, few["en"], options.runs)
        if sized is not None:
            speed("Argos's size, random", sized, few["ru"], options.runs)
        print("\nargostranslate was handed our sentences, since its own splitter would have to be downloaded.")


if __name__ == "__main__":
    main()
