"""The plots of the overview, drawn by Altair in the colours of the reading view; a shape or dash says the same."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import altair as alt

from translate.differences.kinds import Family
from translate.report.overview import Link, Overview
from translate.report.wording import capital, severity_name
from translate.store.monitor import Span, Step
from translate.wording.phrase import Phrase, in_context, said, say

Theme = Literal["light", "dark"]

INKS: dict[Theme, dict[Family, str]] = {
    "light": {"only": "#0b5585", "part": "#0b5585", "conflict": "#a2360f", "moved": "#574591"},
    "dark": {"only": "#84c3ec", "part": "#84c3ec", "conflict": "#f29c76", "moved": "#bdadf0"},
}
QUIET: dict[Theme, str] = {"light": "#8d8a82", "dark": "#84878d"}  # what both versions tell
SHAPES: dict[Family, str] = {"only": "square", "part": "triangle-up", "conflict": "circle", "moved": "diamond"}
FAMILY_NAMES: dict[Family, Phrase] = {
    "only": Phrase("only in one version"),
    "part": Phrase("part of a sentence"),
    "conflict": Phrase("the versions differ"),
    "moved": in_context("kind", "moved"),
}

FLOW_NAMES: dict[Link | Literal["only"], Phrase] = {
    "matched": Phrase("in the same order"),
    "moved": in_context("kind", "moved"),
    "only": Phrase("only in this version"),
}

TITLES = {  # of what the rows of data hold
    "id": Phrase("Id"),
    "kind": Phrase("Kind"),
    "severity": Phrase("Severity"),
    "position": Phrase("Place"),
    "words": Phrase("Words"),
    "text": Phrase("Text"),
    "what": Phrase("What"),
}

STEPS: dict[Step, Phrase] = {"day": Phrase("Day"), "week": Phrase("Week from"), "month": Phrase("Month from")}

ROW, FOOT, FLOW = 28, 80, 440  # pixels: height of a row, of all below the rows, and of the slope chart
OVER_TIME = 190  # likewise


def places(seen: Overview, name: str, theme: Theme) -> alt.Chart:
    """Where in one of the texts the differences lie."""
    rows = [
        {
            "kind": mark.kind,
            "what": said(FAMILY_NAMES[mark.family]),
            "position": mark.position,
            "severity": severity_name(mark.severity),
            "id": mark.difference,
            "words": mark.words,
        }
        for mark in seen.marks
        if mark.side == name
    ]
    shapes = alt.Scale(
        domain=[said(words) for words in FAMILY_NAMES.values()], range=[SHAPES[family] for family in FAMILY_NAMES]
    )
    chart: alt.Chart = (
        alt.Chart(_data(rows), title=_title(seen, name), height=_height(seen))
        .mark_point(size=90, filled=True, opacity=0.85)
        .encode(
            x=alt.X("position:Q", title=None, scale=alt.Scale(domain=[0, 1]), axis=_shares()),
            y=_kinds(seen),
            color=_color(FAMILY_NAMES, INKS[theme], legend=None),  # the rows are labelled
            shape=alt.Shape("what:N", scale=shapes, legend=None),
            tooltip=[_told(field) for field in ("id:N", "kind:N", "severity:N", "position:Q", "words:N")],
        )
    )
    return chart


def _title(seen: Overview, name: str) -> str:
    return capital(say("{language} text", language=seen.kinds[seen.names.index(name)]))


def flow(seen: Overview, theme: Theme) -> alt.LayerChart:
    """From the place of each passage in the source to its place in the target; what one version alone tells ends."""
    names = {link: said(words) for link, words in FLOW_NAMES.items()}
    lines = [
        {"bead": thread.bead, "text": name, "position": place, "what": names[thread.link], "words": thread.words}
        for thread in seen.threads
        for name, place in zip(seen.names, (thread.source, thread.target), strict=True)
    ]
    ends = [
        {"bead": end.bead, "text": end.side, "position": end.position, "what": names["only"], "words": end.words}
        for end in seen.ends
    ]
    texts = list(seen.names)
    head = alt.Axis(orient="top", labelAngle=0, labelFontWeight="bold", domain=False, ticks=False)
    dashes = alt.Scale(domain=list(names.values()), range=[[1, 0], [7, 3], [1, 0]])
    inks = {"matched": QUIET[theme], "moved": INKS[theme]["moved"], "only": INKS[theme]["only"]}
    encoding: dict[str, Any] = {
        "x": alt.X(
            "text:N", sort=texts, scale=alt.Scale(domain=texts, type="point", padding=0.15), title=None, axis=head
        ),
        "y": alt.Y("position:Q", scale=alt.Scale(domain=[0, 1], reverse=True), title=None, axis=_shares()),
        "color": _color(FLOW_NAMES, inks, legend=_legend(columns=2, symbolType="stroke", symbolStrokeWidth=3)),
        "tooltip": [_told(field) for field in ("text:N", "what:N", "position:Q", "words:N")],
    }
    threads = alt.Chart(_data(lines)).encode(
        detail="bead:N", strokeDash=alt.StrokeDash("what:N", scale=dashes, legend=_legend(columns=2)), **encoding
    )
    kept = threads.transform_filter(alt.datum.what == names["matched"]).mark_line(strokeWidth=1.25, opacity=0.7)
    moved = threads.transform_filter(alt.datum.what == names["moved"]).mark_line(strokeWidth=2.5)
    alone = alt.Chart(_data(ends)).mark_point(shape=SHAPES["only"], size=70, filled=True).encode(**encoding)
    return alt.LayerChart(layer=[kept, moved, alone], height=FLOW)


def over_time(spans: Sequence[Span], step: Step, theme: Theme) -> alt.Chart:
    """How many stories there are of each day, week or month, and how many of them have major differences."""
    names = {"serious": say("with major differences"), "rest": say("without")}
    rows = [
        {"day": span.day, "what": name, "stories": count, "order": place}
        for span in spans
        for place, (name, count) in enumerate(
            ((names["serious"], span.serious), (names["rest"], span.stories - span.serious))
        )
    ]
    inks = [INKS[theme]["conflict"], QUIET[theme]]
    title = said(STEPS[step])
    chart: alt.Chart = (
        alt.Chart(_data(rows), height=OVER_TIME)
        .mark_bar(binSpacing=1)
        .encode(
            x=alt.X(
                "day:O",
                title=None,
                axis=alt.Axis(labelAngle=0, labelOverlap="greedy", labelSeparation=12, labelBound=True),
            ),
            y=alt.Y("stories:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=4, format="d")),
            color=alt.Color(
                "what:N",
                scale=alt.Scale(domain=[*names.values()], range=inks),
                legend=alt.Legend(title=None, orient="top", offset=4, padding=0, labelLimit=0),
            ),
            order="order:Q",
            tooltip=[
                alt.Tooltip("day:O", title=title),
                alt.Tooltip("what:N", title=said(TITLES["what"])),
                alt.Tooltip("stories:Q", title=say("Stories")),
            ],
        )
    )
    return chart


def _told(field: str) -> alt.Tooltip:
    """One line of what is shown beside the pointer."""
    name = field.split(":")[0]
    return alt.Tooltip(field, title=said(TITLES[name]), format=".0%" if name == "position" else alt.Undefined)


def _data(rows: list[dict[str, Any]]) -> alt.InlineData:
    return alt.InlineData(values=rows)


def _height(seen: Overview) -> int:
    """Room for a row for each kind, and the axis."""
    return ROW * len({count.kind for count in seen.counts}) + FOOT


def _kinds(seen: Overview) -> alt.Y:
    """A row for each kind, in the order of the counts, in every plot alike."""
    kinds = list(dict.fromkeys(count.kind for count in seen.counts))
    axis = alt.Axis(labelLimit=220, labelOverlap=False)
    return alt.Y("kind:N", sort=kinds, scale=alt.Scale(domain=kinds), title=None, axis=axis)


def _shares() -> alt.Axis:
    """How far into a text."""
    return alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format="%")


def _color(names: Mapping[Any, str], inks: Mapping[Any, str], legend: alt.Legend | None) -> alt.Color:
    scale = alt.Scale(domain=[said(words) for words in names.values()], range=[inks[key] for key in names])
    return alt.Color("what:N", scale=scale, legend=legend)


def _legend(**look: Any) -> alt.Legend:
    return alt.Legend(title=None, orient="bottom", **look)
