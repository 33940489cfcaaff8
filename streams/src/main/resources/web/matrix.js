// SPDX-License-Identifier: Apache-2.0
// Organizations by region: who sends how much from where, worst case first.

import {el, name} from "/dom.js";
import * as words from "/words.js";

/** Columns of regions before the rest shares one. */
const columnsThatFit = () => (innerWidth < 1400 ? 4 : 7);
const NAMED = 2;

export function legend() {
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
  return sorted.length > columnsThatFit() + 1 ? sorted.slice(0, columnsThatFit()) : sorted;
}

export function matrix(organizations) {
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
  return Math.round(14 + 48 * Math.sqrt(requests / total)) + "%";
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
