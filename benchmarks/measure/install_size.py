"""Weight of a fresh installation: makes an environment in a temporary folder and installs requirements.txt there.

    python -m benchmarks.measure.install_size [--python python3.13] [--requirements requirements.txt] [--limit 760]

Ends with status 1 if the environment is at or above the limit or if torch or CUDA came along.
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


def installed(python: str, requirements: Path, folder: Path) -> dict[str, int]:
    """Install into a new environment; bytes of every distribution, named with its version."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    inside = str(folder / "bin" / "python")
    subprocess.run([inside, "-m", "pip", "install", "--quiet", "--requirement", str(requirements)], check=True)
    output = subprocess.run([inside, "-c", MEASURE], check=True, capture_output=True, text=True).stdout
    sizes: dict[str, int] = json.loads(output)
    return sizes


def main() -> int:
    """Print the table; 0 if all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="interpreter of the new environment")
    parser.add_argument("--requirements", type=Path, default=ROOT / "requirements.txt")
    parser.add_argument("--limit", type=int, default=760, help="MiB the environment must stay below")
    parser.add_argument("--top", type=int, default=10, help="how many packages to list")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="parallax-install-") as folder:
        sizes = installed(args.python, args.requirements, Path(folder) / "venv")
        total = disk_usage(Path(folder)) / MEBIBYTE
    biggest = sorted(sizes.items(), key=lambda item: (-item[1], item[0]))[: args.top]
    for name, size in biggest:
        print(f"{size / MEBIBYTE:8.1f} MiB  {name}")
    unwanted = sorted(name for name in sizes if UNWANTED.match(name))
    print(f"{total:8.1f} MiB  the whole environment, {len(sizes)} packages, pip and .pyc files included")
    print(f"torch and CUDA: {', '.join(unwanted) or 'none'}")
    return int(total >= args.limit or bool(unwanted))


if __name__ == "__main__":
    sys.exit(main())
