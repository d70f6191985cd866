"""The status of a claim by what governs its trigger."""

import pytest

from whoheld.model import Status
from whoheld.reading.certainty import is_event, status_of
from whoheld.reading.mentions import SpeechAct
from whoheld.reading.speech import find_speech


def status(page, text: str, word: str, kind: str = "") -> Status:
    made = page(text)
    trigger = next(token.i for token in made.doc if token.text == word)
    return status_of(made, trigger, kind)[0]


ASSERTED = [
    ("Government forces captured the town of Harim on Sunday.", "captured"),
    ("The rebels managed to seize two hills.", "seize"),
    ("Its garrison was forced to withdraw from the airport.", "withdraw"),
    ("The militia forced the garrison to withdraw.", "withdraw"),
    ("Loyalist units began to shell the quarter at dawn.", "shell"),
    ("The army did not enter the city until Friday.", "enter"),
    ("The column reportedly took the bridge.", "took"),
    ("The militia claimed to have taken the bridge.", "taken"),
    ("The ministry said that its troops had captured the port.", "captured"),
    ("The brigade reached the river, only to be thrown back at night.", "thrown"),
    ("Kismayo was the first port to fall.", "fall"),
    ("Fighters launched an offensive on the northern suburbs.", "offensive"),
    ("The town, which the rebels hold, will be handed over next month.", "hold"),
    ("The offensive may weaken the government.", "offensive"),
]
DENIED = [
    ("The army did not enter the city.", "enter"),
    ("The ministry denied that its troops had entered the village.", "entered"),
    ("The governor rejected reports that the garrison had surrendered.", "surrendered"),
    ("No aircraft bombed the market, the general said.", "bombed"),
    ("Nobody was executed in the village.", "executed"),
    ("The group denied shelling the camp.", "shelling"),
    ("The claim that the airport has fallen is false.", "fallen"),
    ("The rebels no longer hold the citadel.", "hold"),
    ("They withdrew without taking the refinery.", "taking"),
    ("The troops have yet to reach the junction.", "reach"),
    ("We found no evidence that the militia attacked the clinic.", "attacked"),
    ("The commander refused to withdraw.", "withdraw"),
    ("There was no attack on the convoy.", "attack"),
    ("The city never fell to the insurgents.", "fell"),
]
PLANNED = [
    ("The president vowed to retake the province.", "retake"),
    ("Troops launched an offensive to retake Bentiu.", "retake"),
    ("The militia plans to attack the depot.", "attack"),
    ("He threatened an assault on the capital.", "assault"),
    ("The general announced a plan to encircle the city.", "encircle"),
    ("The ministry ordered its units to withdraw from the valley.", "withdraw"),
    ("Both sides are to withdraw from the crossing.", "withdraw"),
    ("The envoy called for a ceasefire.", "ceasefire"),
    ("The planned offensive has worried aid agencies.", "offensive"),
    ("We will liberate every village.", "liberate"),
    ("The talks resume tomorrow.", "resume"),
    ("The fighters tried to storm the barracks.", "storm"),
    ("Commanders made preparations for an assault.", "assault"),
]
CONDITIONAL = [
    ("If the garrison surrenders, its men will go free.", "surrenders"),
    ("The militia will attack unless the prisoners are freed.", "attack"),
    ("Should the bridge fall, the city will be cut off.", "fall"),
    ("The army would have taken the town by now.", "taken"),
    ("The rebels said they would withdraw if the shelling stopped.", "withdraw"),
    ("A government victory would cut the last road.", "cut"),
]
FORECAST = [
    ("The city will probably fall within days.", "fall"),
    ("Analysts expect the militia to attack the port.", "attack"),
    ("Further attacks are likely this month.", "attacks"),
    ("The garrison is likely to withdraw.", "withdraw"),
    ("Diplomats believe that the capital will fall.", "fall"),
]
POSSIBLE = [
    ("The militia may have shelled the school.", "shelled"),
    ("The rebels are believed to have taken the mine.", "taken"),
    ("Government troops possibly retook the hill.", "retook"),
    ("It is possible that the group holds the dam.", "holds"),
    ("The garrison appears to have withdrawn.", "withdrawn"),
    ("Did the air force bomb the hospital?", "bomb"),
    ("It is unclear whether the rebels captured the base.", "captured"),
]
CASES = [
    (text, word, wanted)
    for wanted, rows in (
        (Status.ASSERTED, ASSERTED),
        (Status.DENIED, DENIED),
        (Status.PLANNED, PLANNED),
        (Status.CONDITIONAL, CONDITIONAL),
        (Status.FORECAST, FORECAST),
        (Status.POSSIBLE, POSSIBLE),
    )
    for text, word in rows
]


