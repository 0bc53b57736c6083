"""What a worker asks of the operating system: to die with its parent, not to outgrow its memory, to be measured.

Linux answers to all of it. Elsewhere what the system does not have is left out, and the parent's clock still holds.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_RESET_PEAK = "5"
_SLACK = 512 * 1024**2
"""what a process may ask for over its limit before the kernel refuses: the parent, who looks at what is really used
(address space that is asked for and never touched costs nothing), should be the first to notice"""


def die_with_parent(parent: int) -> None:
    """Has the kernel end this process when its parent ends, however it ends."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we asked
        os._exit(0)


def limit_memory(limit: int) -> None:
    """Has the kernel refuse memory far beyond the limit, for what allocates faster than the parent looks."""
    if sys.platform != "linux":
        return
    import resource

    held = _status("VmData") or 0
    with contextlib.suppress(ValueError, OSError):  # a lower hard limit is in force already
        resource.setrlimit(resource.RLIMIT_DATA, (limit + held + _SLACK, resource.RLIM_INFINITY))


def reset_peak_memory() -> None:
    """Lets ``peak_memory`` begin anew, where the system can."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text(_RESET_PEAK)


def peak_memory() -> int | None:
    """The most bytes of memory that this process held since the reset; since its start where there is none."""
    peak = _status("VmHWM")
    if peak is not None or sys.platform == "win32":
        return peak
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on macOS, where there is no /proc


def resident_memory(process: int | str = "self") -> int | None:
    """The bytes of memory that a process holds now, None where that can't be told or it is no more."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_bytes().split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def _status(name: str) -> int | None:
    """A field of /proc/self/status that is in kB, in bytes."""
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(name + ":"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None
