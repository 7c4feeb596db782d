"""What serves the page to others: the image, the compose file, the unit and the proxies fit the program and each other.

No engine is at hand: the files are read as their programs read them, and every path and command is looked up.
"""

import ast
import fnmatch
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from translate.cli.commands import page
from translate.cli.main import parser
from translate.settings.environment import VARIABLES

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).resolve().parents[1]
STATE = "/var/lib/parallax"  # where the image and the unit let the page write
PORT = "8501"
UNIT = ROOT / "deploy" / "parallax.service"
API = "deploy/parallax-api.service"
VARIABLE = re.compile(r"\bPARALLAX_[A-Z][A-Z_]*[A-Z]\b")


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def instructions():
    """Those of the Dockerfile, by stage: pairs of the word and what follows it."""
    lines = re.sub(
        r"\\\n", " ", "\n".join(line for line in text("Dockerfile").splitlines() if not line.startswith("#"))
    )
    stages = []
    for line in filter(str.strip, lines.splitlines()):
        word, rest = line.split(maxsplit=1)
        if word == "FROM":
            stages.append([])
        stages[-1].append((word, rest.strip()))
    return stages


BUILD, FINAL = instructions()


def of(stage, word):
    return [rest for each, rest in stage if each == word]


def ignored(name):
    """Whether .dockerignore keeps a file from the engine: the last pattern that fits decides."""
    verdict = False
    for pattern in text(".dockerignore").splitlines():
        if pattern and not pattern.startswith("#"):
            bare = pattern.removeprefix("!").removeprefix("**/")
            fits = fnmatch.fnmatch(name, bare) or name.startswith(f"{bare}/") or fnmatch.fnmatch(Path(name).name, bare)
            verdict = not pattern.startswith("!") if fits else verdict
    return verdict


def test_the_base_images_are_named_by_version_and_slim():
    bases = [of(stage, "FROM")[0].split()[0] for stage in (BUILD, FINAL)]
    assert bases[0] == bases[1]  # the virtual environment names the Python of its own stage
    assert re.fullmatch(r"python:3\.\d+-slim-\w+", bases[0])
    lower, upper = re.findall(r"3\.(\d+)", tomllib.loads(text("pyproject.toml"))["project"]["requires-python"])
    assert int(lower) <= int(re.search(r"3\.(\d+)", bases[0])[1]) < int(upper)


def test_what_is_copied_is_there_and_reaches_the_engine():
    copied = [shlex.split(rest) for rest in of(BUILD, "COPY")]
    sources = [source for *names, _ in copied for source in names]
    assert sources
    for source in sources:
        assert (ROOT / source).exists(), source
        assert not ignored(source), source
    assert of(BUILD, "ADD") == of(FINAL, "ADD") == []


