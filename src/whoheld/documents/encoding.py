"""From bytes to characters, or a plain word on why not: nothing is replaced, nothing is dropped."""

import codecs
import unicodedata

from whoheld.errors import BinaryInput, EmptyInput, InputError

BOMS = (  # the longer one first: UTF-32 begins as UTF-16 does
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "gzip data",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
    b"SQLite format 3": "an SQLite database",
    b"BZh": "bzip2 data",
    b"\xfd7zXZ": "xz data",
    b"\x28\xb5\x2f\xfd": "zstd data",
    b"RIFF": "a media file",
    b"OggS": "a media file",
    b"ID3": "a media file",
}
SAMPLE = 65536
_ODD = frozenset({"Cc", "Cn", "Co", "Cs", "Cf"})
_USUAL = frozenset("\n\r\t\f\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff")
_MOST_ODD = 0.02


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of some bytes, by byte order mark, declared encoding, UTF-8, or what fits them.

    Args:
        data: all the bytes.
        declared: the encoding that they themselves name, where they do.

    Raises:
        EmptyInput: no bytes, or nothing but blanks.
        BinaryInput: they are no text.
        InputError: they are text in no encoding that can be told.
    """
    if not data.strip():
        raise EmptyInput("it is empty")
    _refuse_binary(data)
    text = _decoded(data, declared)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise EmptyInput("it is empty")
    if _odd_share(text) > _MOST_ODD:
        raise BinaryInput("it is not text: too many control characters")
    return text


def _refuse_binary(data: bytes) -> None:
    for magic, what in BINARY.items():
        if data.startswith(magic):
            message = f"it is {what}, not text"
            raise BinaryInput(message)


def _decoded(data: bytes, declared: str | None) -> str:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding)
    if b"\0" in data[:SAMPLE]:
        return _wide(data)
    if declared and declared.lower().replace("_", "-") not in {"utf-8", "utf8", "ascii", "us-ascii"}:
        try:
            return data.decode(declared)
        except (LookupError, UnicodeError, ValueError):
            pass  # it names what it is not: go on as if it named nothing
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"bytes that cannot be decoded: its mark says {encoding.upper()}, byte {error.start} is not"
        raise InputError(message) from error


def _wide(data: bytes) -> str:
    """UTF-16 without its mark has a zero beside each Latin letter; anything else with zeros is no text."""
    even, odd = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most * 2 < len(data[:SAMPLE]) * 0.7 or least > most // 10:
        raise BinaryInput("it is not text: it holds zero bytes")
    return _strictly(data, "utf-16-be" if even > odd else "utf-16-le")


def _legacy(data: bytes, error: UnicodeDecodeError) -> str:
    """An eight-bit encoding of old; not for UTF-8 that is damaged, which would come out as gibberish."""
    rough = data[: SAMPLE * 4].decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= char <= "\udcff" for char in rough)
    whole = sum(char > "\x7f" for char in rough) - broken
    text = None if whole > broken else _western(data) or _likeliest(data)
    if text is None:
        message = f"bytes that cannot be decoded: byte {error.start} (0x{data[error.start]:02x}) is not UTF-8"
        raise InputError(message + ("" if whole > broken else ", and no other encoding fits"))
    return text


def _western(data: bytes) -> str | None:
    """Windows-1252, if it makes of the odd bytes what English text holds: curly quotes, dashes, accents."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    odd = [char for char in text[: SAMPLE * 4] if char > "\x7f"]
    fits = all(char.isalpha() or unicodedata.category(char)[0] in "PZ" or char in "£€¥°±½¼¾" for char in odd)
    return text if fits and len(odd) * 10 < len(text[: SAMPLE * 4]) else None


def _likeliest(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (rare, and slow to import)

    best = from_bytes(data[: SAMPLE * 4], threshold=0.15).best()
    ascii_share = sum(byte < 0x80 for byte in data[:SAMPLE]) / len(data[:SAMPLE])
    if best is None or (best.coherence == 0 and ascii_share < 0.5):  # letters of no language that it knows
        return None
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        return None


def _odd_share(text: str) -> float:
    sample = text[:SAMPLE]
    return sum(unicodedata.category(char) in _ODD and char not in _USUAL for char in sample) / len(sample)
