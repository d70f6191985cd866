"""The rules that the tables of frames keep."""

import re
from collections import Counter

import pytest

from whoheld.codebooks import frames as module
from whoheld.codebooks.frames import FILES, PLAIN, SLOTS, WORDS, Frame, frames, frames_by_word, noun_classes
from whoheld.codebooks.kinds import kinds
from whoheld.codebooks.tables import read_toml
from whoheld.errors import CodebookError

LISTED = """
in at on near to against from of into over with for by toward towards outside around inside under along upon above
across atop off through among between within alongside
"""
PREPOSITIONS = frozenset(LISTED.split())
OF_GRAMMAR = frozenset({"agent", "object", "between_first", "between_second", "out_of"})
SELF = "self"  # "refugees" are who is displaced
NAMED_ONLY = frozenset({"state", "none", "party"})  # told by the registry and by an empty slot, not by a noun
WORD = re.compile(r"[a-z]+(-[a-z]+)*(_[a-z]+)*")

ROWS = [
    (f"{file}.{number}", row)
    for file in FILES
    for number, row in enumerate(read_toml(f"frames/{file}.toml")["frame"], 1)
]
IDS = [name for name, _ in ROWS]


def repeated(text: str) -> list[str]:
    return [word for word, count in Counter(text.split()).items() if count > 1]


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=IDS)
def test_a_row_states_a_kind_by_some_word(row: dict[str, object]):
    assert row["kind"] in kinds()
    assert any(row.get(part) for part in ("verbs", "nouns", "adjectives", "suffix"))
    assert not set(row) - {*WORDS, *SLOTS, *PLAIN}


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=IDS)
def test_no_word_stands_twice_in_a_row(row: dict[str, object]):
    assert not [word for key in WORDS for word in repeated(str(row.get(key, "")))]
    assert not [slot for key in SLOTS for slot in repeated(str(row.get(key, "")).replace("|", " "))]


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.id)
def test_slots_are_ones_that_the_linker_fills(frame: Frame):
    assert {*frame.actor, *frame.needs} <= PREPOSITIONS | OF_GRAMMAR
    assert set(frame.recipient) <= PREPOSITIONS | OF_GRAMMAR | {SELF}
    assert set(frame.place) <= PREPOSITIONS | OF_GRAMMAR | {SELF, "place"}
    assert frame.of in {"agent", "object", "place", "-"}


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.id)
def test_classes_are_ones_of_the_noun_table(frame: Frame):
    known = set().union(*noun_classes().values()) | NAMED_ONLY
    assert frame.agent | frame.object <= known


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.id)
def test_words_are_lemmas_in_small_letters(frame: Frame):
    words = frame.verbs | frame.nouns | frame.adjectives | frame.suffix | frame.light | frame.under | frame.complement
    assert not [word for word in words if not WORD.fullmatch(word)]


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.id)
def test_particles_are_of_verbs_only(frame: Frame):
    assert not [
        word for word in frame.nouns | frame.adjectives | frame.suffix if "_" in word and word not in frame.verbs
    ]


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.id)
def test_empty_verbs_have_nouns_and_weights_are_shares(frame: Frame):
    if frame.light or frame.under or frame.in_hands or frame.complement:
        assert frame.verbs
    assert 0 < frame.weight <= 1


@pytest.mark.parametrize("kind", kinds())
def test_each_kind_has_a_frame(kind: str):
    assert any(frame.kind == kind for frame in frames())


@pytest.mark.parametrize("kind", [name for name, kind in kinds().items() if kind.family == "territory"])
def test_what_moves_or_keeps_control_is_told_by_verbs_and_has_a_place(kind: str):
    own = [frame for frame in frames() if frame.kind == kind]
    assert any(frame.verbs for frame in own)
    assert all(frame.place for frame in own)


def test_ids_are_all_different_and_name_their_file():
    names = [frame.id for frame in frames()]
    assert len(set(names)) == len(names)
    assert names == IDS


def test_every_word_is_found_by_its_lemma():
    index = frames_by_word()
    for frame in frames():
        assert all(frame in index["verb"][word.split("_")[0]] for word in frame.verbs)
        assert all(frame in index["noun"][word] for word in frame.nouns if "_" not in word)
        assert all(frame in index["adjective"][word] for word in frame.adjectives)
        assert all(frame in index["suffix"][word] for word in frame.suffix)


def test_a_lemma_lists_each_frame_once():
    assert all(
        len({frame.id for frame in found}) == len(found)
        for words in frames_by_word().values()
        for found in words.values()
    )


@pytest.mark.parametrize(
    ("part", "word", "kind"),
    [
        ("verb", "capture", "capture"),
        ("verb", "besiege", "siege"),
        ("verb", "withdraw", "withdrawal"),
        ("verb", "repel", "repulse"),
        ("verb", "shell", "shelling"),
        ("verb", "kill", "killing"),
        ("noun", "clash", "clash"),
        ("noun", "airstrike", "airstrike"),
        ("noun", "ceasefire", "agreement"),
        ("suffix", "held", "hold"),
        ("suffix", "backed", "support"),
    ],
)
def test_plain_words_state_what_they_mean(part: str, word: str, kind: str):
    assert kind in {frame.kind for frame in frames_by_word()[part][word]}


def test_particles_are_kept_with_the_verb():
    driven = [frame for frame in frames_by_word()["verb"]["drive"] if frame.kind == "expulsion"]
    assert any("drive_out" in frame.verbs for frame in driven)
    assert "drive_out" not in frames_by_word()["verb"]


def test_nouns_are_classed_once():
    for name, words in read_toml("frames/nouns.toml").items():
        assert not repeated(words), name
    assert noun_classes()["convoy"] >= {"aid", "materiel"}
    assert "place" in noun_classes()["town"]
    assert "palmyra" not in noun_classes()


def test_lists_of_the_linker_hold_each_word_once():
    for name, words in read_toml("frames/linking.toml").items():
        assert not repeated(words), name


def table(monkeypatch: pytest.MonkeyPatch, **row: object) -> None:
    monkeypatch.setattr(module, "FILES", ("territory",))
    monkeypatch.setattr(module, "read_toml", lambda _: {"frame": [row]})


def test_a_key_that_nobody_reads_is_an_error(monkeypatch: pytest.MonkeyPatch):
    table(monkeypatch, kind="capture", verbs="take", verb="seize")
    with pytest.raises(CodebookError, match=r"frame territory\.1 has keys that nobody reads: verb"):
        frames.__wrapped__()


def test_a_kind_that_there_is_not_is_an_error(monkeypatch: pytest.MonkeyPatch):
    table(monkeypatch, kind="captured", verbs="take")
    with pytest.raises(CodebookError, match="states captured, which is no kind"):
        frames.__wrapped__()


def test_a_row_becomes_a_frame(monkeypatch: pytest.MonkeyPatch):
    table(monkeypatch, kind="capture", verbs="take take_over", actor="agent | by", recipient="-", weight=0.5)
    (frame,) = frames.__wrapped__()
    assert frame.verbs == {"take", "take_over"}
    assert (frame.actor, frame.recipient, frame.place) == (("agent", "by"), (), ())
    assert (frame.of, frame.weight) == ("object", 0.5)


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.id)
def test_words_are_ones_that_the_tokeniser_leaves_whole(nlp, frame: Frame):
    words = {word.split("_")[0] for word in frame.verbs | frame.nouns | frame.light | frame.adjectives}
    assert [word for word in words if len(nlp.make_doc(word)) != 1] == []
