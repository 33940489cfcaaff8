// SPDX-License-Identifier: Apache-2.0
// All organizations by region: who sends how much from where, worst case first.

import * as api from "/api.js";
import {el, name, show} from "/dom.js";
import {noticeItem} from "/notices.js";
import * as words from "/words.js";

const COLUMNS = 7;
const NAMED = 2;
const PAGE = 50;

export function overview(main) {
  const search = {q: "", state: "", offset: 0};
  const parts = {
    tiles: el("div", {class: "tiles"}),
    matrix: el("div", {class: "scroll"}),
    pages: el("nav", {class: "pages", "aria-label": "Pages"}),
    notices: el("ol", {class: "notices", "aria-live": "polite"}),
  };

  async function refresh(fresh = []) {
    const [found, told] = await Promise.all([
      api.organizations({...search, limit: PAGE}),
      api.notices(),
    ]);
    show(parts.tiles, tiles(found.by_state, search, (state) => {
      Object.assign(search, {state, offset: 0});
      refresh().catch(failed);
    }));
    show(parts.matrix, found.organizations.length ? matrix(found.organizations) : empty(search));
    show(parts.pages, ...pages(found.total, search, () => refresh().catch(failed)));
    show(parts.notices, told.notices.length
      ? told.notices.map((notice) => noticeItem(notice, fresh.includes(notice.notice_id)))
      : el("li", {class: "empty"}, "No notice yet. One appears here as soon as it is issued."));
  }

  const failed = (problem) => show(parts.matrix, trouble(problem));
  const filter = el("input", {
    type: "search", id: "filter", placeholder: "Name or id", autocomplete: "off", spellcheck: "false",
    on: {input: debounced(() => {
      Object.assign(search, {q: filter.value, offset: 0});
      refresh().catch(failed);
    })},
  });

  show(main,
    el("h1", {class: "unseen"}, "Organizations"),
    parts.tiles,
    el("div", {class: "columns"},
      el("section", {"aria-labelledby": "matrix-title", class: "panel"},
        el("div", {class: "panel-head"},
          el("h2", {id: "matrix-title"}, "Requests by region, last 28 days"),
          el("label", {class: "filter", for: "filter"}, el("span", {class: "unseen"}, "Filter organizations"), filter)),
        legend(),
        parts.matrix,
        parts.pages),
      el("section", {"aria-labelledby": "notices-title", class: "panel side"},
        el("div", {class: "panel-head"}, el("h2", {id: "notices-title"}, "Notices")),
        parts.notices)));
  return {refresh, failed};
}

export function trouble(problem, heading = "strong") {
  return el("div", {class: "empty", role: "alert"},
    el(heading, {}, problem.title || "Something went wrong"), el("p", {}, problem.message));
}

function debounced(action) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, 200);
  };
}

function tiles(byState, search, choose) {
  const all = Object.values(byState).reduce((sum, number) => sum + number, 0);
  const tile = (state, label, number, hint) => el("button", {
    type: "button", class: "tile" + (state ? " state-" + state.toLowerCase() : ""),
    "aria-pressed": String(search.state === state), "data-focus": "tile-" + state, title: hint,
    on: {click: () => choose(state)},
  }, el("b", {}, words.count(number)), el("span", {}, label));
  const states = words.STATE_ORDER.filter((state) => byState[state] || ["NOTICED", "OBSERVED", "CLEAR"].includes(state));
  const worstFirst = ["ENFORCED", "NOTICED", "APPEALED", "PROBATION", "OBSERVED", "LIFTED", "EXEMPT", "CLEAR"];
  states.sort((one, other) => worstFirst.indexOf(one) - worstFirst.indexOf(other));
  return [
    tile("", all === 1 ? "organization" : "organizations", all, "all organizations that have sent something"),
    ...states.map((state) => tile(state, state.toLowerCase(), byState[state] || 0, words.stateWords(state))),
  ];
}

function legend() {
  const entry = (standing) => el("li", {class: standing.toLowerCase()},
    el("i", {"aria-hidden": "true"}, words.standing(standing).mark), words.standing(standing).word);
  return el("ul", {class: "legend"}, entry("UNSUPPORTED"), entry("INDETERMINATE"), entry("SUPPORTED"),
    el("li", {class: "hint"}, "the stronger, the larger its share"));
}

/** The regions that some policy does not plainly support, unsupported ones first; what is supported shares a column. */
function columnsOf(organizations) {
  const columns = new Map();
  for (const {regions} of organizations) {
    for (const {region, standing, requests} of regions.filter((sum) => sum.standing !== "SUPPORTED")) {
      const column = columns.get(region) || {region, standing, requests: 0};
      column.requests += requests;
      if (standing === "UNSUPPORTED") column.standing = standing;
      columns.set(region, column);
    }
  }
  const sorted = [...columns.values()].sort((one, other) =>
    other.standing.localeCompare(one.standing) || other.requests - one.requests);
  return sorted.length > COLUMNS + 1 ? sorted.slice(0, COLUMNS) : sorted;
}

