"""Build the demonstration packages: train two small transformers on this project's own sentence pairs and pack them.

    pip install -r demo/requirements.txt
    python demo/build.py            # both directions, about fifteen minutes on two cores
    python demo/build.py ru en      # one direction

Writes demo/translate-ru_en-0_1.argosmodel and demo/translate-en_ru-0_1.argosmodel: SentencePiece, an int8 CTranslate2
model and metadata, as Argos Translate installs them. Prints chrF on the sentences of samples/, which the model has
seen, and on sentences with figures, days, places and names that it has not seen together.
"""

import argparse
import copy
import io
import json
import math
import os
import random
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # threads that spin while they wait slow a shared machine tenfold

import ctranslate2
import numpy as np
import sentencepiece
import torch
from ctranslate2.specs import transformer_spec
from pairs import SEED, originals, pairs
from sacrebleu.metrics import CHRF
from torch import Tensor, nn
from torch.nn import functional

HERE = Path(__file__).resolve().parent
NAMES = {"ru": "Russian", "en": "English"}
VERSION = "0.1"

BOS, EOS = 1, 2  # SentencePiece's own numbers
PIECES = 3000
SIZE, INNER, HEADS, ENCODERS, DECODERS = 128, 512, 4, 3, 2
POSITIONS = 1026
BATCH_TOKENS = 1500
PEAK_RATE, WARMUP, FLOOR = 3e-3, 150, 0.02  # linear up, linear down to a fiftieth
SMOOTHING = 0.05
DROPOUT = 0.1  # of the embeddings alone
AVERAGE = 0.998  # the packed weights are a running mean, which is steadier than the last step's
FILLINGS = 3  # times that every template is filled anew; the first time gives pairs.tsv
REPEATS = 14  # times that an epoch shows a sentence as written, which is what people will see translated
HELD_OUT = 400

Pair = tuple[str, str]
Coded = tuple[list[int], list[int]]


