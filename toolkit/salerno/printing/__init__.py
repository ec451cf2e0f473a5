"""HTML onto paper: tagged PDF, and the code that a telephone's camera reads."""

from salerno.printing.code import Code, code_of
from salerno.printing.installation import Part, parts
from salerno.printing.pdf import pdf_of

__all__ = ["Code", "Part", "code_of", "parts", "pdf_of"]
