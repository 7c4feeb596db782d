"""A real model in the format of Firefox's translation models, filled by hand to swap known words.

Marian's binary file with int8 weights and their multipliers ("intgemm.alphas"), a SentencePiece vocabulary both
languages share, and a lexical shortlist, as Firefox's own files are. Each decoder step attends to the source token at
its own position; the attention's values flip those numbers of a vector in which the two words of a pair differ. So "Кот
спит." becomes "Cat sleeps.", and any other text comes out as it went in. `Size` gives the same model the size of a
real one: it then costs what a real one costs.
"""

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sentencepiece
from numpy.typing import NDArray

WORDS = {
    "▁Кот": "▁Cat",
    "▁спит": "▁sleeps",
    "▁дома": "▁home",
    "▁Собака": "▁Dog",
    "▁Москва": "▁Moscow",
    "▁столица": "▁capital",
    "▁России": "▁Russia",
}
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДКСabcdefghijklmnopqrstuvwxyzABCDEHST0123456789.,;:!?-—"
FLOAT32, INT8, INTGEMM8 = 0x404, 0x101, 0x4101  # Marian's numbers of types
ALIGNMENT = 256  # bytes
ACTIVATIONS = 60.0  # multiplier of activations before they are rounded to int8: they are normed, 2 at most
TOKEN, POSITION, LOUDER = 3.0, 24.0, 10.0  # amplitudes; LOUDER than the decoder's own last token
LEARNED = 4_000  # tokens
SHORTLIST_MAGIC = 0xF11A48D5013417F5


@dataclass(frozen=True, slots=True)
class Size:
    """Of a model: vector, feed-forward layer, heads, layers, tokens (0: as many as the vocabulary has)."""

    width: int = 192
    inner: int = 64
    heads: int = 2
    encoder: int = 1
    decoder: int = 1
    tokens: int = 0


TINY = Size()
REAL = Size(384, 1536, 8, 6, 4, 32_000)  # "base-memory", as Firefox ships it for Russian and English


def tiny_firefox_model(
    folder: Path, pair: tuple[str, str] = ("ru", "en"), size: Size = TINY, sentences: Sequence[str] = ()
) -> Path:
    """Write model, vocabulary and shortlist into a folder under the names Firefox gives them; the folder.

    Args:
        folder: Made if it is not there.
        pair: Languages from and to.
        size: Of the model.
        sentences: From which whole words are learned, so that a sentence has as many tokens as with a real model; it
            knows single letters and its own words if not given.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = "".join(pair)
    vocabulary = _vocabulary(size.tokens, sentences)
    pieces = sentencepiece.SentencePieceProcessor(model_proto=vocabulary)
    tokens = [pieces.id_to_piece(i) for i in range(pieces.get_piece_size())]
    (folder / f"vocab.{name}.spm").write_bytes(vocabulary)
    (folder / f"model.{name}.intgemm.alphas.bin").write_bytes(_model(tokens, size))
    (folder / f"lex.50.50.{name}.s2t.bin").write_bytes(_shortlist(tokens))
    return folder


def marian_file(items: list[tuple[str, int, tuple[int, ...], bytes]]) -> bytes:
    """Marian's binary format: header, names, shapes, a gap, then the data of each (name, type, shape, data)."""
    names = [name.encode() + b"\0" for name, *_ in items]
    head = struct.pack("<QQ", 1, len(items))
    for encoded, (_, kind, shape, data) in zip(names, items, strict=True):
        head += struct.pack("<QQQQ", len(encoded), kind, len(shape), len(data))
    head += b"".join(names) + b"".join(struct.pack(f"<{len(shape)}i", *shape) for _, _, shape, _ in items)
    gap = -(len(head) + 8) % ALIGNMENT
    return head + struct.pack("<Q", gap) + bytes(gap) + b"".join(data for *_, data in items)


