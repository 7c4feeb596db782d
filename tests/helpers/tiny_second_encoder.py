"""A file like that of the second encoder's weights, with a few pieces and two small layers of chance numbers."""

import struct
from pathlib import Path

import numpy as np

WIDTH, HEADS, LAYERS, WIDE, LONGEST = 64, 2, 2, 96, 12
MARKS = ("<s>", "<pad>", "</s>", "<unk>")
PIECES = {"▁": -3.0, "▁мост": -5.0, "▁мо": -6.0, "ст": -6.0, "▁the": -2.0, "bridge": -4.0, "а": -5.0, ",": -3.0}
SPELLING = {"\u00a0": " ", "\u200d": "", "ﬁ": "fi", "\n": " ", "▁": " "}
EPSILON = 1e-6


def tiny_second_encoder(path: Path) -> dict[str, np.ndarray]:
    """Write the file; its matrices and vectors by their names, as they are meant."""
    random = np.random.default_rng(5)
    arrays, stored = {}, {}
    count = len(MARKS) + len(PIECES)
    matrices = {"emb.word": (count, WIDTH)}
    vectors = {"emb.pos": LONGEST * WIDTH, "emb.type": 2 * WIDTH, "emb.ln.w": WIDTH, "emb.ln.b": WIDTH}
    for k in range(LAYERS):
        matrices |= {f"l{k}.{name}.w": (WIDTH, WIDTH) for name in ("q", "k", "v", "ao")}
        matrices |= {f"l{k}.fi.w": (WIDE, WIDTH), f"l{k}.fo.w": (WIDTH, WIDE)}
        vectors |= {f"l{k}.{name}.b": WIDTH for name in ("q", "k", "v", "ao", "fo")} | {f"l{k}.fi.b": WIDE}
        vectors |= {f"l{k}.{norm}.{part}": WIDTH for norm in ("aln", "oln") for part in "wb"}
    for name, shape in matrices.items():
        steps = random.integers(0, 16, size=shape)
        scales = random.uniform(0.01, 0.1, size=(shape[0], shape[1] // 32)).astype(np.float16)
        arrays[name] = ((steps - 8) * np.repeat(scales, 32, axis=1)).astype(np.float32)
        halves = steps.reshape(shape[0], -1, 2, 16)
        bytes_of = (halves[:, :, 0] + 16 * halves[:, :, 1]).astype(np.uint8)
        stored[name] = b"".join(
            scale.tobytes() + block.tobytes()
            for row, blocks in zip(scales, bytes_of, strict=True)
            for scale, block in zip(row, blocks, strict=True)
        )
    for name, length in vectors.items():
        arrays[name] = random.normal(size=length).astype(np.float32)
        stored[name] = arrays[name].tobytes()
    path.write_bytes(_file(stored))
    return arrays


def _file(stored: dict[str, bytes]) -> bytes:
    letters = [piece.encode() for piece in (*MARKS, *PIECES)]
    head = b"E5S1" + struct.pack("<I7ifi", 1, WIDTH, LAYERS, HEADS, WIDE, len(letters), LONGEST, 2, EPSILON, 32)
    head += struct.pack("<5iQ", len(letters), 0, 2, 1, 3, sum(map(len, letters)))
    head += np.cumsum([0, *map(len, letters)]).astype("<u4").tobytes()
    head += np.array([0.0] * len(MARKS) + list(PIECES.values()), dtype="<f4").tobytes() + b"".join(letters)
    spelled = b"".join(
        struct.pack(f"<IB{len(letters)}I", ord(sign), len(letters), *map(ord, letters))
        for sign, letters in SPELLING.items()
    )
    head += struct.pack("<iI", len(SPELLING), len(spelled)) + spelled
    place = len(head) + 4 + sum(2 + len(name) + 21 for name in stored)
    directory = struct.pack("<i", len(stored))
    for name, content in stored.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", name not in ("emb.pos",), 0, place, len(content))
        place += len(content)
    return head + directory + b"".join(stored.values())
