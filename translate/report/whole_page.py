"""Pages of HTML that are whole in one file: no request leaves them, no text of a story becomes markup."""

from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from translate.report.wording import capital
from translate.text.shown import STEERING


def whole_page(room: str, template: str, **values: Any) -> str:
    """A page from a template in a room's folder `templates`.

    Args:
        room: Its package, such as "translate.report".
        template: Name of the file.
        values: What the template names.
    """
    page = _template(room, template).render(**values)
    # Scripts of ours hold none of these: left are the direction marks and carriage returns of the texts, which a
    # terminal must not meet raw.
    return STEERING.sub(lambda sign: f"&#{ord(sign[0])};", page)


@cache
def asset(room: str, name: str) -> Markup:
    """A style sheet or script of ours in that folder, which goes into the page as it is."""
    return Markup(resources.files(room).joinpath("templates", name).read_text(encoding="utf-8"))


@cache
def _template(room: str, name: str) -> Template:
    environment = Environment(
        loader=PackageLoader(room, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["first_capital"] = capital
    return environment.get_template(name)