def _vocabulary(tokens: int, sentences: Sequence[str]) -> bytes:
    model = io.BytesIO()
    symbols = [*WORDS, *WORDS.values()]
    letters = len(set(LETTERS)) + 1  # and the space
    own = letters + len(symbols) + 256 + 2  # bytes; </s> and <unk>
    if sentences:
        own += LEARNED
    fillers = [f"▁{number}" for number in range(10_000, 10_000 + max(0, tokens - own))]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([*LETTERS, LETTERS, "Кот спит дома.", "Cat sleeps home.", *sentences]),
        model_writer=model,
        model_type="unigram",
        vocab_size=own + len(fillers),
        user_defined_symbols=[*symbols, *fillers],
        character_coverage=1.0,
        normalization_rule_name="nmt_nfkc",
        byte_fallback=True,
        bos_id=-1,
        eos_id=0,
        unk_id=1,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    return model.getvalue()


def _model(tokens: list[str], size: Size) -> bytes:
    width, half = size.width, size.width // 2
    cut = half * 3 // 5  # of each half, sines and cosines: faster ones tell places, slower ones hardly move
    slow = np.r_[cut : half - 1, half + cut : width - 1]
    flips = np.r_[half - 1 - (half - cut) // 4 : half - 1, width - 1 - (half - cut) // 4 : width - 1]
    embeddings = _embeddings(tokens, width, slow, flips)
    place, level = _places(width, size.heads, len(slow))
    turned = np.zeros(width, dtype=np.float32)
    turned[slow] = 1
    turned[flips] = -1
    identity = np.eye(width, dtype=np.float32)
    items = [_quantized("Wemb", embeddings, embeddings), _floats("none_QuantMultA", np.array([[ACTIVATIONS]]))]
    items.append(_floats("decoder_ff_logit_out_b", np.zeros((1, len(tokens)))))
    for layer in range(1, size.encoder + 1):
        items += _attention(f"encoder_l{layer}_self", {}, width, np.zeros(width))
        items += _feed_forward(f"encoder_l{layer}_ffn", width, size.inner)
    for layer in range(1, size.decoder + 1):
        items += [*_affine(f"decoder_l{layer}_rnn_W", None, np.zeros((width, width)))]
        items += _affine(f"decoder_l{layer}_rnn_Wf", f"decoder_l{layer}_rnn_bf", np.zeros((width, width)))
        items += _norm(f"decoder_l{layer}_rnn_ffn", width)
        last = layer == size.decoder
        weights = {"q": place, "k": place, "v": np.diag(turned), "o": LOUDER * identity} if last else {}
        items += _attention(f"decoder_l{layer}_context", weights, width, level)
        items += _feed_forward(f"decoder_l{layer}_ffn", width, size.inner)
    return marian_file([*items, _settings(len(tokens), size)])


def _embeddings(tokens: list[str], width: int, slow: NDArray[np.int_], flips: NDArray[np.int_]) -> NDArray[np.float32]:
    """Random signs where places hardly show, as many + as -; two words of a pair differ in those that are flipped."""
    random = np.random.default_rng(0)
    plain = np.setdiff1d(slow, flips)

    def signs(places: NDArray[np.int_]) -> NDArray[np.float32]:
        halves = [np.repeat([1.0, -1.0], len(part) // 2 + 1)[: len(part)] for part in np.split(places, 2)]
        return np.concatenate([random.permutation(part) for part in halves]).astype(np.float32)

    rows = np.zeros((len(tokens), width), dtype=np.float32)
    for row in rows:
        row[plain] = signs(plain)
    rows *= np.float32(np.sqrt(len(slow) / len(plain)))  # as long as those of a pair: a norm treats all alike
    numbers = {token: number for number, token in enumerate(tokens)}
    for russian, english in WORDS.items():
        one, other = numbers[russian], numbers[english]
        rows[one] = np.sign(rows[one])
        rows[other] = rows[one]
        rows[one, flips] = signs(flips)
        rows[other, flips] = -rows[one, flips]
    return rows * np.float32(TOKEN / np.sqrt(width))


def _places(width: int, heads: int, token_numbers: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Weight and bias that give every head the fastest sines and cosines, which tell places apart.

    The norm of a layer takes the mean away, which differs from place to place; the slowest sine, about 0, and the
    slowest cosine, about 1, hold no part of a token and give it back.
    """
    half = width // 2
    energy = TOKEN**2 * token_numbers / width + 0.5 - 0.25  # of the sines and cosines, less their mean
    weight, bias = np.zeros((width, width), dtype=np.float32), np.zeros(width, dtype=np.float32)
    for column in range(width):
        number, cosine = divmod(column % (width // heads), 2)
        weight[number + half * cosine, column] = POSITION
        weight[half - 1 + half * cosine, column] = -POSITION
        bias[column] = POSITION / np.sqrt(energy) * cosine
    return weight, bias


def _attention(
    name: str, weights: dict[str, NDArray[np.float32]], width: int, level: NDArray[np.float32]
) -> list[tuple]:
    blank = np.zeros((width, width), dtype=np.float32)
    items = []
    for part in "qkvo":
        bias = level if part in "qk" else np.zeros(width)
        items += _affine(f"{name}_W{part}", f"{name}_b{part}", weights.get(part, blank), bias)
    return items + _norm(f"{name}_Wo", width)


def _feed_forward(name: str, width: int, inner: int) -> list[tuple]:
    first = _affine(f"{name}_W1", f"{name}_b1", np.zeros((width, inner)))
    second = _affine(f"{name}_W2", f"{name}_b2", np.zeros((inner, width)))
    return first + second + _norm(f"{name}_ffn", width)


def _affine(
    name: str, bias: str | None, weight: NDArray[np.float32], level: NDArray[np.float32] | None = None
) -> list[tuple]:
    items = [_quantized(name, weight, weight.T), _floats(f"{name}_QuantMultA", np.array([[ACTIVATIONS]]))]
    added = np.zeros(weight.shape[1]) if level is None else level
    return items + ([_floats(bias, added[None])] if bias else [])


def _norm(name: str, width: int) -> list[tuple]:
    return [
        _floats(f"{name}_ln_scale", np.ones((1, width))),
        _floats(f"{name}_ln_bias", np.zeros((1, width))),
    ]


def _floats(name: str, values: NDArray[np.float32]) -> tuple:
    return name, FLOAT32, values.shape, _padded(np.ascontiguousarray(values, dtype="<f4").tobytes())


def _quantized(name: str, weight: NDArray[np.float32], stored: NDArray[np.float32]) -> tuple:
    multiplier = np.float32(127 / (np.abs(weight).max() or 1))
    data = np.rint(stored * multiplier).astype(np.int8)
    return name, INTGEMM8, weight.shape, _padded(np.ascontiguousarray(data).tobytes() + struct.pack("<f", multiplier))


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % ALIGNMENT)


def _settings(tokens: int, size: Size) -> tuple:
    text = (
        f"dim-emb: {size.width}\ntransformer-heads: {size.heads}\nenc-depth: {size.encoder}\n"
        f"dec-depth: {size.decoder}\ntransformer-dim-ffn: {size.inner}\n"
        f"dim-vocabs:\n  - {tokens}\n  - {tokens}\ntype: transformer\ntied-embeddings-all: true\n"
        "transformer-decoder-autoreg: rnn\ndec-cell: ssru\nversion: v1.12.14\n"
    ).encode() + b"\0"
    return "special:model.yml", INT8, (len(text),), _padded(text)


def _shortlist(tokens: list[str]) -> bytes:
    """For each token its counterpart; bytes and the commonest tokens are always candidates."""
    numbers = {token: number for number, token in enumerate(tokens)}
    pairs = WORDS | {english: russian for russian, english in WORDS.items()}
    lists = [[numbers[pairs[token]]] if token in pairs else [] for token in tokens]
    offsets = np.cumsum([0, *map(len, lists)]).astype("<u8")
    flat = np.array([number for one in lists for number in one], dtype="<u4")
    body = struct.pack("<QQQQ", 50, 50, len(offsets), len(flat)) + offsets.tobytes() + flat.tobytes()
    return struct.pack("<QQ", SHORTLIST_MAGIC, 0) + body
