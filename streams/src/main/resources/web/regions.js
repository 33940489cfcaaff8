// SPDX-License-Identifier: Apache-2.0
// What came from where, of all organizations, in all days or on one: the map, its days, and the same as a list.

import * as api from "/api.js";
import {dayBars} from "/charts.js";
import {el, show} from "/dom.js";
import {rank, standingsOn} from "/standings.js";
import {placeOf, smallPlaces, worldMap} from "/worldmap.js";
import * as words from "/words.js";

const TURN = 700; // milliseconds a day is shown while the days run

/** `choose` is told the code of a region, or "" for all. */
export function regionsPanel(choose) {
  const state = {day: -1, chosen: "", running: null, data: null};
  const parts = {map: el("div", {class: "map-box"}), list: el("div", {class: "region-list"}), days: el("div", {class: "days"})};
  const title = el("h2", {id: "map-title"}, "Where requests come from");
  const when = el("output", {class: "when", for: "day"});
  const slider = el("input", {type: "range", id: "day", min: 0, max: 0, value: 0, "aria-label": "Day", on: {input: () => pick(Number(slider.value))}});
  const all = el("button", {type: "button", class: "plain", on: {click: () => pick(-1)}}, "All days");
  const play = el("button", {type: "button", class: "plain", on: {click: run}}, "Play");

  function pick(day) {
    stop();
    state.day = day;
    draw();
  }

  function stop() {
    clearInterval(state.running);
    state.running = null;
    play.textContent = "Play";
  }

  function run() {
    if (state.running) return stop();
    play.textContent = "Stop";
    const last = state.data.days.length - 1;
    if (state.day < 0 || state.day === last) state.day = 0;
    draw();
    state.running = setInterval(() => {
      if (!parts.map.isConnected || state.day >= last) return stop();
      state.day += 1;
      return draw();
    }, TURN);
    return undefined;
  }

  function pickRegion(code) {
    state.chosen = code === state.chosen ? "" : code;
    draw();
    choose(state.chosen);
  }

  function draw() {
    const {world, days, traffic, organizations, policies} = state.data;
    const day = state.day < 0 ? null : days[state.day];
    const rows = day ? traffic.filter((row) => row.day === day) : traffic;
    const regions = sums(rows);
    const shown = {
      regions: onTheMap(world, regions), standings: standingsOn(policies, day || days[days.length - 1]),
      chosen: state.chosen, choose: pickRegion,
    };
    const requests = regions.reduce((sum, region) => sum + region.requests, 0);
    when.textContent = (day ? words.day(day) : `${words.day(days[0])} to ${words.day(days[days.length - 1])}`)
      + `: ${words.plural(requests, "request")}`;
    all.setAttribute("aria-pressed", String(!day));
    slider.max = days.length - 1;
    slider.value = day ? state.day : days.length - 1;
    slider.setAttribute("aria-valuetext", when.textContent);
    slider.classList.toggle("idle", !day);
    show(parts.map, worldMap(world, shown), smallPlaces(world, shown));
    show(parts.days, dayBars(byDay(days, traffic), state.day));
    show(parts.list, regionList(regions, requests, day ? null : organizations, state.chosen, pickRegion));
  }

  async function refresh() {
    const [world, totals, {policies}] = await Promise.all([api.world(), api.totals(), api.policies()]);
    state.data = {world, days: words.daysOf(totals), policies, ...totals};
    draw();
  }

  const panel = el("section", {class: "panel atlas", "aria-labelledby": "map-title"},
    el("div", {class: "panel-head"}, title, when),
    el("div", {class: "atlas-body"}, parts.map, parts.list),
    el("div", {class: "time"}, el("div", {class: "buttons"}, all, play), el("div", {class: "track-days"}, parts.days, slider)));
  return {panel, refresh, select: (code) => { state.chosen = code; }};
}

/** One sum for each region, under the worst of its standings. */
function sums(rows) {
  const regions = new Map();
  for (const {region, standing, requests, refused, organizations} of rows) {
    const known = regions.get(region) || {region, standing, requests: 0, refused: 0, organizations: 0};
    known.requests += requests;
    known.refused += refused;
    known.organizations = Math.max(known.organizations, organizations);
    if (rank(standing) < rank(known.standing)) known.standing = standing;
    regions.set(region, known);
  }
  return [...regions.values()].sort((one, other) =>
    rank(one.standing) - rank(other.standing) || other.requests - one.requests);
}

/** Regions that have no place of their own are shown at their country's. */
function onTheMap(world, regions) {
  const places = new Map();
  for (const {region, standing, requests} of regions) {
    const code = placeOf(world, region);
    const known = places.get(code);
    places.set(code, {standing: known?.standing || standing, requests: (known?.requests || 0) + requests});
  }
  return places;
}

function byDay(days, traffic) {
  const found = new Map(days.map((day) => [day, {day}]));
  for (const {day, standing, requests} of traffic) {
    const entry = found.get(day);
    if (entry) entry[standing] = (entry[standing] || 0) + requests;
  }
  return [...found.values()];
}

function regionList(regions, total, organizations, chosen, choose) {
  if (!regions.length) return el("p", {class: "empty"}, "Nothing came in on this day.");
  return el("ul", {class: "ranked", "aria-label": "Regions; choose one to see whose requests these are"}, regions.map(({region, standing, requests, organizations: senders}) => {
    const whose = organizations ? organizations[region] || 0 : senders;
    return el("li", {}, el("button", {
      type: "button", class: "ranked-region " + standing.toLowerCase(), "aria-pressed": String(region === chosen),
      "data-focus": "region-" + region, vars: {share: 100 * requests / Math.max(1, regions[0].requests, total / 4) + "%"},
      on: {click: () => choose(region)},
    },
    el("span", {class: "dot"}, words.regionName(region)),
    el("b", {}, words.short(requests)),
    el("small", {}, words.standing(standing).word, whose > 0 && `, ${words.plural(whose, "organization")}`)));
  }));
}
