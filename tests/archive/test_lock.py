"""One run at a time."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from protokoll.archive.lock import hold
from protokoll.errors import ArchiveBusy

_HOLD = """
import sys, time
from pathlib import Path
from protokoll.archive.lock import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_run_says_so_and_a_killed_one_is_no_obstacle(tmp_path: Path) -> None:
    """The lock goes with the process, not with the file."""
    lock = tmp_path / ".lock"
    holder = subprocess.Popen([sys.executable, "-c", _HOLD, str(lock)], stdout=subprocess.PIPE)
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(ArchiveBusy, match="another run is writing"), hold(lock):
        pass
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    with hold(lock):
        assert lock.exists()
