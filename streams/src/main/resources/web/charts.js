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

/** How the evidence adds up, in decibans: each reason starts where the one before ended. */
export function waterfall(reasons, score, threshold) {
  const ordered = [...reasons].sort((one, other) => (other.family === "PRIOR") - (one.family === "PRIOR"));
  const steps = [];
  let sum = 0;
  for (const reason of ordered) {
    steps.push({reason, from: sum, to: sum + reason.weight_decibans});
    sum += reason.weight_decibans;
  }
  const ends = [0, score, ...steps.map(({to}) => to)];
  const low = Math.floor((Math.min(-25, ...ends) - 2) / 10) * 10;
  const high = Math.ceil((Math.max(15, ...ends) + 2) / 10) * 10;
  const scale = (value) => 100 * (value - low) / (high - low);
  const ticks = [];
  for (let tick = low; tick <= high; tick += 10) ticks.push(tick);
  return el("div", {class: "waterfall"},
    axis(ticks, scale),
    el("ol", {}, steps.map((step) => bar(step.reason, step.from, step.to, scale))),
    total(score, threshold, scale));
}

function track(...content) {
  return svg("svg", {viewBox: "0 0 100 10", preserveAspectRatio: "none", class: "track", "aria-hidden": "true"}, content);
}

function axis(ticks, scale) {
  return el("div", {class: "scale", "aria-hidden": "true"}, ticks.map((tick) => el("span", {vars: {at: scale(tick) + "%"}},
    el("b", {}, tick > 0 ? "+" + tick : String(tick).replace("-", "−")), el("i", {}, words.percent(1 / (1 + 10 ** (-tick / 10)))))));
}

function bar(reason, from, to, scale) {
  const side = to === from ? "nothing" : to > from ? "against" : "for";
  return el("li", {},
    track(
      svg("line", {class: "zero", x1: scale(0), x2: scale(0), y1: 0, y2: 10}),
      svg("rect", {class: side, x: scale(Math.min(from, to)), width: Math.max(0.4, Math.abs(scale(to) - scale(from))), y: 1.5, height: 7})),
    el("p", {}, el("b", {}, words.decibans(reason.weight_decibans)), " ", reason.sentence));
}

function total(score, threshold, scale) {
  const limit = 10 * Math.log10(threshold / (1 - threshold));
  return el("div", {class: "sum"},
    track(
      svg("line", {class: "limit", x1: scale(limit), x2: scale(limit), y1: 0, y2: 10}),
      svg("line", {class: "zero", x1: scale(0), x2: scale(0), y1: 0, y2: 10}),
      svg("circle", {class: "point", cx: scale(score), cy: 5, r: 0}),
      svg("rect", {class: "point", x: scale(score) - 0.5, width: 1, y: 0, height: 10})),
    el("p", {}, el("b", {}, words.decibans(score)), ` in all: ${words.percent(1 / (1 + 10 ** (-score / 10)))}. `,
      el("span", {class: "hint"}, `A warning needs ${words.percent(threshold)} (dashed).`)));
}
