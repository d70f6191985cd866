"""A colour and an underline for each family of kinds; told apart without colour too."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How a family is shown.

    Attributes:
        key: for class names.
        light: its colour on white, of Okabe and Ito's set, darkened where text needs it.
        dark: its colour on black.
        line: the style of its underline.
        terminal: its colour in a terminal.
    """

    key: str
    light: str
    dark: str
    line: str
    terminal: str


LOOKS = {
    "territory": Look("territory", "#0072b2", "#56b4e9", "solid", "bright_blue"),
    "fighting": Look("fighting", "#b84a00", "#e69f00", "dashed", "yellow"),
    "remote violence": Look("remote", "#b3005e", "#f28ab2", "dotted", "bright_magenta"),
    "people": Look("people", "#8a1c1c", "#ff8f7a", "double", "bright_red"),
    "property": Look("property", "#6b4e16", "#d9b26f", "wavy", "bright_yellow"),
    "forces": Look("forces", "#00684f", "#2fc79a", "solid", "green"),
    "diplomacy": Look("diplomacy", "#5b3a9e", "#b9a0f0", "dashed", "magenta"),
    "relief": Look("relief", "#2f6f1a", "#8fd16f", "dotted", "bright_green"),
}
OTHER = Look("other", "#444444", "#bbbbbb", "solid", "white")


def family_of(kind: str) -> str:
    """The family of a kind, "other" for a kind that the codebook does not have."""
    from whoheld.codebooks.kinds import kinds  # noqa: PLC0415

    found = kinds().get(kind)
    return found.family if found else "other"


def look_of(kind: str) -> Look:
    """How claims of a kind are shown."""
    return LOOKS.get(family_of(kind), OTHER)
