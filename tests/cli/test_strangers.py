"""Files of another project in our folder are told, with the remedy."""

import sys

import pytest

from translate.cli.strangers import strangers


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of installed packages with ours in it, and nothing else to be found."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    installed(tmp_path, "parallax_news", "0.1.0", ["translate/__init__.py", "translate/cli/main.py"])
    return tmp_path


def installed(site, name, version, files):
    """Files and the list of them, as pip writes it."""
    about = f"{name}-{version}.dist-info"
    for file in files:
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_text("")
    (site / about).mkdir()
    (site / about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (site / about / "RECORD").write_text("".join(f"{file},,\n" for file in files))


def test_alone_all_is_well(site):
    assert strangers(site / "translate") == []


def test_the_other_distribution_of_our_name_is_told(site):
    installed(site, "translate", "3.8.1", ["translate/__init__.py", "translate/providers/base.py"])
    (warning,) = strangers(site / "translate")
    assert "translate 3.8.1 is another project" in warning
    assert "pip uninstall translate, then pip install --force-reinstall --no-deps parallax-news" in warning


def test_what_it_left_behind_is_told(site):
    (site / "translate" / "providers").mkdir()
    for file in ("providers/base.py", "constants.py"):
        (site / "translate" / file).write_text("")
    (warning,) = strangers(site / "translate")
    assert "2 files" in warning
    assert "constants.py, providers/base.py" in warning


def test_elsewhere_it_does_not_matter(site, tmp_path_factory):
    """A checkout stands in a folder of its own, whatever is installed."""
    installed(site, "translate", "3.8.1", ["translate/__init__.py"])
    checkout = tmp_path_factory.mktemp("checkout") / "translate"
    checkout.mkdir()
    (checkout / "__init__.py").write_text("")
    assert strangers(checkout) == []