function matrix(organizations) {
  const columns = columnsOf(organizations);
  const shown = new Set(columns.map(({region}) => region));
  const rest = ({region, standing}) => standing !== "SUPPORTED" && !shown.has(region);
  const others = organizations.some(({regions}) => regions.some(rest)) && rest;
  const head = columns.map(({region, standing}) => el("th",
    {scope: "col", class: "region " + standing.toLowerCase(), title: `${words.regionName(region)}: ${words.standing(standing).word}`},
    el("span", {}, region), el("i", {}, words.standing(standing).mark)));
  return el("table", {class: "matrix"},
    el("thead", {}, el("tr", {},
      el("th", {scope: "col"}, "Organization"), el("th", {scope: "col"}, "Case"), head,
      others && el("th", {scope: "col", class: "region unsupported"}, "others"),
      el("th", {scope: "col", class: "region supported"}, "supported"),
      el("th", {scope: "col", class: "total"}, "requests"))),
    el("tbody", {}, organizations.map((organization) => row(organization, columns, others))));
}

function row({organization, cases, regions, requests, coverage}, columns, others) {
  const id = organization.organization_id;
  const of = (region) => regions.filter((sum) => sum.region === region && sum.standing !== "SUPPORTED");
  return el("tr", {},
    el("th", {scope: "row"},
      el("a", {href: "#/organizations/" + encodeURIComponent(id), "data-focus": id}, name(organization.name || id)),
      el("small", {}, [organization.name ? id : "no profile", organization.declared_country].filter(Boolean).join(" · "))),
    el("td", {class: "case"}, cases.length ? cases.map(({state}) => words.badge(state)) : words.badge("CLEAR")),
    columns.map(({region}) => cell(of(region), region, requests)),
    others && cell(regions.filter(others), "others", requests),
    supported(regions.filter(({standing}) => standing === "SUPPORTED"), requests),
    el("td", {class: "total", "data-label": "all"}, words.short(requests),
      coverage < 0.95 && el("small", {}, `${words.percent(coverage)} located`)));
}

function cell(sums, region, total) {
  if (!sums.length) return el("td", {class: "none"});
  const requests = sums.reduce((sum, part) => sum + part.requests, 0);
  const refused = sums.reduce((sum, part) => sum + part.refused, 0);
  const worst = sums[0].standing;
  const title = [`${words.plural(requests, "request")} from ${region === "others" ? "other regions" : words.regionName(region)}`,
    `${words.percent(requests / total)} of the organization's`, words.standing(worst).word,
    refused && `${words.count(refused)} of them refused`].filter(Boolean).join(", ");
  return el("td", {
    class: "heat " + worst.toLowerCase(), title, "data-label": region, vars: {heat: heat(requests, total)},
  }, words.short(requests), el("span", {class: "unseen"}, ` ${words.standing(worst).word}`));
}

/** Small shares must be seen, too: the colour grows with the root of the share. */
function heat(requests, total) {
  return Math.round(16 + 70 * Math.sqrt(requests / total)) + "%";
}

function supported(sums, total) {
  const requests = sums.reduce((sum, part) => sum + part.requests, 0);
  const more = sums.slice(NAMED);
  return el("td", {class: "chips"}, el("div", {}, sums.slice(0, NAMED).map((sum) => el("span", {
    class: "chip supported", vars: {heat: heat(sum.requests, total)},
    title: `${words.plural(sum.requests, "request")} from ${words.regionName(sum.region)}, ${words.percent(sum.requests / total)} of the organization's`,
  }, el("b", {}, sum.region), " ", words.short(sum.requests))),
  more.length > 0 && el("small", {title: more.map(({region}) => words.regionName(region)).join(", ")}, `+ ${more.length}`),
  requests === 0 && el("small", {}, "none")));
}

function empty({q, state}) {
  return q || state
    ? el("p", {class: "empty"}, "No organization matches. Clear the filter, or choose another state above.")
    : el("div", {class: "empty"},
      el("strong", {}, "No organization has sent anything yet."),
      el("p", {}, "Access events go to the topic access-logs. To read a log file:"),
      el("pre", {}, "whence ingest access.jsonl"));
}

function pages(total, search, go) {
  if (total <= PAGE) return [];
  const turn = (label, offset, possible) => el("button", {
    type: "button", disabled: !possible, "data-focus": label,
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
