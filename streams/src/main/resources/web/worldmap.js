// SPDX-License-Identifier: Apache-2.0
// The map: every place in the colour of its standing, the stronger the more came from there.

import {el, svg} from "/dom.js";
import * as words from "/words.js";

/** Below this many units of the map a place gets a dot, because its outline cannot be seen or hit. */
const SMALL = 5;

/** Small places that policies tell apart from what surrounds them: shown below the map even when nothing came from there. */
const NAMED = ["HK", "MO", "TW", "XK", "UA-43", "UA-09", "UA-14"];

/** Where dots stand that would cover each other, in units of the map from their places. */
const ASIDE = {HK: [9, 7], MO: [-8, 9], "UA-14": [8, 6], "UA-09": [9, -3]};

/** The place on the map that a region is shown at: its own, or that of its country. */
export const placeOf = (world, code) => (world.places[code] ? code : code.slice(0, 2));

/** `regions` maps codes of places to {standing, requests}; `standings` says how places without traffic stand. */
export function worldMap(world, {regions, standings, chosen, choose}) {
  const top = Math.max(1, ...[...regions.values()].map(({requests}) => requests));
  const drawn = Object.entries(world.places);
  const look = (code) => appearance(regions.get(code), standings[code], top, code === chosen);
  const act = (code) => ({click: () => choose(code)});
  return svg("svg", {viewBox: `38 0 ${world.width - 38} ${world.height}`, class: "world", "aria-hidden": "true"},
    svg("g", {transform: `scale(${1 / world.unit})`}, drawn.filter(([, {d}]) => d).map(([code, {d}]) =>
      svg("path", {...look(code), d, on: act(code)}, svg("title", {}, words.place(code, regions.get(code), standings[code]))))),
    drawn.filter(([code, {size}]) => size < SMALL && (regions.has(code) || NAMED.includes(code)))
      .map(([code, {x, y}]) => dot(code, x, y, look(code), act(code), words.place(code, regions.get(code), standings[code]))));
}

function appearance(found, standing = "INDETERMINATE", top, chosen) {
  const requests = found?.requests || 0;
  const classes = [(found?.standing || standing).toLowerCase(), requests ? "sends" : "quiet", chosen && "chosen"];
  return {
    class: classes.filter(Boolean).join(" "),
    vars: requests ? {heat: Math.round(34 + 66 * Math.log1p(requests) / Math.log1p(top)) + "%"} : {},
  };
}

function dot(code, x, y, look, on, title) {
  const [right, down] = ASIDE[code] || [0, 0];
  return svg("g", {...look, class: "dot-place " + look.class, on},
    right !== 0 && svg("line", {x1: x, y1: y, x2: x + right, y2: y + down}),
    svg("circle", {cx: x + right, cy: y + down, r: 3}),
    svg("title", {}, title));
}

/** The small places as a row of buttons, for whoever cannot hit a dot. */
export function smallPlaces(world, {regions, standings, chosen, choose}) {
  const codes = [...new Set([...NAMED, ...[...regions.keys()].filter((code) => world.places[code]?.size < SMALL)])];
  return el("div", {class: "small-places", title: "Pale places and rings: nothing came from there"},
    el("span", {class: "hint", id: "small-places"}, "Small places"),
    el("ul", {"aria-labelledby": "small-places"}, codes.map((code) => {
      const look = appearance(regions.get(code), standings[code], 1, false);
      return el("li", {}, el("button", {
        type: "button", class: "place " + look.class, "aria-pressed": String(code === chosen), "data-focus": "place-" + code,
        title: words.place(code, regions.get(code), standings[code]), on: {click: () => choose(code)},
      }, el("i", {"aria-hidden": "true"}), code, " ", el("b", {}, words.short(regions.get(code)?.requests || 0)),
      el("span", {class: "unseen"}, ` ${words.place(code, regions.get(code), standings[code])}`)));
    })));
}
