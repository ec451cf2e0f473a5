"""The command `preview`."""

from __future__ import annotations

import threading
from pathlib import Path

import click

from salerno.cli.options import workspace_in
from salerno.errors import SalernoError, StorageError


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 is any."
)
@click.pass_obj
def preview(folder: Path, port: int) -> None:
    """Serve previews and pages on this machine; they are built anew when something changes."""
    from salerno.cli.previewing import HOST, Changes, rebuilds, server_of

    root = workspace_in(folder).root
    changes, stop = Changes(), threading.Event()
    _build(folder)
    try:
        server = server_of(root / "output", port, changes)
    except OSError as error:
        remedy = f"cannot serve on {HOST}:{port}: {error.strerror}; try another --port"
        raise StorageError(remedy) from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        click.echo(f"http://{HOST}:{server.server_port}/preview/ (stop with Ctrl-C)")
        for _ in rebuilds(root, stop):
            if _build(folder):
                changes.tell()
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
    finally:
        server.shutdown()


def _build(folder: Path) -> int:
    """Build once; say what is wrong with the input, and go on: it is being worked on."""
    from salerno.pipeline.extract import extract
    from salerno.pipeline.pages import pages
    from salerno.pipeline.update import update

    try:
        workspace = workspace_in(folder)
        extract(workspace)
        update(workspace)
        changed = pages(workspace).changed
    except SalernoError as error:
        click.echo(f"salerno: {error}", err=True)
        return 0
    click.echo(f"{changed} files changed", err=True)
    return changed


COMMANDS: tuple[click.Command, ...] = (preview,)
