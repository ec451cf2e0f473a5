"""What of a text a reviewer should look at twice, as spans, and the text cut up by them.

Highlights only point: whether a number or a negation is the right one, the checks and the reader say.
"""

from salerno.highlights.cues import highlights
from salerno.highlights.segments import segments

__all__ = ["highlights", "segments"]