def test_all_that_the_package_is_built_of_is_copied():
    """What pyproject.toml names in and beside the package."""
    project = tomllib.loads(text("pyproject.toml"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {*shipped["packages"], *shipped["force-include"], project["project"]["readme"], "LICENSE"}
    copied = [source for rest in of(BUILD, "COPY") for source in shlex.split(rest)[:-1]]
    assert {name for name in needed if not any(name == each or name.startswith(f"{each}/") for each in copied)} == set()


@pytest.mark.parametrize(
    "name", [".git/config", ".venv/bin/python", "tests/conftest.py", "translate/__pycache__/a.pyc"]
)
def test_nothing_else_is_sent_to_the_engine(name):
    assert ignored(name)


def test_nothing_that_builds_or_installs_is_left():
    runs = " ".join(of(BUILD, "RUN") + of(FINAL, "RUN"))
    assert "apt-get" not in runs  # no compiler is needed
    assert "--no-cache-dir" in runs
    assert "--without-pip" in of(BUILD, "RUN")[0]
    assert "pip uninstall" in of(FINAL, "RUN")[0]
    assert [shlex.split(rest)[0] for rest in of(FINAL, "COPY")] == ["--from=build"]
    assert '"/source[${EXTRAS}]"' in runs


def test_the_image_has_extras_that_there_are():
    usual = dict(one.split("=") for one in of(BUILD, "ARG"))["EXTRAS"]
    of_a_cluster = re.findall(r"EXTRAS=([\w,]+)", text("docs/cluster.md") + text("deploy/kubernetes.yaml"))
    assert len(of_a_cluster) == 2
    known = set(tomllib.loads(text("pyproject.toml"))["project"]["optional-dependencies"])
    for extras in (usual, *of_a_cluster):
        assert set(extras.split(",")) <= known


def test_the_cluster_of_the_manifest_belongs_together():
    parts = list(yaml.safe_load_all(text("deploy/kubernetes.yaml")))
    pods = [part["spec"]["template"] for part in parts if "template" in part["spec"]]
    kinds = ["Deployment", "Service", "Deployment", "NetworkPolicy", "Job"]
    assert [part["kind"] for part in parts] == kinds
    (service,) = (part for part in parts if part["kind"] == "Service")
    address = f"tcp://{service['metadata']['name']}:{service['spec']['ports'][0]['port']}"
    scheduler, worker, batch = (pod["spec"]["containers"][0] for pod in pods)
    assert str(service["spec"]["ports"][0]["port"]) in scheduler["command"]
    assert address in worker["command"]
    assert address in batch["args"]
    (policy,) = (part for part in parts if part["kind"] == "NetworkPolicy")
    allowed = policy["spec"]["podSelector"]["matchLabels"].items()
    for pod in pods:
        assert allowed <= pod["metadata"]["labels"].items()
        assert pod["spec"]["securityContext"]["runAsUser"] == int(of(FINAL, "USER")[0].partition(":")[0])
        assert not pod["spec"]["automountServiceAccountToken"]
        assert "limits" in pod["spec"]["containers"][0]["resources"]
    parser().parse_args(batch["args"])  # what the command line takes


def test_the_page_is_not_run_by_root_and_writes_to_one_place():
    (user,) = of(FINAL, "USER")
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)  # by number, so that an engine can see that it is not root
    assert f"--uid {user.split(':')[0]} " in of(FINAL, "RUN")[0]
    assert of(FINAL, "VOLUME") == of(FINAL, "WORKDIR") == [STATE]
    made = set(re.findall(rf"{STATE}/\w+", of(FINAL, "RUN")[0]))
    set_to = dict(pair.split("=", 1) for pair in shlex.split(of(FINAL, "ENV")[0]))
    folders = {name: value for name, value in set_to.items() if re.search("HOME|_DIR$", name)}
    assert set(folders) == {"HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "ARGOS_PACKAGES_DIR", "PARALLAX_FIREFOX_DIR"}
    assert set(folders.values()) <= made | {STATE}
    words = [word for word, _ in FINAL]
    assert words.index("USER") > words.index("RUN")
    assert words.index("USER") < words.index("CMD")


def test_the_image_says_whether_the_page_answers():
    (check,) = of(FINAL, "HEALTHCHECK")
    command = ast.literal_eval(check[check.index("[") :])
    assert command[:2] == ["python", "-c"]
    compile(command[2], "healthcheck", "exec")
    assert f"127.0.0.1:{PORT}/_stcore/health" in command[2]
    assert of(FINAL, "EXPOSE") == [PORT]


def served(arguments, monkeypatch):
    """What Streamlit is told by a command line of the page."""
    settings = []
    monkeypatch.setattr(page.runpy, "run_module", lambda *module, **how: settings.extend(page.sys.argv))
    monkeypatch.setattr(page, "_require_free", lambda port, address: None)
    monkeypatch.setattr(page.sys, "argv", ["parallax"])
    args = parser().parse_args(arguments)
    assert args.run(args) == 0
    return settings


def test_the_image_starts_the_page_for_its_network(monkeypatch):
    (entry,), (command,) = of(FINAL, "ENTRYPOINT"), of(FINAL, "CMD")
    assert ast.literal_eval(entry) == ["parallax"]
    settings = served(ast.literal_eval(command), monkeypatch)
    assert {"--server.address=0.0.0.0", f"--server.port={PORT}", "--server.headless=true"} <= set(settings)


@pytest.fixture
def service():
    return yaml.safe_load(text("compose.yaml"))["services"]["page"]


def test_the_compose_file_lets_the_page_write_to_its_volume_and_to_memory_alone(service):
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add", "user", "network_mode", "pid"} & set(service)
    assert service["volumes"] == [f"data:{STATE}"]
    assert list(yaml.safe_load(text("compose.yaml"))["volumes"]) == ["data", "jobs"]
    ((place, options),) = (each.split(":", 1) for each in service["tmpfs"])
    assert place == "/tmp"
    assert {"noexec", "nosuid", "nodev"} <= set(options.split(","))
    assert re.fullmatch(r"\d+[mg]", service["mem_limit"])
    assert service["pids_limit"] > 0


def test_the_compose_file_starts_the_page_where_the_proxy_alone_reaches_it(service, monkeypatch):
    settings = served(service["command"], monkeypatch)
    assert "--browser.serverAddress=parallax.example" in settings
    assert service["ports"] == [f"127.0.0.1:{PORT}:{PORT}"]
    assert f"--server.port={PORT}" in settings
    assert all(isinstance(value, str) for value in service["environment"].values())  # YAML has numbers and booleans


def test_the_compose_file_starts_the_api_as_the_page_but_for_keys(service):
    whole = yaml.safe_load(text("compose.yaml"))
    api = whole["services"]["api"]
    for name in ("image", "read_only", "cap_drop", "security_opt", "tmpfs", "init"):
        assert api[name] == service[name]
    assert api["volumes"] == [f"jobs:{STATE}"]  # jobs are locked by the one service that has them
    args = parser().parse_args(api["command"])
    assert (args.address, api["ports"]) == ("0.0.0.0", [f"127.0.0.1:{args.port}:{args.port}"])
    assert api["environment"]["PARALLAX_API_KEYS_FILE"] == f"/run/secrets/{api['secrets'][0]}"
    assert api["secrets"] == list(whole["secrets"])
    assert api["profiles"]  # not without keys
    check = api["healthcheck"]["test"]
    compile(check[-1], "healthcheck", "exec")
    assert f"127.0.0.1:{args.port}/health" in check[-1]


def unit(path="deploy/parallax.service"):
    """Pairs of the settings of a unit, by section."""
    sections = {}
    for line in text(path).splitlines():
        if line.startswith("["):
            own = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            own.append(tuple(line.split("=", 1)))
    return sections


def test_the_unit_starts_the_page_for_the_proxy_of_its_machine(monkeypatch):
    service = dict(unit()["Service"])
    program, *arguments = shlex.split(service["ExecStart"])
    assert program == "/opt/parallax/bin/parallax"
    settings = served(arguments, monkeypatch)
    assert "--server.address=localhost" in settings
    check = shlex.split(service["ExecStartPre"].removeprefix("-"))
    assert check[0] == program
    assert parser().parse_args(check[1:]).run


def test_the_unit_writes_where_systemd_lets_it():
    told = [value for name, value in unit()["Service"] if name == "Environment"]
    places = {value.split("=", 1)[1] for value in told if re.match(r"HOME|XDG|\w+_DIR=", value)}
    assert all(re.match(r"%[SC](/parallax|$)", place) for place in places)
    service = dict(unit()["Service"])
    assert service["StateDirectory"] == service["CacheDirectory"] == "parallax"
    assert service["ProtectSystem"] == "strict"
    assert service["DynamicUser"] == service["NoNewPrivileges"] == "yes"
    assert service["CapabilityBoundingSet"] == ""


def test_the_unit_of_the_api_is_as_closed_as_that_of_the_page():
    page, api = dict(unit()["Service"]), dict(unit(API)["Service"])
    own = {"ExecStart", "ExecStartPre", "SuccessExitStatus", "LoadCredential", "TimeoutStopSec", "Environment"}
    places = {"StateDirectory", "CacheDirectory", "WorkingDirectory"}
    assert {name: page[name] for name in page.keys() - own - places} == {
        name: api[name] for name in api.keys() - own - places
    }
    told = [value for name, value in unit(API)["Service"] if name == "Environment"]
    folders = {value.split("=", 1)[1] for value in told if re.match(r"HOME|XDG|\w+_DIR=", value)}
    assert all(re.match(r"%[SC]/parallax-api(/|$)", folder) for folder in folders)
    assert api["StateDirectory"] == api["CacheDirectory"] == "parallax-api"
    program, *arguments = shlex.split(api["ExecStart"])
    assert program == "/opt/parallax/bin/parallax"
    assert parser().parse_args(arguments).address == "127.0.0.1"
    assert "PARALLAX_API_KEYS_FILE=%d/keys" in told
    assert api["LoadCredential"].startswith("keys:")
    assert api["SuccessExitStatus"] == "143"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize("unit", [UNIT, ROOT / API], ids=["page", "api"])
def test_systemd_finds_the_unit_sound_and_little_exposed(tmp_path, unit):
    there = re.sub(r"(?m)^(Exec\w+=-?)\S+", rf"\g<1>{shutil.which('true')}", unit.read_text(encoding="utf-8"))
    copy = tmp_path / unit.name
    copy.write_text(there, encoding="utf-8")
    verified = subprocess.run(["systemd-analyze", "verify", str(copy)], capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
    rated = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=15", str(copy)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert rated.returncode == 0, rated.stdout[-300:]


@pytest.mark.parametrize("proxy", ["nginx.conf", "Caddyfile"])
def test_the_proxies_ask_for_a_login_and_lead_to_the_page(proxy):
    lines = text(f"deploy/{proxy}")
    assert f"127.0.0.1:{PORT}" in lines
    assert re.search(r"^\s*(auth_basic|basic_auth)\b", lines, re.MULTILINE)
    assert lines.count("{") == lines.count("}")
    assert "parallax.example" in lines
    assert re.search(r"Strict-Transport-Security|nosniff", lines)


def test_nginx_passes_websockets_on():
    lines = text("deploy/nginx.conf")
    for needed in (
        "proxy_http_version 1.1;",
        "Upgrade $http_upgrade;",
        "Connection $connection_upgrade;",
        "Host $host;",
    ):
        assert needed in lines
    directives = [line.split("#")[0].strip() for line in lines.splitlines()]
    assert [line for line in directives if line and line[-1] not in ";{}"] == []


def test_every_variable_that_is_read_or_set_is_in_the_list_of_settings():
    """That list is the table of docs/how-to.md."""
    listed = {variable.name for variable in VARIABLES}
    modules = [path.read_text(encoding="utf-8") for path in (ROOT / "translate").rglob("*.py")]
    assert {name for module in modules for name in VARIABLE.findall(module)} <= listed
    for name in (
        "Dockerfile",
        "compose.yaml",
        "deploy/parallax.service",
        API,
        "docs/deployment.md",
        "docs/api-service.md",
    ):
        assert set(VARIABLE.findall(text(name))) <= listed, name


def test_no_guide_of_ours_turns_a_protection_off():
    """A page whose protections were off would take connections from any site."""
    files = ["Dockerfile", "compose.yaml", *(f"deploy/{path.name}" for path in (ROOT / "deploy").iterdir())]
    for name in [*files, ".streamlit/config.toml"]:
        assert not re.search(r"(?i)(enable_?cors|enable_?xsrf\w*)\W+false", text(name)), name
