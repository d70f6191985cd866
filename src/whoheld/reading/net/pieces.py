"""Words as word pieces: numbers of the encoder's vocabulary."""

from collections.abc import Sequence

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

UNKNOWN, START, END, PADDING = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
LONGEST = 8  # pieces of one word that are read: the rest of a monster changes nothing
KEPT = 50_000  # words whose pieces are remembered
WORD = 64  # characters of a word that are read


class Pieces:
    """Cuts words into pieces.

    Args:
        vocabulary: the pieces, in the order of their numbers.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.vocabulary = tuple(vocabulary)
        numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.start, self.end, self.padding = numbers[START], numbers[END], numbers[PADDING]
        self._unknown = (numbers[UNKNOWN],)
        self._cutter = Tokenizer(WordPiece(numbers, unk_token=UNKNOWN))
        self._cutter.normalizer = BertNormalizer(lowercase=True)
        self._cutter.pre_tokenizer = BertPreTokenizer()
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word; none for blanks."""
        if len(self._known) > KEPT:
            self._known.clear()
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        for word, cut in zip(new, self._cutter.encode_batch([word[:WORD] for word in new]), strict=True):
            pieces = tuple(cut.ids[:LONGEST])
            self._known[word] = pieces if pieces or not word.strip() else self._unknown
        return [self._known[word] for word in words]
