"""Charts as small SVG pictures that follow the colours of the page, light or dark or printed.

A chart is a table of rows and a Vega-Lite description; Vega draws it, here and not in the browser, so that the page
needs no script for it. Beside each chart the page has its rows as a table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

__all__ = ["Chart", "Series", "draw_bars", "draw_heat_map"]

Row = Mapping[str, Any]

_CONFIG: dict[str, Any] = {
    "background": None,
    "padding": {"left": 24, "top": 2, "right": 14, "bottom": 2},
    "font": "system-ui, sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": "var(--ink-2)", "titleColor": "var(--ink-2)", "domainColor": "var(--line)",
        "tickColor": "var(--line)", "gridColor": "var(--line)", "labelFontSize": 12, "titleFontSize": 12,
        "titleFontWeight": "normal", "labelLimit": 190,
    },
    "legend": {
        "labelColor": "var(--ink)", "titleColor": "var(--ink-2)", "labelFontSize": 12, "titleFontSize": 12,
        "titleFontWeight": "normal", "orient": "top", "direction": "horizontal", "columns": 3, "labelLimit": 170,
        "symbolType": "square", "columnPadding": 32,
    },
}  # fmt: skip
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>')
_STEPS = 5


class Chart(NamedTuple):
    """A picture, and the rows that it was drawn from."""

    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Series(NamedTuple):
    """One kind of thing in a stacked bar, with its name and colour."""

    key: str
    name: str
    colour: str


def draw_bars(rows: Sequence[tuple[str, str, int]], series: Sequence[Series], titles: tuple[str, str]) -> Chart:
    """Return stacked bars: one bar for each label, a part for each series.

    Args:
        rows: label, key of a series, count.
        series: what the bars are made of, in order.
        titles: what the labels are, and what is counted.
    """
    labels = list(dict.fromkeys(label for label, _, _ in rows))
    met = [each for each in series if any(key == each.key for _, key, _ in rows)]
    names = {each.key: each.name for each in met}
    order = {each.key: place for place, each in enumerate(met)}
    values = [{"label": label, "kind": names[key], "count": n, "order": order[key]} for label, key, n in rows if n]
    description = {
        "data": {"values": values},
        "width": 330,
        "height": {"step": 24},
        "mark": {"type": "bar", "stroke": "var(--paper)", "strokeWidth": 1},
        "encoding": {
            "y": {"field": "label", "type": "nominal", "sort": labels, "title": None},
            "x": {"field": "count", "type": "quantitative", "title": titles[1], "axis": {"values": _ticks(rows)}},
            "order": {"field": "order"},
            "color": {
                "field": "kind", "type": "nominal", "title": None,
                "scale": {"domain": [each.name for each in met], "range": [each.colour for each in met]},
            },
        },
    }  # fmt: skip
    counts = {(label, key): n for label, key, n in rows}
    table = tuple((label, *(counts.get((label, each.key), 0) for each in met)) for label in labels)
    return Chart(_draw(description), (titles[0], *(each.name for each in met)), table)


def _ticks(rows: Sequence[tuple[str, str, int]]) -> list[int]:
    """Return about five whole numbers from 0 to the length of the longest bar.

    >>> _ticks([("2023", "vote", 7), ("2023", "proposal", 4)])
    [0, 5, 10]
    """
    totals: dict[str, int] = {}
    for label, _, number in rows:
        totals[label] = totals.get(label, 0) + number
    longest = max(totals.values(), default=1)
    step = next(size * 10**power for power in range(9) for size in (1, 2, 5) if size * 10**power * 5 >= longest)
    return list(range(0, longest + 1, step))


def draw_heat_map(rows: Sequence[tuple[str, str, float | None, int]], order: Sequence[str], percent: str) -> str:
    """Return a map of shares of two by two: darker for more, with the share and the number in each field.

    Args:
        rows: the two, the share (None where there is none), and how many it is a share of.
        order: all names, in order.
        percent: what stands after the number of a share.
    """
    values = [
        {
            "one": one,
            "other": other,
            "step": min(int(share * _STEPS), _STEPS - 1),
            "share": f"{share:.0%}".replace("%", percent),
            "n": f"n={n}",
        }
        for one, other, share, n in rows
        if share is not None
    ]
    text = {"type": "text", "baseline": "middle"}
    description = {
        "data": {"values": values},
        "width": {"step": 62},
        "height": {"step": 46},
        "encoding": _places(order),
        "resolve": {"scale": {"color": "independent"}},
        "layer": [
            {"mark": {"type": "rect", "stroke": "var(--paper)", "strokeWidth": 2}, "encoding": _steps("heat-")},
            {
                "mark": {**text, "dy": -6, "fontSize": 13, "fontWeight": "bold"},
                "encoding": {"text": {"field": "share"}, **_steps("heat-ink-")},
            },
            {"mark": {**text, "dy": 9, "fontSize": 10.5}, "encoding": {"text": {"field": "n"}, **_steps("heat-ink-")}},
        ],
        "config": {"axis": {"domain": False, "ticks": False, "labelFontSize": 13, "labelFontWeight": "bold"}},
    }  # fmt: skip
    return _draw(description)


def _places(order: Sequence[str]) -> dict[str, Any]:
    """Return where each field stands: the one down, the other across, both in the same order."""
    return {
        "y": {"field": "one", "type": "nominal", "sort": list(order), "title": None, "scale": {"domain": list(order)}},
        "x": {
            "field": "other", "type": "nominal", "sort": list(order), "title": None, "scale": {"domain": list(order)},
            "axis": {"orient": "top", "labelAngle": 0},
        },
    }  # fmt: skip


def _steps(name: str) -> dict[str, Any]:
    """Return the colours of the page by the step of a share."""
    scale = {"domain": list(range(_STEPS)), "range": [f"var(--{name}{each})" for each in range(_STEPS)]}
    return {"color": {"field": "step", "type": "ordinal", "legend": None, "scale": scale}}


def _draw(description: Mapping[str, Any]) -> str:
    """Return the picture without a size of its own, so that it fits where it is put; its words are not read aloud."""
    import vl_convert

    config = _CONFIG | {"aria": False}
    for group, own in description.get("config", {}).items():
        config[group] = {**_CONFIG[group], **own}
    schema = "https://vega.github.io/schema/vega-lite/v5.json"
    svg: str = vl_convert.vegalite_to_svg({"$schema": schema, **description, "config": config})
    size = _SIZE.match(svg)
    if size is None:  # as every picture of vl-convert begins
        raise ValueError(svg[:80])
    width, height = size.groups()
    opening = f'<svg viewBox="0 0 {width} {height}" style="max-width:{width}px" aria-hidden="true" focusable="false">'
    return opening + svg[size.end() :]
