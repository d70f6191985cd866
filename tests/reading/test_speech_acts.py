"""Spans and stances of acts of speech, and the parts that find them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whoheld.codebooks.speech import phrases, speech_verbs, words
from whoheld.model import Document
from whoheld.reading.parse import load_model, parse
from whoheld.reading.speech import find_speech, speaker_of
from whoheld.reading.speech.bodies import adjective_of, regular, seat
from whoheld.reading.speech.proper import abbreviations, name_run, people
from whoheld.reading.speech.quotes import find_quotes


@pytest.fixture
def acts(page):
    """Acts of a text as words: source, cue, contents, stance."""

    def of(text: str) -> list[tuple[str | None, str, list[str], str]]:
        read = page(text)
        doc = read.doc
        return [
            (
                doc[slice(*act.source)].text if act.source else None,
                doc[slice(*act.cue)].text,
                [doc[slice(*span)].text for span in act.contents],
                act.stance,
            )
            for act in find_speech(read)
        ]

    return of


def test_spans_of_a_clause(acts):
    assert acts("The governor has said that the bridge is gone.") == [
        ("The governor", "has said", ["that the bridge is gone"], "says")
    ]


def test_source_keeps_its_apposition(acts):
    [(source, cue, _, _)] = acts("Karim Daoud, the head of the clinic, said that the roof was hit.")
    assert source == "Karim Daoud, the head of the clinic,"
    assert cue == "said"


def test_aside_has_two_contents(acts):
    [(_, _, contents, _)] = acts("The bridge, officials said, was destroyed by artillery.")
    assert contents == ["The bridge", "was destroyed by artillery"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army denied that it lost the hill.", "denies"),
        ("The militia claimed that it took the hill.", "claims"),
        ("The ministry confirmed that the hill was lost.", "confirms"),
        ("Analysts expect that the hill will fall.", "expects"),
        ("The general threatened to burn the town.", "threatens"),
        ("The general vowed to take the hill.", "plans"),
        ("The army said that the hill was lost.", "says"),
    ],
)
def test_stance(acts, text, stance):
    assert acts(text)[0][3] == stance


def test_act_without_source(acts):
    assert acts("It was reported that the bridge was destroyed.")[0][0] is None


def test_short_quoted_words_are_no_quotation(page):
    doc = page('The "brave" men left. "We will never come back here," he said.').doc
    assert [doc[start:end].text for start, end in find_quotes(doc)] == ['"We will never come back here,"']


def test_unclosed_quotation_ends_with_its_paragraph(page):
    doc = page("He said: “We took the town.\nThe army left.").doc
    assert [doc[start:end].text for start, end in find_quotes(doc)] == ["“We took the town."]


def test_apostrophe_closes_no_quotation(page):
    doc = page("‘The army’s men left the town,’ she said.").doc
    assert [doc[start:end].text for start, end in find_quotes(doc)] == ["‘The army’s men left the town,’"]


def test_people_and_abbreviations(page):
    doc = page("General Musa Diallo leads the Northern Liberation Army (NLA). Diallo is in Gao.").doc
    assert people(doc)["diallo"] == "Musa Diallo"
    assert abbreviations(doc) == {"NLA": "Northern Liberation Army"}


def test_name_run_stops_at_days(page):
    doc = page("On Sunday Khartoum told the mission to leave.").doc
    khartoum = next(token for token in doc if token.text == "Khartoum")
    assert doc[slice(*name_run(khartoum))].text == "Khartoum"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Turkish Ministry of Defense", "Turkish Defence Ministry"),
        ("Ministry of Defence of Azerbaijan", "Azerbaijani Defence Ministry"),
        ("Malian army", "Malian army"),
    ],
)
def test_bodies_of_states(written, name):
    assert regular(written) == name


def test_states_by_seat_and_name():
    assert seat("Khartoum") == "Sudan"
    assert seat("Nowhere") is None
    assert adjective_of("Turkey") == "Turkish"
    assert adjective_of("Atlantis") == "Atlantis"


def test_codebook_is_consistent():
    verbs = speech_verbs()
    assert verbs["say"].say
    assert verbs["deny"].stance == "denies"
    assert "of" in verbs["accuse"].of
    assert not verbs["want"].say
    stances = {"says", "denies", "claims", "confirms", "threatens", "plans", "expects"}
    assert {entry.stance for entry in verbs.values()} <= stances
    assert ("according", "to") in phrases()
    assert words("strong", "verbs") - {"saaid"} <= set(verbs)
    assert not words("speakers", "persons") & words("speakers", "organs")


PIECES = st.sampled_from(
    [
        "He",
        "said",
        "the army",
        "that",
        "left",
        '"',
        "“",
        "”",
        ",",
        ".",
        ":",
        "according to",
        "\n",
        "UN",
        "denied",
        "its",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=25))
def test_any_text_gives_spans_within_it(pieces):
    read = parse(Document("x", " ".join(pieces)), load_model())
    read.speech = find_speech(read)
    size = len(read.doc)
    for act in read.speech:
        assert act.contents
        for start, end in (act.cue, *act.contents, *([act.source] if act.source else [])):
            assert 0 <= start < end <= size
    for at in range(size):
        assert speaker_of(read, at).name
