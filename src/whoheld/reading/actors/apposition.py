"""Names that stand beside a description: "another group, the X", "volunteers (VDP)", "X, an alliance of ..."."""

from whoheld.reading.actors.sheet import Sheet
from whoheld.reading.mentions import ActorMention, Basis


def name_beside(sheet: Sheet, mention: ActorMention) -> ActorMention | None:
    """The mention that names whom a description tells of, where one stands in apposition to it."""
    words, head = sheet.words, sheet.head_of(mention)
    for child in sheet.children[head]:
        if child >= mention.end and words.dep[child] == "appos":
            beside = sheet.mention_at(child)
            if beside and _names(beside):
                return beside
    if words.dep[head] == "appos":
        above = sheet.mention_at(words.head[head])
        if above and _names(above):
            return above
    return _in_brackets(sheet, mention.end)


def _in_brackets(sheet: Sheet, at: int) -> ActorMention | None:
    words = sheet.words
    if at + 2 >= len(words) or words.text[at] != "(":
        return None
    beside = sheet.mention_at(at + 1)
    return beside if beside and _names(beside) and words.text[beside.end : beside.end + 1] in ([")"], [","]) else None


def _names(mention: ActorMention) -> bool:
    return mention.basis is Basis.NAME and bool(mention.name)
