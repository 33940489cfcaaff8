// SPDX-License-Identifier: Apache-2.0
// Charts as inline SVG. Colours come from classes, so that the style sheet decides about light and dark.

import {el, svg} from "/dom.js";
import * as words from "/words.js";

const STANDINGS = ["UNSUPPORTED", "INDETERMINATE", "SUPPORTED"];

/** Requests a day, stacked by standing: `days` is [{day, open, UNSUPPORTED, INDETERMINATE, SUPPORTED}]. */
export function dayChart(days, width) {
  const height = 190;
  const base = height - 26;
  const left = 52;
  const top = niceTop(Math.max(1, ...days.map(totalOf)));
  const step = (width - left) / days.length;
  const y = (requests) => base - (base - 10) * requests / top;
  const bars = days.map((entry, index) => {
    let below = 0;
    const x = left + index * step;
    const parts = STANDINGS.filter((standing) => entry[standing]).map((standing) => {
      const from = y(below);
      below += entry[standing];
      return svg("rect", {
        class: "bar " + standing.toLowerCase(), x: x + step * 0.14, width: step * 0.72, y: y(below),
        height: Math.max(1, from - y(below)),
      });
    });
    return svg("g", {class: entry.open ? "open" : null},
      parts, svg("rect", {class: "hit", x, y: 0, width: step, height: base}, svg("title", {}, tip(entry))));
  });
  return svg("svg", {viewBox: `0 0 ${width} ${height}`, class: "chart", role: "img",
    "aria-label": "Requests a day by standing; the table below has the numbers"},
  [0, top / 2, top].map((tick) => svg("g", {class: "tick"},
    svg("line", {x1: left, x2: width, y1: y(tick), y2: y(tick)}),
    svg("text", {x: left - 8, y: y(tick) + 4, "text-anchor": "end"}, words.short(tick)))),
  bars,
  days.map((entry, index) => index % 7 === 0 && svg("text",
    {class: "axis", x: left + (index + 0.5) * step, y: height - 8, "text-anchor": "middle"}, words.day(entry.day).replace(/ \d+$/, ""))));
}

const totalOf = (entry) => STANDINGS.reduce((sum, standing) => sum + (entry[standing] || 0), 0);

function tip(entry) {
  const parts = STANDINGS.filter((standing) => entry[standing])
    .map((standing) => `${words.count(entry[standing])} ${words.standing(standing).word}`);
  return `${words.day(entry.day)}: ${parts.join(", ") || "nothing"}${entry.open ? " (day still open)" : ""}`;
}

/** The next of 1, 2, 5 times a power of ten. */
function niceTop(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= value);
}

/** A bar a day, small enough to stand in a line of text. */
export function spark(values, standing, label) {
  const top = Math.max(1, ...values);
  const step = 5;
  return svg("svg", {viewBox: `0 0 ${values.length * step} 24`, class: "spark", role: "img", "aria-label": label,
    preserveAspectRatio: "none"},
  values.map((value, index) => value > 0 && svg("rect", {
    class: "bar " + standing.toLowerCase(), x: index * step + 0.5, width: step - 1,
    y: 24 - Math.max(1.5, 23 * value / top), height: Math.max(1.5, 23 * value / top),
  })));
}

/** Requests a day as bars above the slider that picks a day; `chosen` is the index of one, or -1. */
export function dayBars(days, chosen) {
  const top = Math.max(1, ...days.map(totalOf));
  return svg("svg", {viewBox: `0 0 ${days.length * 10} 34`, preserveAspectRatio: "none", class: "bars", "aria-hidden": "true"},
    days.map((entry, index) => {
      let below = 0;
      return svg("g", {class: chosen < 0 || chosen === index ? null : "faint"},
        STANDINGS.filter((standing) => entry[standing]).map((standing) => {
          const height = Math.max(0.6, 32 * entry[standing] / top);
          below += height;
          return svg("rect", {class: "bar " + standing.toLowerCase(), x: index * 10 + 1, width: 8, y: 34 - below, height});
        }));
    }));
}
