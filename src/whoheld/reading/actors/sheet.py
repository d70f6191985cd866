"""What reference asks of a page: its words, the children of each token, and the mention over a token."""

from dataclasses import dataclass, field

from whoheld.reading.actors.words import Words, words_of
from whoheld.reading.mentions import ActorMention
from whoheld.reading.page import Page

KEY = "whoheld.actors.sheet"


@dataclass(slots=True)
class Sheet:
    """Look-up lists of one page.

    Attributes:
        words: its tokens as plain lists.
        children: the syntactic children of each token.
        mentions: the page's actors, sorted.
        covering: for each token the mention over it, by index, or -1.
        pointed: pronouns that have been resolved, or left open.
        read: tokens before this one have had their pronouns resolved.
    """

    words: Words
    children: list[list[int]]
    mentions: list[ActorMention]
    covering: list[int]
    pointed: dict[int, ActorMention | None] = field(default_factory=dict)
    read: int = 0

    def mention_at(self, token: int) -> ActorMention | None:
        """The mention that covers a token."""
        index = self.covering[token] if 0 <= token < len(self.covering) else -1
        return self.mentions[index] if index >= 0 else None

    def head_of(self, mention: ActorMention) -> int:
        """The token of a mention whose head lies outside it."""
        heads = self.words.head
        for token in range(mention.end - 1, mention.start - 1, -1):
            if not mention.start <= heads[token] < mention.end or heads[token] == token:
                return token
        return mention.end - 1


def page_words(page: Page) -> Words:
    """The words of a page, worked out once."""
    held = page.doc.user_data.get("whoheld.words")
    if not isinstance(held, Words):
        held = page.doc.user_data["whoheld.words"] = words_of(page.doc)
    return held


def sheet_of(page: Page) -> Sheet:
    """The look-up lists of a page, worked out once for its present list of actors."""
    held = page.doc.user_data.get(KEY)
    if isinstance(held, Sheet) and held.mentions is page.actors:
        return held
    words = page_words(page)
    children: list[list[int]] = [[] for _ in range(len(words))]
    for token, head in enumerate(words.head):
        if head != token:
            children[head].append(token)
    covering = [-1] * len(words)
    for index, mention in enumerate(page.actors):
        for token in range(mention.start, mention.end):
            covering[token] = index
    made = page.doc.user_data[KEY] = Sheet(words, children, page.actors, covering)
    return made
