"""A real Argos package of half a megabyte: SentencePiece and an int8 transformer, filled by hand to swap known words.

Each decoder step attends to the source token at its own position, and the output layer gives the translation of that
token, or the token itself. So "Кот спит." becomes "Cat sleeps.", and any other text comes out as it went in.
"""

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import sentencepiece
from ctranslate2.specs import transformer_spec

WORDS = {"▁Кот": "▁Cat", "▁спит": "▁sleeps", "▁дома": "▁home", "▁Собака": "▁Dog"}
HALF = 64  # half of the vector says which token it is, half says where it stands
POSITIONS = 600
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДКСabcdefghijklmnopqrstuvwxyzABCDEHST0123456789.,;:!?-— "


def tiny_package(
    folder: Path, version: str = "1.0", pair: tuple[str, str] = ("ru", "en"), prefix: str = "", bpe: bool = False
) -> Path:
    """Write the package file into a folder; its path. With `bpe` it has bpe.model and knows nothing beside WORDS."""
    source = folder / f"source-{pair[0]}-{version}"
    top = source / f"translate-{pair[0]}_{pair[1]}"
    (top / "model").mkdir(parents=True)
    if bpe:
        words = [word.lstrip("▁") for pair_of_words in WORDS.items() for word in pair_of_words]
        (top / "bpe.model").write_text("#version: 0.2\n" + "".join(map(_merges, words)), encoding="utf-8")
        tokens = ["<unk>", "<s>", "</s>", *words, *".,!?", "&quot;"]
    else:
        pieces = _sentencepiece(prefix)
        (top / "sentencepiece.model").write_bytes(pieces)
        tokens = _pieces(pieces)
    _model(tokens).save(str(top / "model"))
    metadata = {"package_version": version, "argos_version": "1.9", "from_code": pair[0], "to_code": pair[1]}
    metadata |= {"from_name": "Russian", "to_name": "English"} | ({"target_prefix": prefix} if prefix else {})
    (top / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    path = folder / f"translate-{pair[0]}_{pair[1]}-{version}.argosmodel"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(source.rglob("*")):
            archive.write(file, file.relative_to(source))
    return path


def tiny_model_folder(
    folder: Path,
    pieces: tuple[str, ...] = ("source.spm", "target.spm"),
    tags: tuple[str, ...] = (),
    add_source_eos: bool = False,
) -> Path:
    """Write the same model as a converter of CTranslate2 leaves it; the folder.

    Args:
        folder: Is made.
        pieces: Names of its SentencePiece files.
        tags: Tokens of languages at the end of its vocabulary.
        add_source_eos: As its config.json says; converters of Transformers' models say no.
    """
    folder.mkdir(parents=True)
    content = _sentencepiece("")
    for name in pieces:
        (folder / name).write_bytes(content)
    _model([*_pieces(content), *tags], add_source_eos).save(str(folder))
    return folder


def _sentencepiece(prefix: str) -> bytes:
    model = io.BytesIO()
    symbols = [*WORDS, *WORDS.values(), *([prefix] if prefix else [])]
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([LETTERS, *LETTERS.split(), "Кот спит дома.", "Cat sleeps home."]),
        model_writer=model,
        model_type="char",
        vocab_size=len(set(LETTERS)) + len(symbols) + 3,  # <unk>, <s>, </s>; the space is among the letters
        user_defined_symbols=symbols,
        character_coverage=1.0,
        normalization_rule_name="identity",
        minloglevel=2,
        hard_vocab_limit=False,
    )
    return model.getvalue()


def _pieces(content: bytes) -> list[str]:
    """What a SentencePiece model knows."""
    processor = sentencepiece.SentencePieceProcessor(model_proto=content)
    return [processor.id_to_piece(i) for i in range(processor.get_piece_size())]


def _merges(word: str) -> str:
    """Rules that make one token of a word, letter by letter."""
    ended = [*word[:-1], f"{word[-1]}</w>"]
    return "".join(f"{word[:i]} {ended[i]}\n" for i in range(1, len(word)))


def _model(tokens: list[str], add_source_eos: bool = True) -> transformer_spec.TransformerSpec:
    random, size = np.random.default_rng(0), 2 * HALF

    def signs(rows: int) -> np.ndarray:
        return random.choice([-1.0, 1.0], size=(rows, HALF)).astype(np.float32)

    def linear(spec, weight: np.ndarray) -> None:
        spec.weight, spec.bias = weight.astype(np.float32), np.zeros(len(weight), dtype=np.float32)

    def norm(spec) -> None:
        spec.gamma, spec.beta = np.ones(size, dtype=np.float32), np.zeros(size, dtype=np.float32)

    token_half, place_half = np.diag([1.0] * HALF + [0.0] * HALF), np.diag([0.0] * HALF + [1.0] * HALF)
    embeddings = np.hstack([signs(len(tokens)) / np.sqrt(size), np.zeros((len(tokens), HALF), dtype=np.float32)])
    places = np.hstack([np.zeros((POSITIONS, HALF), dtype=np.float32), signs(POSITIONS)])
    spec = transformer_spec.TransformerSpec.from_config((1, 1), 1, pre_norm=True)
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = embeddings
    spec.encoder.position_encodings.encodings = spec.decoder.position_encodings.encodings = places
    linear(spec.decoder.projection, embeddings[[tokens.index(_counterpart(token)) for token in tokens]])
    for layer in (spec.encoder.layer[0], spec.decoder.layer[0]):
        linear(layer.self_attention.linear[0], np.zeros((3 * size, size)))
        linear(layer.self_attention.linear[1], np.zeros((size, size)))
        linear(layer.ffn.linear_0, np.zeros((size, size)))
        linear(layer.ffn.linear_1, np.zeros((size, size)))
        norm(layer.self_attention.layer_norm)
        norm(layer.ffn.layer_norm)
    attention = spec.decoder.layer[0].attention
    norm(attention.layer_norm)
    linear(attention.linear[0], 8 * place_half)  # query: where the decoder stands
    linear(attention.linear[1], np.vstack([place_half, token_half]))  # key: where, value: which token
    linear(attention.linear[2], 50 * np.eye(size))  # louder than the decoder's own last token
    norm(spec.encoder.layer_norm)
    norm(spec.decoder.layer_norm)
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.add_source_eos = add_source_eos
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


def _counterpart(token: str) -> str:
    both = WORDS | {english: russian for russian, english in WORDS.items()}
    begun = both.get(f"▁{token}")  # of a word that BPE has as it stands
    return begun.lstrip("▁") if begun else both.get(token, token)