@pytest.mark.parametrize(("text", "word", "wanted"), CASES, ids=[case[0][:60] for case in CASES])
def test_status(page, text, word, wanted):
    assert status(page, text, word) is wanted


def test_a_double_denial_asserts(page):
    assert status(page, "The ministry did not deny that its jets had bombed the camp.", "bombed") is Status.ASSERTED


def test_what_is_not_ruled_out_is_possible(page):
    text = "The officer did not exclude that the rebels had taken the pass."
    assert status(page, text, "taken") is Status.POSSIBLE


def test_blocked_aid_is_asserted_but_disputed_aid_is_denied(page):
    blocked = "Two convoys could not reach the town."
    assert status(page, blocked, "reach", "aid") is Status.ASSERTED
    assert status(page, blocked, "reach") is Status.DENIED
    disputed = "The governor denied that a convoy had reached the town."
    assert status(page, disputed, "reached", "aid") is Status.DENIED


def test_a_failed_attack_is_an_asserted_repulse(page):
    text = "The rebels failed to take the airport."
    assert status(page, text, "take", "repulse") is Status.ASSERTED
    assert status(page, text, "take", "capture") is Status.DENIED


def test_speech_that_denies_reaches_its_contents(page):
    made = page("Our jets struck the depot, which Tripoli calls untrue.")
    assert status_of(made, 2)[0] is Status.ASSERTED
    made.speech = [SpeechAct((7, 8), (8, 9), ((0, 5),), "Tripoli", "denies")]
    assert status_of(made, 2)[0] is Status.DENIED


def test_reason_names_the_operator(page):
    made = page("The militia vowed to retake the province.")
    trigger = next(token.i for token in made.doc if token.text == "retake")
    assert "vowed" in status_of(made, trigger)[1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mayor died of a heart attack.", "attack"),
        ("Two attack helicopters flew past.", "attack"),
        ("The delegations took part in the meeting.", "took"),
        ("The council held talks in Geneva.", "held"),
        ("The factions struck a deal.", "struck"),
    ],
)
def test_figures_of_speech_are_no_events(page, text, word):
    made = page(text)
    assert not is_event(made, next(token.i for token in made.doc if token.text == word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The rebels took the town.", "took"),
        ("An attack killed two guards.", "attack"),
        ("They held the ridge.", "held"),
    ],
)
def test_events_are_events(page, text, word):
    made = page(text)
    assert is_event(made, next(token.i for token in made.doc if token.text == word))


def test_a_figure_may_be_an_event_of_another_kind(page):
    made = page("The factions struck a deal.")
    assert is_event(made, 2, "agreement")
    assert not is_event(made, 2, "airstrike")


@pytest.mark.parametrize(
    ("text", "word", "kind", "status"),
    [
        ("Officials did not dispute that the army left the town.", "left", "withdrawal", "asserted"),
        ("London denied that its troops, who landed on Friday, would march.", "landed", "deployment", "asserted"),
        ("The ministry denied that its troops left the town.", "left", "withdrawal", "denied"),
        ("Residents left ahead of an attack expected on Friday.", "attack", "attack", "forecast"),
        ("Not one shot was fired by the guards.", "shot", "attack", "denied"),
        ("The fall of the port would open the road.", "fall", "capture", "conditional"),
        ("The aim of the push was to take the ridge.", "take", "capture", "planned"),
        ("Unverified accounts suggest that gunmen killed ten herders.", "killed", "killing", "possible"),
        ("The rebels tried to advance on the airbase.", "advance", "offensive", "asserted"),
        ("The rebels tried to take the airbase.", "take", "capture", "planned"),
        ("The two sides agreed to a truce.", "truce", "agreement", "asserted"),
    ],
)  # fmt: skip
def test_status_with_speech_and_kind(page, text, word, kind, status):
    made = page(text)
    made.speech = find_speech(made)
    at = next(token.i for token in made.doc if token.text == word)
    assert status_of(made, at, kind)[0].value == status


def test_the_wounded_beside_the_dead_are_no_claim_of_their_own(page):
    made = page("Ten guards were killed and 30 were wounded.")
    at = next(token.i for token in made.doc if token.text == "wounded")
    assert not is_event(made, at)
    alone = page("Thirty guards were wounded.")
    assert is_event(alone, next(token.i for token in alone.doc if token.text == "wounded"))
