"""The command `serve`."""

from __future__ import annotations

from pathlib import Path

import click

from salerno.cli.options import workspace_in
from salerno.errors import PluginError


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="On 127.0.0.1.",
)
@click.pass_obj
def serve(folder: Path, port: int) -> None:
    """Serve the review pages on this machine; the first time, it prints where you make your account.

    Teams run it under gunicorn, on PostgreSQL: see docs/deploy.md.
    """
    workspace = workspace_in(folder)
    try:
        from salerno.web.serving import serve as run
    except ModuleNotFoundError as error:
        raise PluginError(
            f"the review server needs {error.name}: pip install 'salerno[web]'"
        ) from error
    run(workspace.root, port, click.echo)


COMMANDS: tuple[click.Command, ...] = (serve,)
