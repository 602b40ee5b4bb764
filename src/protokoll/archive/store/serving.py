"""Datasette over an archive's database: on this machine only, for reading only, with a search that knows Swedish."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from protokoll.archive.store.metadata import make_metadata
from protokoll.errors import ArchiveError, UsageError

__all__ = ["HOST", "find_port", "make_site", "serve"]

HOST = "127.0.0.1"

_SETTINGS = {
    "default_page_size": 50,
    "facet_time_limit_ms": 2000,
    "sql_time_limit_ms": 5000,
    "suggest_facets": False,
    "truncate_cells_html": 300,
    "allow_download": True,
    "default_cache_ttl": 0,
}


def find_port(wanted: int) -> int:
    """Return a port that is free: the one wanted, or any for 0.

    Raises:
        ArchiveError: the port is taken.

    >>> find_port(0) > 1023
    True
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, wanted))
        except PermissionError:
            raise UsageError(f"port {wanted} is not yours to use", hint="choose one above 1023 with --port") from None
        except OSError:
            raise ArchiveError(f"port {wanted} is taken", hint="choose another with --port, or 0 for any") from None
        return int(probe.getsockname()[1])


def make_site(database: Path, language: str) -> Any:
    """Return the Datasette of a database.

    Args:
        database: the file; it is opened for reading only, and never changed.
        language: of titles and descriptions, `sv` or `en`.
    """
    from datasette.app import Datasette
    from datasette.plugins import pm

    from protokoll.archive.store import plugin

    if not pm.is_registered(plugin):
        pm.register(plugin, name="protokoll")
    return Datasette(
        files=[],
        immutables=[str(database)],
        metadata=make_metadata(language, plain=False),
        settings=dict(_SETTINGS),
        pdb=False,
    )


def serve(database: Path, port: int, language: str, ready: Callable[[str], None]) -> None:
    """Serve a database until the process is told to end.

    Args:
        database: the file.
        port: a free port.
        language: of titles and descriptions.
        ready: called with the address, once it answers.
    """
    import uvicorn

    address = f"http://{HOST}:{port}/protokoll"

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                ready(address)

    app = make_site(database, language).app()
    # uvicorn ends in good order and then raises the signal once more.
    with contextlib.suppress(KeyboardInterrupt):
        Server(uvicorn.Config(app, host=HOST, port=port, log_level="error", lifespan="on")).run()
