"""Frames of zstd without a library that packs: blocks of their own bytes."""

BLOCK = 1 << 16


def zstd(content: bytes) -> bytes:
    """A frame that unpacks to the content, and is a little longer."""
    blocks = [content[start : start + BLOCK] for start in range(0, len(content), BLOCK)] or [b""]
    packed = b"\x28\xb5\x2f\xfd\x00\x58"  # its mark, no flags, a window of 2 MB
    for number, block in enumerate(blocks):
        last = number == len(blocks) - 1
        packed += (len(block) << 3 | last).to_bytes(3, "little") + block
    return packed


def zstd_bomb(blocks: int) -> bytes:
    """A frame of four bytes for every block that unpacks to 128 KB."""
    whole = (((128 << 10) << 3) | 2).to_bytes(3, "little") + b"\0"
    return b"\x28\xb5\x2f\xfd\x00\x58" + whole * blocks + ((1 << 3) | 3).to_bytes(3, "little") + b"\0"