class Attention(nn.Module):
    """Multi-head attention with the projections stacked as CTranslate2 wants them."""

    def __init__(self, crossing: bool) -> None:
        super().__init__()
        self.crossing = crossing
        self.first = nn.Linear(SIZE, SIZE if crossing else 3 * SIZE)
        self.memory = nn.Linear(SIZE, 2 * SIZE) if crossing else None
        self.out = nn.Linear(SIZE, SIZE)

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None) -> Tensor:
        if self.memory is not None and memory is not None:
            query, (key, value) = self.first(x), self.memory(memory).chunk(2, -1)
        else:
            query, key, value = self.first(x).chunk(3, -1)
        query, key, value = (t.unflatten(-1, (HEADS, -1)).transpose(1, 2) for t in (query, key, value))
        weights = (query @ key.transpose(2, 3) * (SIZE // HEADS) ** -0.5 + mask).softmax(-1)
        return self.out((weights @ value).transpose(1, 2).flatten(2))


class Layer(nn.Module):
    """One pre-norm layer of the encoder or, with attention to the source, of the decoder."""

    def __init__(self, decoding: bool) -> None:
        super().__init__()
        self.self_norm, self.self_attention = nn.LayerNorm(SIZE), Attention(crossing=False)
        self.cross_norm = nn.LayerNorm(SIZE) if decoding else None
        self.cross_attention = Attention(crossing=True) if decoding else None
        self.norm, self.inner, self.outer = nn.LayerNorm(SIZE), nn.Linear(SIZE, INNER), nn.Linear(INNER, SIZE)

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None, blank: Tensor | None = None) -> Tensor:
        x = x + self.self_attention(self.self_norm(x), mask)
        if self.cross_norm is not None and self.cross_attention is not None:
            x = x + self.cross_attention(self.cross_norm(x), blank, memory)
        return x + self.outer(functional.relu(self.inner(self.norm(x))))


class Transformer(nn.Module):
    """An encoder and a decoder that share one table of embeddings with the output."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.embeddings = nn.Embedding(pieces, SIZE)
        self.encoder = nn.ModuleList(Layer(decoding=False) for _ in range(ENCODERS))
        self.decoder = nn.ModuleList(Layer(decoding=True) for _ in range(DECODERS))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(SIZE), nn.LayerNorm(SIZE)
        self.register_buffer("positions", torch.from_numpy(waves()))
        for weights in self.parameters():
            if weights.dim() > 1:
                nn.init.xavier_uniform_(weights)
        nn.init.normal_(self.embeddings.weight, 0, SIZE**-0.5)

    def embed(self, tokens: Tensor) -> Tensor:
        embedded = self.embeddings(tokens) * math.sqrt(SIZE) + self.positions[: tokens.shape[1]]
        return functional.dropout(embedded, DROPOUT, self.training)

    def forward(self, source: Tensor, lengths: Tensor, target: Tensor) -> Tensor:
        """Scores of every piece at every place of the target, shape (batch, places, pieces)."""
        real = torch.arange(source.shape[1])[None] < lengths[:, None]
        blank = torch.where(real, 0.0, -1e9)[:, None, None]
        later = torch.full((target.shape[1],) * 2, -1e9).triu(1)
        x = self.embed(source)
        for layer in self.encoder:
            x = layer(x, blank)
        memory, y = self.encoder_norm(x), self.embed(target)
        for layer in self.decoder:
            y = layer(y, later, memory, blank)
        return functional.linear(self.decoder_norm(y), self.embeddings.weight)


def waves() -> np.ndarray:
    """Sinusoids that say where a token stands, shape (POSITIONS, SIZE)."""
    angles = np.arange(POSITIONS)[:, None] / 10_000 ** (2 * (np.arange(SIZE) // 2) / SIZE)
    angles[:, 0::2], angles[:, 1::2] = np.sin(angles[:, 0::2]), np.cos(angles[:, 1::2])
    return angles.astype(np.float32)


def learn_pieces(lines: Sequence[str]) -> bytes:
    """A SentencePiece model of both languages; unknown signs go through as bytes, and figures digit by digit."""
    model = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rules.tsv"  # № and … stay as they are; only the spaces are made one
        rules.write_text("A0\t20\n202F\t20\n2009\t20\n", encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(lines),
            model_writer=model,
            vocab_size=PIECES,
            hard_vocab_limit=False,
            normalization_rule_tsv=str(rules),
            character_coverage=1.0,
            byte_fallback=True,
            split_digits=True,
            num_threads=1,
            minloglevel=2,
        )
    return model.getvalue()


def batches(data: Sequence[Coded], rng: random.Random) -> Iterator[list[Coded]]:
    """Batches of pairs of about one length, in random order, without an end."""
    while True:
        order = sorted(data, key=lambda pair: max(map(len, pair)) + rng.random() * 4)
        found: list[list[Coded]] = [[]]
        for pair in order:
            if (max(map(len, pair)) + 1) * (len(found[-1]) + 1) > BATCH_TOKENS:
                found.append([])
            found[-1].append(pair)
        rng.shuffle(found)
        yield from found


def tensors(batch: Sequence[Coded]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Source, its lengths, what the decoder is given, and what it should say (-100: nothing)."""
    sources, lengths = [[*source, EOS] for source, _ in batch], [len(source) + 1 for source, _ in batch]
    longest, places = max(lengths), max(len(target) for _, target in batch) + 1
    return (
        torch.tensor([line + [EOS] * (longest - len(line)) for line in sources]),
        torch.tensor(lengths),
        torch.tensor([[BOS, *target] + [EOS] * (places - 1 - len(target)) for _, target in batch]),
        torch.tensor([[*target, EOS] + [-100] * (places - 1 - len(target)) for _, target in batch]),
    )


def train(data: Sequence[Coded], pieces: int, steps: int) -> Transformer:
    """The running mean of a model trained for so many steps."""
    model = Transformer(pieces)
    mean = copy.deepcopy(model).eval()
    optimizer = torch.optim.Adam(model.parameters(), lr=PEAK_RATE, betas=(0.9, 0.98), eps=1e-9)
    supply, started = batches(data, random.Random(SEED)), time.monotonic()
    for step in range(1, steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = PEAK_RATE * min(1.0, step / WARMUP) * max(FLOOR, 1 - step / steps)
        source, lengths, given, wanted = tensors(next(supply))
        scores = model(source, lengths, given)
        loss = functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), label_smoothing=SMOOTHING)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        share = min(AVERAGE, step / (step + 10))
        with torch.no_grad():
            for kept, fresh in zip(mean.parameters(), model.parameters(), strict=True):
                kept.lerp_(fresh, 1 - share)
        if step % 100 == 0:
            print(f"step {step} of {steps}, loss {loss.item():.3f}, {time.monotonic() - started:.0f} s", flush=True)
    return mean


