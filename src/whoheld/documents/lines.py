"""Lines of a plain text: those that were broken at a column go together again, with no character moved."""

import re

WIDEST = 120  # nobody breaks lines at more columns than this
FEWEST = 3  # so many breaks at the column make it a habit
HEAD_LINES = 4
_BREAK = re.compile(r"(?<=\S)(\r?\n)(?=[^\s\-*•>#|])")
_SPACES = re.compile(r"[ \t\u00a0]+")


def unwrapped(text: str) -> str:
    """The text with the line breaks of a hard wrap turned into as many blanks.

    A break is one of a wrap where the next line's first word had no more room before the text's right margin.
    Titles, lists and datelines keep their lines, and every offset stays what it was.
    """
    margin = max((len(line) for line in text.splitlines()), default=0)
    breaks = list(_BREAK.finditer(text))
    if margin > WIDEST or len(breaks) < FEWEST:
        return text
    forced = [found for found in breaks if _forced(text, found, margin)]
    if len(forced) < max(FEWEST, len(breaks) // 2):
        return text
    return _blanked(text, forced)


def _forced(text: str, found: re.Match[str], margin: int) -> bool:
    start = text.rfind("\n", 0, found.start()) + 1
    word = re.match(r"\S+", text[found.end() :])
    return found.start() - start + 1 + len(word.group() if word else "") > margin


def _blanked(text: str, breaks: list[re.Match[str]]) -> str:
    parts, at = [], 0
    for found in breaks:
        parts += [text[at : found.start()], " " * len(found.group())]
        at = found.end()
    return "".join((*parts, text[at:]))


def tidy(text: str) -> str:
    """Blanks within a line made one, lines trimmed, empty ones dropped."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.splitlines())
    return "\n".join(filter(None, lines))


def with_title(title: str, body: str) -> str:
    """Title, line break, body; where the body's own head has the title, what stands before that goes."""
    if not title:
        return body
    head = body.split("\n", HEAD_LINES)
    if title in head[:HEAD_LINES]:
        return "\n".join(head[head.index(title) :])
    return f"{title}\n{body}"
