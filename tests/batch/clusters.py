"""Real dask clusters for tests: a scheduler and workers, each a process of its own on this machine."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
_PATIENCE = 60.0


@dataclass(frozen=True)
class Cluster:
    """A scheduler's address, its process, and those of its workers."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def open_cluster(
    folder: Path, workers: int, *, scheme: str = "tcp", variables: Mapping[str, str] | None = None
) -> Iterator[Cluster]:
    """Start a scheduler and workers with one thread each; all are killed in the end."""
    started: list[subprocess.Popen[bytes]] = []
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "TMPDIR": str(folder), **(variables or {})}

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        program = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
        started.append(subprocess.Popen(program, cwd=folder, env=environment, stderr=subprocess.DEVNULL))
        return started[-1]

    try:
        told = folder / "scheduler.json"
        told.unlink(missing_ok=True)
        place = ("--protocol", scheme, "--host", "127.0.0.1", "--port", "0")
        scheduler = start("scheduler", *place, "--scheduler-file", str(told))
        address = _wait_for_address(told)
        each = ("worker", address, "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        yield Cluster(address, scheduler, tuple(start(*each) for _ in range(workers)))
    finally:
        for process in started:
            process.kill()
            process.wait()


def _wait_for_address(file: Path) -> str:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            return str(json.loads(file.read_text("utf-8"))["address"])
        except (FileNotFoundError, ValueError):
            time.sleep(0.05)
    raise TimeoutError("the scheduler did not start")


def make_authority(folder: Path) -> dict[str, str]:
    """Make a test authority and one certificate with it; gives what dask is told of them by its environment."""
    authority, certificate = folder / "authority.pem", folder / "certificate.pem"
    authority_key, key, request = folder / "authority.key", folder / "key.pem", folder / "request.pem"
    extensions = folder / "extensions"
    extensions.write_text("subjectAltName=IP:127.0.0.1\n", "utf-8")
    new = ("req", "-newkey", "rsa:2048", "-nodes")
    _ssl(*new, "-x509", "-days", "2", "-subj", "/CN=test authority", "-keyout", authority_key, "-out", authority)
    _ssl(*new, "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", request)
    signed_by = ("-CA", authority, "-CAkey", authority_key, "-CAcreateserial", "-days", "2")
    _ssl("x509", "-req", "-in", request, *signed_by, "-extfile", extensions, "-out", certificate)
    variables = {"DASK_DISTRIBUTED__COMM__TLS__CA_FILE": str(authority)}
    for role in ("CLIENT", "SCHEDULER", "WORKER"):
        variables[f"DASK_DISTRIBUTED__COMM__TLS__{role}__CERT"] = str(certificate)
        variables[f"DASK_DISTRIBUTED__COMM__TLS__{role}__KEY"] = str(key)
    return variables


def _ssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)
