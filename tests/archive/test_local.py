"""The engine of one machine: every task has an end, whatever becomes of the process that does it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import psutil
import pytest

from protokoll.archive.engine import Loss
from protokoll.archive.local import LocalEngine
from protokoll.archive.processes import Limits
from protokoll.archive.worker import PRELOAD
from protokoll.errors import ProtokollError


def _double(task: int) -> int:
    return 2 * task


def _by_name(task: str) -> str:
    """Do what the name of the task says."""
    kind, _, rest = task.partition(" ")
    if kind == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif kind == "sleep":
        sleep(float(rest))
    elif kind == "grow":
        held = bytearray(int(rest) * 1_000_000)
        held[::4096] = b"x" * len(held[::4096])
        sleep(5)
    return task


def _run(engine: LocalEngine, function: Callable[[Any], Any], tasks: list[Any]) -> dict[Any, Any]:
    found = list(engine.map(function, tasks))
    assert len(found) == len(tasks)
    return dict(found)


def test_every_task_has_its_result() -> None:
    """Each once, whatever the order."""
    assert _run(LocalEngine(3), _double, list(range(500))) == {task: 2 * task for task in range(500)}


def test_no_tasks_no_processes() -> None:
    """Nothing is started for nothing."""
    before = len(psutil.Process().children(recursive=True))
    assert list(LocalEngine(4).map(_double, [])) == []
    assert len(psutil.Process().children(recursive=True)) == before


def test_a_worker_that_dies_takes_one_task() -> None:
    """Also when others were in its pipe already."""
    tasks = [f"ok {number}" for number in range(60)]
    tasks[20:20], tasks[40:40] = ["die 1"], ["die 2"]
    found = _run(LocalEngine(2), _by_name, tasks)
    assert {task for task, result in found.items() if result is Loss.DEATH} == {"die 1", "die 2"}
    assert all(result == task for task, result in found.items() if not task.startswith("die"))


def test_a_task_that_takes_too_long_is_killed() -> None:
    """The others go on, and are not charged with the time that they waited behind it."""
    tasks = ["ok 1", "sleep 60", *(f"sleep 0.0{number}" for number in range(10, 30))]
    start = monotonic()
    found = _run(LocalEngine(1, Limits(seconds=1.5)), _by_name, tasks)
    assert monotonic() - start < 30
    assert [task for task, result in found.items() if result is Loss.TIME] == ["sleep 60"]


def test_a_task_that_takes_too_much_memory_is_killed() -> None:
    """It is given a second chance alone, for the tasks before it may be to blame; then it is lost."""
    tasks = ["ok 1", "grow 400", "ok 2"]
    found = _run(LocalEngine(1, Limits(megabytes=300)), _by_name, tasks)
    assert found == {"ok 1": "ok 1", "grow 400": Loss.MEMORY, "ok 2": "ok 2"}


def test_what_is_in_hand_when_stopped_is_finished() -> None:
    """No other task is begun."""
    engine = LocalEngine(2)
    found = []
    for task, result in engine.map(_by_name, [f"sleep 0.1{number}" for number in range(50)]):
        found.append((task, result))
        engine.stop()
    assert 1 <= len(found) < 25
    assert all(task == result for task, result in found)


def test_leaving_early_leaves_no_process() -> None:
    """Whoever breaks off waits for nobody."""
    start = monotonic()
    results = LocalEngine(2).map(_by_name, ["ok", "sleep 60", "sleep 60"])
    next(results)
    children = psutil.Process().children(recursive=True)
    results.close()  # type: ignore[attr-defined]
    assert monotonic() - start < 30
    assert not [child for child in children if child.is_running() and child.cpu_times().user > 50]


def test_the_tick_sees_what_is_in_hand() -> None:
    """Several times a second, with the longest under way first."""
    seen: list[list[str]] = []
    engine = LocalEngine(2, tick=lambda: seen.append([str(each.task) for each in engine.in_hand()]))
    _run(engine, _by_name, ["sleep 0.6", "sleep 0.5"])
    assert ["sleep 0.6", "sleep 0.5"] in [sorted(each, reverse=True) for each in seen]


def test_results_larger_than_a_pipe(tmp_path: Path) -> None:
    """Neither side waits for the other for ever."""
    assert tmp_path
    found = _run(LocalEngine(2), _long, list(range(40)))
    assert {len(result) for result in found.values()} == {300_000}


def _long(task: int) -> bytes:
    return bytes([task]) * 300_000


class _Unstartable:
    """A function that no worker can even take over."""

    def __call__(self, task: int) -> int:
        return task

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (3,)


def test_workers_that_cannot_start_blame_no_task() -> None:
    """After a few tries it is said, and no task is called lost."""
    found = LocalEngine(2).map(_Unstartable(), list(range(100)))
    with pytest.raises(ProtokollError, match="cannot be started"):
        list(found)


def test_what_is_loaded_before_is_there() -> None:
    """A name that is wrong would be passed over in silence."""
    assert all(find_spec(name) for name in PRELOAD)


_ENDLESS = """
import os, sys
from protokoll.archive.local import LocalEngine
from tests.archive.test_local import _tell_and_sleep
list(LocalEngine(1).map(_tell_and_sleep, [sys.argv[1]]))
"""


def _tell_and_sleep(place: str) -> None:
    Path(place).write_text(str(os.getpid()), "utf-8")
    sleep(120)


def test_workers_end_with_the_one_that_hands_out_tasks(tmp_path: Path) -> None:
    """Also when it is killed while a file takes for ever: no process is left that would write into an archive."""
    place = tmp_path / "pid"
    process = subprocess.Popen([sys.executable, "-c", _ENDLESS, str(place)], cwd=Path(__file__).parents[2])
    until = monotonic() + 30
    while not (place.exists() and place.read_text("utf-8")) and monotonic() < until:
        sleep(0.05)
    worker = psutil.Process(int(place.read_text("utf-8")))
    process.kill()
    process.wait()
    _, left = psutil.wait_procs([worker], timeout=20)
    assert not left or worker.status() == psutil.STATUS_ZOMBIE


def _count_threads(_: int) -> int:
    import numpy as np

    matrix = np.ones((300, 300))
    return psutil.Process().num_threads() if (matrix @ matrix).any() else 0


def test_a_worker_uses_one_core() -> None:
    """One thread works, and one waits for the end of the other process; libraries start no more."""
    assert _run(LocalEngine(1), _count_threads, [1]) == {1: 2}
