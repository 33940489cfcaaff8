// SPDX-License-Identifier: Apache-2.0
// All organizations: where their requests come from, who stands where, and what they were told last.

import * as api from "/api.js";
import {el, show} from "/dom.js";
import {legend, matrix} from "/matrix.js";
import {noticeItem} from "/notices.js";
import {regionsPanel} from "/regions.js";
import {trouble} from "/signin.js";
import * as words from "/words.js";

const PAGE = 50;
const NOTHING = {q: "", state: "", region: "", classification: "", min_days: ""};
const WORST_FIRST = ["ENFORCED", "NOTICED", "APPEALED", "PROBATION", "OBSERVED", "LIFTED", "EXEMPT", "CLEAR"];
const AGES = [["", "of any age"], ["7", "open for a week"], ["14", "open for two weeks"], ["30", "open for a month"], ["90", "open for three months"]];

export function home(main) {
  const search = {...NOTHING, ...Object.fromEntries(new URLSearchParams(location.hash.split("?")[1] || "")), offset: 0};
  const parts = {
    tiles: el("div", {class: "tiles"}),
    filters: el("div", {class: "filters"}),
    matrix: el("div", {class: "scroll"}),
    pages: el("nav", {class: "pages", "aria-label": "Pages"}),
    found: el("p", {class: "unseen", role: "status"}),
    notices: el("ol", {class: "notices", "aria-live": "polite"}),
  };
  const atlas = regionsPanel((region) => narrow({region}));
  atlas.select(search.region);

  /** Filters are part of the address, so that what is seen can be sent to somebody. */
  function narrow(change) {
    Object.assign(search, change, {offset: 0});
    const kept = Object.entries(search).filter(([key, value]) => key in NOTHING && value !== "");
    history.replaceState(null, "", kept.length ? "#/?" + new URLSearchParams(kept) : "#/");
    list().catch(failed);
  }

  async function list() {
    const found = await api.organizations({...search, limit: PAGE});
    show(parts.tiles, tiles(found.by_state, search, (state) => narrow({state})));
    drawn(parts.filters, search, () => filters(search, narrow));
    show(parts.matrix, found.organizations.length ? matrix(found.organizations) : empty(search, narrow));
    show(parts.pages, ...pages(found.total, search, () => list().catch(failed)));
    parts.found.textContent = words.plural(found.total, "organization") + " found";
  }

  async function told(fresh) {
    const {notices} = await api.notices();
    drawn(parts.notices, notices.map(({notice_id: id}) => id), () => (notices.length
      ? notices.map((notice) => noticeItem(notice, fresh.includes(notice.notice_id)))
      : [el("li", {class: "empty"}, "No notice yet. One appears here as soon as it is issued.")]));
  }

  const refresh = async (fresh = []) => { await Promise.all([list(), told(fresh), atlas.refresh()]); };
  const failed = (problem) => show(parts.matrix, trouble(problem));

  show(main,
    el("h1", {class: "unseen"}, "Organizations"),
    parts.tiles,
    atlas.panel,
    el("div", {class: "columns"},
      el("section", {"aria-labelledby": "matrix-title", class: "panel"},
        el("div", {class: "panel-head"},
          el("h2", {id: "matrix-title"}, "Organizations by region, last 28 days"),
          searchField(search, narrow)),
        parts.filters, legend(), parts.found, parts.matrix, parts.pages),
      el("section", {"aria-labelledby": "notices-title", class: "panel side"},
        el("div", {class: "panel-head"}, el("h2", {id: "notices-title"}, "Notices")),
        parts.notices)));
  return {refresh, failed};
}

/** Draws what changed only: an open choice stays open, and nothing is read out twice. */
function drawn(node, news, content) {
  const key = JSON.stringify(news);
  if (node.dataset.news === key) return;
  node.dataset.news = key;
  show(node, ...content());
}

function searchField(search, narrow) {
  let timer;
  const field = el("input", {
    type: "search", id: "filter", placeholder: "Name or id", autocomplete: "off", spellcheck: "false", value: search.q || null,
    on: {input: () => {
      clearTimeout(timer);
      timer = setTimeout(() => narrow({q: field.value}), 200);
    }},
  });
  return el("label", {class: "filter", for: "filter"}, el("span", {class: "unseen"}, "Filter organizations"), field);
}

function filters(search, narrow) {
  const choice = (key, label, options) => el("label", {class: "choice"}, el("span", {class: "unseen"}, label),
    el("select", {"data-focus": "filter-" + key, on: {change: (event) => narrow({[key]: event.target.value})}},
      options.map(([value, text]) => el("option", {value, selected: String(search[key]) === value}, text))));
  const set = ["state", "region", "classification", "min_days"].some((key) => search[key] !== "");
  return [
    choice("classification", "Explanation", [["", "any explanation"], ...words.CLASSIFICATION_ORDER.map((code) => [code, words.classification(code)])]),
    choice("min_days", "Age of the warning", AGES),
    search.region && el("button", {type: "button", class: "token", "data-focus": "no-region", on: {click: () => narrow({region: ""})}},
      `from ${words.regionName(search.region)}`, el("span", {"aria-hidden": "true"}, " ✕"), el("span", {class: "unseen"}, ", remove")),
    set && el("button", {type: "button", class: "plain", "data-focus": "no-filter", on: {click: () => narrow(NOTHING)}}, "Clear filters"),
  ];
}

function tiles(byState, search, choose) {
  const all = Object.values(byState).reduce((sum, number) => sum + number, 0);
  const tile = (state, label, number, hint) => el("button", {
    type: "button", class: "tile" + (state ? " state-" + state.toLowerCase() : ""),
    "aria-pressed": String(search.state === state), "data-focus": "tile-" + state, title: hint,
    on: {click: () => choose(state)},
  }, el("b", {}, words.count(number)), " ", el("span", {}, label));
  const states = WORST_FIRST.filter((state) => byState[state] || ["NOTICED", "OBSERVED", "CLEAR"].includes(state));
  return [
    tile("", all === 1 ? "organization" : "organizations", all, "all organizations that have sent something"),
    ...states.map((state) => tile(state, state.toLowerCase(), byState[state] || 0, words.stateWords(state))),
  ];
}

function empty(search, narrow) {
  return Object.keys(NOTHING).some((key) => search[key] !== "")
    ? el("div", {class: "empty"}, el("p", {}, "No organization matches."),
      el("button", {type: "button", class: "main", on: {click: () => narrow(NOTHING)}}, "Show all organizations"))
    : el("div", {class: "empty"},
      el("strong", {}, "No organization has sent anything yet."),
      el("p", {}, "Access events go to the topic access-logs. To read a log file:"),
      el("pre", {}, "whence ingest access.jsonl"));
}

function pages(total, search, go) {
  if (total <= PAGE) return [];
  const turn = (label, offset, possible) => el("button", {
    type: "button", class: "plain", disabled: !possible, "data-focus": label,
    on: {click: () => {
      search.offset = offset;
      go();
    }},
  }, label);
  return [
    turn("Previous", Math.max(0, search.offset - PAGE), search.offset > 0),
    el("span", {}, `${search.offset + 1} to ${Math.min(total, search.offset + PAGE)} of ${words.count(total)}`),
    turn("Next", search.offset + PAGE, search.offset + PAGE < total),
  ];
}
