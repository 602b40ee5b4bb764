"""The language data as one file that is mapped into memory: tables with open addressing, and buckets of words."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from zlib import crc32

import msgspec

from protokoll.cleaning.repair.store import quantised

__all__ = ["pack", "tabled"]

_FULL = 0.8
_HEAD = 1000
_LONGEST = 12


def tabled(costs: Mapping[tuple[str, ...], float]) -> tuple[bytes, bytes]:
    """Return two tables for runs of words and their probabilities: 16 bits of a hash, and a cost in a byte."""
    size = max(1, int(len(costs) / _FULL))
    prints, values = [0] * size, bytearray(size)
    for words, probability in costs.items():
        code = crc32(" ".join(words).encode())
        slot = code % size
        while prints[slot]:
            slot = (slot + 1) % size
        prints[slot] = (code >> 16) ^ (code & 0xFFFF) or 1
        values[slot] = quantised(probability)
    return b"".join(mark.to_bytes(2, "little") for mark in prints), bytes(values)


def pack(
    path: Path, buckets: Mapping[str, Iterable[tuple[str, bytes]]], parts: dict[str, bytes], facts: dict[str, float]
) -> None:
    """Write the file.

    Args:
        path: where to.
        buckets: the words of each skeleton with their five bytes: cost, case, prefix, head, backoff.
        parts: the other tables by name.
        facts: numbers for the header.
    """
    size = int(len(buckets) / 0.75)
    slots, body = [0] * size, bytearray(b"\0")
    for key, words in buckets.items():
        code = key.encode("latin-1", "replace")
        slot = crc32(code) % size
        while slots[slot]:
            slot = (slot + 1) % size
        slots[slot] = len(body)
        packed = msgspec.msgpack.encode([each for word in sorted(words, key=lambda word: word[1][0]) for each in word])
        body += bytes([len(code)]) + code + len(packed).to_bytes(4, "little") + packed
    all_parts = {"slots": b"".join(slot.to_bytes(4, "little") for slot in slots)} | parts | {"buckets": bytes(body)}
    at, places = _HEAD, {}
    for name, data in all_parts.items():
        at = (at + 7) // 8 * 8
        places[name] = (at, len(data))
        at += len(data)
    head = msgspec.msgpack.encode({"parts": places} | facts)
    out = bytearray(b"PKRS1" + len(head).to_bytes(4, "little") + head)
    for name, data in all_parts.items():
        out += b"\0" * (places[name][0] - len(out)) + data
    path.write_bytes(out)
