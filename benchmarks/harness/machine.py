# SPDX-License-Identifier: MIT
"""The machine and the moment of a measurement."""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
from pathlib import Path


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _memory() -> float | str:
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1)
    except (ValueError, OSError):
        return "unknown"


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"


def _commit(folder: Path) -> str:
    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()

    try:
        changed = git("status", "--porcelain", "--untracked-files=no", "--", ":/include", ":/src", ":/benchmarks/*.cpp")
        return git("rev-parse", "--short=12", "HEAD") + ("+changes" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def describe(folder: Path) -> dict[str, object]:
    """Gives the columns that tell where and when; call it before the engines run, for the load of others to show."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gib": _memory(),
        "system": _system(),
        "kernel": platform.release(),
        "load_before": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else "unknown",
        "commit": _commit(folder),
        "date": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    }
