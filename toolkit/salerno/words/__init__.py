"""Words of any script: cut, counted, and found however they are written."""

from salerno.words.cutting import count_words, is_word, signs, widened, words
from salerno.words.folding import Folded, fold

__all__ = ["Folded", "count_words", "fold", "is_word", "signs", "widened", "words"]
