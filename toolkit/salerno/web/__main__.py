"""Django's own commands: `python -m salerno.web migrate`, `check --deploy`, and ours."""

from __future__ import annotations

import os
import sys

from salerno.errors import SalernoError


def main() -> None:
    """Run a command; what is wrong with the environment is said in a line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "salerno.web.settings")
    try:
        from django.core.management import execute_from_command_line

        execute_from_command_line(["python -m salerno.web", *sys.argv[1:]])
    except SalernoError as error:
        sys.exit(f"salerno: {error}")


if __name__ == "__main__":
    main()