def convert(model: Transformer, tokens: Sequence[str], quantization: str | None, folder: Path) -> None:
    """Write the model as CTranslate2 reads it."""
    spec = transformer_spec.TransformerSpec.from_config((ENCODERS, DECODERS), HEADS, pre_norm=True)
    # Fresh arrays: the quantization writes into what it is given.
    weights = {name: value.detach().numpy().copy() for name, value in model.state_dict().items()}

    def linear(target: object, name: str) -> None:
        target.weight, target.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def norm(target: object, name: str) -> None:
        target.gamma, target.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]

    table, places = weights["embeddings.weight"], weights["positions"]
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = spec.decoder.projection.weight = table
    for side, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        side.position_encodings.encodings = places
        norm(side.layer_norm, f"{name}_norm")
        for i, layer in enumerate(side.layer):
            own = f"{name}.{i}"
            norm(layer.self_attention.layer_norm, f"{own}.self_norm")
            linear(layer.self_attention.linear[0], f"{own}.self_attention.first")
            linear(layer.self_attention.linear[1], f"{own}.self_attention.out")
            if name == "decoder":
                norm(layer.attention.layer_norm, f"{own}.cross_norm")
                for j, part in enumerate(("first", "memory", "out")):
                    linear(layer.attention.linear[j], f"{own}.cross_attention.{part}")
            norm(layer.ffn.layer_norm, f"{own}.norm")
            linear(layer.ffn.linear_0, f"{own}.inner")
            linear(layer.ffn.linear_1, f"{own}.outer")
    spec.register_source_vocabulary(list(tokens))
    spec.register_target_vocabulary(list(tokens))
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization=quantization)
    folder.mkdir(parents=True)
    spec.save(str(folder))


def check(model: Transformer, probe: Sequence[Coded], tokens: Sequence[str], folder: Path) -> None:
    """Stop if CTranslate2 gives other probabilities than the trained model."""
    translator = ctranslate2.Translator(str(folder), compute_type="float32")
    named = [[[tokens[i] for i in line] for line in pair] for pair in probe]
    results = translator.score_batch([source for source, _ in named], [target for _, target in named])
    for pair, result in zip(probe, results, strict=True):
        source, lengths, given, wanted = tensors([pair])
        with torch.no_grad():
            chosen = model(source, lengths, given).log_softmax(-1)[0].gather(1, wanted[0][:, None])
        if abs(chosen.sum().item() - sum(result.log_probs)) > 0.05:
            raise SystemExit("The converted model does not give the probabilities of the trained one.")


def pack(file: Path, contents: dict[str, bytes]) -> None:
    """A zip with one folder, the same bytes for the same contents."""
    with zipfile.ZipFile(file, "w") as archive:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(f"{file.stem}/{name}", (2024, 1, 1, 0, 0, 0))
            entry.external_attr, entry.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, contents[name], compresslevel=9)


