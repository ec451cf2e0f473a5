"""Let `python -m salerno` stand for the `salerno` command."""

from salerno.cli import main

main()
