"""The command `preview`."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from salerno.cli.options import workspace_in
from salerno.errors import InputError, SalernoError, WorkspaceError
from salerno.pipeline.wording import harmless

if TYPE_CHECKING:  # a server takes long to load, and other commands need none
    from salerno.cli.news import Builds
    from salerno.cli.previewing import Server
    from salerno.cli.watching import Inputs


class _Stop(KeyboardInterrupt):
    """Ctrl-C, under a name of our own.

    A plain KeyboardInterrupt that comes while `exec` runs, as it does for every dataclass, makes CPython 3.11
    end with the status of a killed process, though it was answered.
    """


@contextmanager
def _stopped_by_ctrl_c() -> Iterator[None]:
    def stop(*_: Any) -> None:
        raise _Stop

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
    finally:
        signal.signal(signal.SIGINT, before)


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 is any."
)
@click.pass_obj
def preview(folder: Path, port: int) -> None:
    """Serve previews and pages on this machine; they are built anew when something changes."""
    from salerno.cli.news import Builds
    from salerno.cli.previewing import HOST
    from salerno.cli.watching import Inputs

    root = workspace_in(folder).root
    builds, inputs = Builds(), Inputs(root)
    server = _server(root / "output", port, builds)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with _stopped_by_ctrl_c():
            click.echo(f"http://{HOST}:{server.server_port}/preview/ (stop with Ctrl-C)")
            _build(root, inputs, builds)
            for _ in inputs.changed(threading.Event()):
                _build(root, inputs, builds)
    finally:
        server.shutdown()


def _server(output: Path, port: int, builds: Builds) -> Server:
    from salerno.cli.previewing import HOST, server_of

    try:
        return server_of(output, port, builds)
    except OSError as error:
        what = f"cannot serve on {HOST}:{port}: {error.strerror}"
        raise InputError(what, help="try another --port") from error


def _build(root: Path, inputs: Inputs, builds: Builds) -> None:
    """Build once; say once what is wrong, and go on: the input is being worked on."""
    inputs.note()
    try:
        changed = _built(root, inputs)
    except (SalernoError, OSError) as error:  # an editor may take a file away while it is read
        failure = harmless(str(error))
        if failure != builds.news.failure:
            click.echo(f"salerno: {failure}", err=True)
        builds.failed(failure)
    else:
        click.echo(f"{changed} files changed", err=True)
        # One that failed may have written some pages.
        builds.succeeded(is_new=changed > 0 or bool(builds.news.failure))


def _built(root: Path, inputs: Inputs) -> int:
    """Bring templates, catalogs and pages up to date; return how many files of pages changed."""
    from salerno.pipeline.extract import extract
    from salerno.pipeline.pages import pages
    from salerno.pipeline.update import update

    workspace = workspace_in(root)
    if workspace.root != root:  # the one above is another
        raise WorkspaceError(f"no salerno.toml in {root} any longer")
    inputs.note([*extract(workspace), *update(workspace)])
    return pages(workspace).changed


COMMANDS: tuple[click.Command, ...] = (preview,)
