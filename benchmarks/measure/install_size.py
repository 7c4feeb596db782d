"""Weight of fresh installations: each is made in an environment of its own, in a temporary folder.

    python -m benchmarks.measure.install_size [requirements | core | page | files | all ...] [--python python3.13]

`requirements` is requirements.txt, `core` the package alone; the others are its extras, with the newest libraries that
it works with. Ends with status 1 if one is at or above its limit or if torch or CUDA came along.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MEBIBYTE = 1024 * 1024
# MiB
LIMITS = {
    "requirements": 785,  # 13 of them for the API: FastAPI with pydantic, and the client of Prometheus
    "core": 240,
    "page": 720,
    "translate": 500,
    "files": 260,
    "serve": 270,
    "accurate": 340,
    "all": 940,  # as above: with the API
}
UNWANTED = re.compile(r"^(torch|nvidia|cuda|triton|tensorflow)", re.IGNORECASE)
MEASURE = """
import json, os
from importlib.metadata import distributions
def size(dist):
    paths = [os.fspath(dist.locate_file(file)) for file in dist.files or ()]
    return sum(os.lstat(path).st_blocks * 512 for path in paths if os.path.lexists(path))
print(json.dumps({f"{dist.name} {dist.version}": size(dist) for dist in distributions()}))
"""


def disk_usage(folder: Path) -> int:
    """Bytes on the disk below a folder, as `du` counts them: whole blocks, each hard-linked file once."""
    entries = {
        (stat.st_dev, stat.st_ino): stat.st_blocks * 512 for stat in (path.lstat() for path in folder.rglob("*"))
    }
    return sum(entries.values())


def arguments_for(what: str) -> list[str]:
    """What pip is to install."""
    if what == "requirements":
        return ["--requirement", str(ROOT / "requirements.txt")]
    return [str(ROOT) if what == "core" else f"{ROOT}[{what}]"]


def installed(python: str, arguments: list[str], folder: Path) -> dict[str, int]:
    """Install into a new environment; bytes of every distribution, named with its version."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    inside = str(folder / "bin" / "python")
    subprocess.run([inside, "-m", "pip", "install", "--quiet", *arguments], check=True)
    output = subprocess.run([inside, "-c", MEASURE], check=True, capture_output=True, text=True).stdout
    sizes: dict[str, int] = json.loads(output)
    return sizes


def weighed(python: str, what: str, top: int) -> bool:
    """Print the table of one installation; whether all is well."""
    with tempfile.TemporaryDirectory(prefix="parallax-install-") as folder:
        sizes = installed(python, arguments_for(what), Path(folder) / "venv")
        total = disk_usage(Path(folder)) / MEBIBYTE
    print(f"{what}:")
    for name, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))[:top]:
        print(f"{size / MEBIBYTE:8.1f} MiB  {name}")
    unwanted = sorted(name for name in sizes if UNWANTED.match(name))
    print(f"{total:8.1f} MiB  the whole environment, {len(sizes)} packages, pip and .pyc files included")
    print(f"torch and CUDA: {', '.join(unwanted) or 'none'}")
    return total < LIMITS[what] and not unwanted


def main() -> int:
    """Print the tables; 0 if all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", help=f"{', '.join(LIMITS)} (default: requirements, core, all)")
    parser.add_argument("--python", default=sys.executable, help="interpreter of the new environments")
    parser.add_argument("--top", type=int, default=10, help="how many packages to list")
    args = parser.parse_args()
    asked = args.what or ["requirements", "core", "all"]
    if unknown := set(asked) - set(LIMITS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}. Known: {', '.join(LIMITS)}")
    well = [weighed(args.python, what, args.top) for what in asked]
    return int(not all(well))


if __name__ == "__main__":
    sys.exit(main())
