"""Translation memory: what people made of the same text, or of one much like it, in the same locale."""

from salerno.memory.exact import Memory
from salerno.memory.similar import Like, Similar

__all__ = ["Like", "Memory", "Similar"]
