// SPDX-License-Identifier: Apache-2.0
// The evidence in decibans: each reason starts where the one before ended.

import {el, svg} from "/dom.js";
import * as words from "/words.js";

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