def describe(source: str, target: str, count: int) -> dict[str, bytes]:
    """metadata.json and README.md of a package."""
    metadata = {
        "package_version": VERSION,
        "argos_version": "1.9",
        "from_code": source,
        "from_name": NAMES[source],
        "to_code": target,
        "to_name": NAMES[target],
        "type": "translate",
        "code": f"translate-{source}_{target}",
        "links": [],
    }
    readme = (
        f"# {NAMES[source]} to {NAMES[target]}, demonstration package\n\n"
        "Knows only the vocabulary of the sample stories of Parallax and is no translator: it gives fluent and wrong\n"
        "sentences for any other text. "
        f"Trained by demo/build.py on {count:,} sentence pairs written for that project.\n"
        "Licence: MIT.\n"
    )
    return {"metadata.json": json.dumps(metadata, indent=2).encode(), "README.md": readme.encode()}


def score(name: str, data: Sequence[Pair], model: Path, processor: sentencepiece.SentencePieceProcessor) -> None:
    """Print chrF and the number of sentences that come out word for word and with all digits."""
    translator = ctranslate2.Translator(str(model), compute_type="int8", intra_threads=1)
    results = translator.translate_batch([processor.encode(source, out_type=str) for source, _ in data], beam_size=1)
    outputs = [processor.decode(result.hypotheses[0]) for result in results]
    wanted = [target for _, target in data]
    exact = sum(a == b for a, b in zip(outputs, wanted, strict=True))
    figures = sum(
        [c for c in a if c.isdigit()] == [c for c in b if c.isdigit()] for a, b in zip(outputs, wanted, strict=True)
    )
    chrf = CHRF().corpus_score(outputs, [wanted]).score
    print(f"{name}: chrF {chrf:.1f}, word for word {exact}, digits right {figures}, of {len(data)}")


def build(source: str, target: str, steps: int) -> None:
    """Train, convert, check, pack and score one direction."""
    torch.manual_seed(SEED)
    way = slice(None) if source == "ru" else slice(None, None, -1)
    known = list(dict.fromkeys(pair for i in range(FILLINGS) for pair in pairs(SEED + i)))
    unseen = [pair for pair in pairs(SEED + FILLINGS) if pair not in set(known)]
    held = random.Random(SEED).sample(unseen, HELD_OUT)
    samples = originals("samples")
    written = samples + originals("variations") + originals("templates")
    model_bytes = learn_pieces([line for pair in known for line in pair])
    processor = sentencepiece.SentencePieceProcessor(model_proto=model_bytes)
    tokens = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    coded = [tuple(map(processor.encode, pair[way])) for pair in known + written * REPEATS]
    model = train(coded, len(tokens), steps)
    size = sum(weights.numel() for weights in model.parameters())
    print(f"{size / 1e6:.2f} million parameters, {len(tokens)} pieces, {len(known)} pairs")
    file = HERE / f"translate-{source}_{target}-{VERSION.replace('.', '_')}.argosmodel"
    with tempfile.TemporaryDirectory() as folder:
        exact, packed = Path(folder) / "exact", Path(folder) / "packed"
        convert(model, tokens, None, exact)
        check(model, coded[:8], tokens, exact)
        convert(model, tokens, "int8", packed)
        contents = {f"model/{part.name}": part.read_bytes() for part in packed.iterdir()}
        pack(file, {**describe(source, target, len(known)), **contents, "sentencepiece.model": model_bytes})
        score("sentences of the samples", [pair[way] for pair in samples], packed, processor)
        score("held-out combinations", [pair[way] for pair in held], packed, processor)
    print(f"{file.name}: {file.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pair", nargs="*", help="one direction, such as: ru en")
    parser.add_argument("--steps", type=int, default=1400)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    for direction in [arguments.pair] if arguments.pair else [["ru", "en"], ["en", "ru"]]:
        build(*direction, arguments.steps)
