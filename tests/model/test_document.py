from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from whoheld.model import Actor, ActorKind, DateBasis, Document, Place, PlaceKind


@given(st.text(max_size=60))
def test_the_hash_is_of_the_text_alone(text: str):
    one, other = Document("a", text), Document("b", text, title="T", source="S", url="u")
    assert one.content_hash == other.content_hash
    assert one.content_hash == sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@given(st.text(max_size=30), st.text(max_size=30))
def test_different_texts_have_different_hashes(one: str, other: str):
    assert (Document("a", one).content_hash == Document("a", other).content_hash) == (one == other)


def test_half_a_surrogate_pair_has_a_hash():
    assert len(Document("a", "\ud83d").content_hash) == 64


def test_what_is_not_known_is_empty():
    document = Document("a", "They left.")
    assert document.published is None
    assert document.published_basis is DateBasis.NONE
    assert (document.title, document.source, document.url, document.language) == ("", "", "", "en")


def test_actors_compare_without_their_sides():
    one, other = (Actor("x", "X", ActorKind.REBEL, sides=sides) for sides in ({"syria": "a"}, {"syria": "a"}))
    assert one == other
    assert hash(one) == hash(other)


def test_a_place_without_a_point():
    assert Place("whoheld:front", "the front", PlaceKind.REGION).lat is None
