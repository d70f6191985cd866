from hypothesis import given
from hypothesis import strategies as st

from whoheld.reading.roles.story import REMEMBERED, Story, Told

NAMES = st.none() | st.sampled_from(["ISIS", "Syrian Army", "M23", "Palmyra"])
TOLD = st.builds(Told, st.integers(0, 99), st.sampled_from(["capture", "hold"]), NAMES, NAMES, NAMES)


@given(st.lists(TOLD, max_size=12))
def test_the_last_claims_come_latest_first(claims: list[Told]):
    story = Story()
    for one in claims:
        story.add(one)
    assert story.told == claims
    assert story.recent() == list(reversed(claims))[:REMEMBERED]


@given(st.lists(TOLD, max_size=12))
def test_names_are_counted_by_role(claims: list[Told]):
    story = Story()
    for one in claims:
        story.add(one)
    assert story.actors_told.total() == sum(one.actor is not None for one in claims)
    assert story.recipients_told["M23"] == sum(one.recipient == "M23" for one in claims)
    assert story.places_told["Palmyra"] == sum(one.place == "Palmyra" for one in claims)
    assert not [
        name
        for counter in (story.actors_told, story.recipients_told, story.places_told)
        for name in counter
        if not name
    ]


def test_two_stories_share_nothing():
    one, other = Story(), Story()
    one.add(Told(0, "capture", "ISIS", None, "Palmyra"))
    assert not other.told
    assert not other.actors_told
