import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.documents.encoding import decode
from whoheld.errors import BinaryInput, EmptyInput, InputError

TEXT = "Rebels took Bangui – “the city fell”, a priest said in Côte d’Ivoire."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_common_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_marks_of_byte_order() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


@pytest.mark.parametrize("data", [codecs.BOM_UTF16_LE, codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n", b"", b" \n"])
def test_nothing_but_a_mark_or_blanks(data: bytes) -> None:
    with pytest.raises(EmptyInput):
        decode(data)


def test_declared_encoding_counts_and_a_wrong_one_does_not() -> None:
    assert decode("Город пал в мае.".encode("cp1251"), "windows-1251") == "Город пал в мае."
    assert decode(TEXT.encode(), "no-such-encoding") == TEXT
    assert decode(TEXT.encode("cp1252"), "utf-8") == TEXT


def test_old_encoding_of_another_alphabet_is_recognised() -> None:
    russian = "Правительственные войска вошли в город после трёх недель боёв, сообщило министерство обороны. " * 4
    assert "войска" in decode(russian.encode("cp1251"))


def test_damaged_utf8_is_not_taken_for_something_else() -> None:
    damaged = ("Müller sagte – " * 10).encode() + b"\xff" + b" end"
    with pytest.raises(InputError, match="0xff"):
        decode(damaged)


@given(st.binary(max_size=400))
def test_bytes_give_text_or_an_error_of_ours(data: bytes) -> None:
    with suppress(InputError):
        assert decode(data).strip()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    data = text.encode()
    if not text.strip() or any(
        data.startswith(bom) for bom in (b"PK", b"BZh", b"GIF8", b"RIFF", b"ID3", b"OggS", b"%PDF")
    ):
        return
    try:
        assert decode(data) == text
    except (EmptyInput, BinaryInput):
        assert not text.strip("\ufeff \t\r\n\f\v\u00a0")
