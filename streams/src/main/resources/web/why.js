// SPDX-License-Identifier: Apache-2.0
// The short answer: why this organization, since when, from which key.

import {el, name} from "/dom.js";
import * as words from "/words.js";

/** Keys and operators that are shown without asking. */
const SHOWN = 2;

export function why(policies, notices) {
  const rows = policies.flatMap(({case: known, assessment}) => assessment.regions
    .filter(({standing}) => standing === "UNSUPPORTED")
    .map((region) => row(region, known, assessment, firstSeen(region, notices))));
  return el("section", {class: "panel why", "aria-labelledby": "why-title"},
    el("div", {class: "panel-head"}, el("h2", {id: "why-title"}, "Why, since when, from which key")),
    rows.length ? el("div", {class: "scroll", tabindex: 0, role: "region", "aria-labelledby": "why-title"}, el("table", {class: "list"},
      el("thead", {}, el("tr", {}, ["Region", "Since", "Requests", "Keys", "Over", "Explanation", "Warned", "Enforceable"]
        .map((title) => el("th", {scope: "col"}, title)))),
      el("tbody", {}, rows)))
      : el("p", {class: "hint"}, "Nothing came from an unsupported region in the window. Nothing is held against it."));
}

/** The window forgets; what the organization was told does not. */
function firstSeen({region, first_seen: inWindow}, notices) {
  return notices.flatMap(({regions}) => regions).filter((told) => told.region === region)
    .reduce((first, {first_seen: seen}) => (seen < first ? seen : first), inWindow);
}

function row(region, known, assessment, since) {
  const warning = known.warnings.find((each) => each.region === region.region);
  const cause = assessment.causes.find((each) => each.region === region.region);
  const explained = warning?.classification || cause?.classification || region.provider_placed;
  return el("tr", {},
    el("th", {scope: "row"}, el("span", {class: "dot unsupported"}, words.regionName(region.region))),
    el("td", {class: "date"}, words.day(since)),
    el("td", {}, words.count(region.requests), el("small", {}, ` on ${words.plural(region.days, "day")}, ${words.percent(region.share)}`)),
    el("td", {}, few(region.keys, ({api_key_id: key, requests}) => [el("code", {}, key), el("small", {}, ` ${words.short(requests)}`)])),
    el("td", {}, few(operators(region.networks), ({operator, prefix, requests}) => [operator ? name(operator) : el("code", {}, prefix), el("small", {}, ` ${words.short(requests)}`)])),
    el("td", {}, explained ? words.classification(explained) : "too little to say"),
    el("td", {class: "date"}, warning ? words.day(warning.since) : cause ? cause.kind.toLowerCase() : "no"),
    el("td", {class: "date"}, warning ? [warning.enforced ? "since " : "from ", words.day(warning.enforceable_from)] : "no"));
}

/** The networks of one operator as one, most requests first; those nobody is known to run by their prefixes. */
function operators(networks) {
  const found = new Map();
  for (const {name: operator, prefix, requests} of networks) {
    const known = found.get(operator || prefix) || {operator, prefix, requests: 0};
    known.requests += requests;
    found.set(operator || prefix, known);
  }
  return [...found.values()].sort((one, other) => other.requests - one.requests);
}

function few(list, show) {
  if (!list.length) return el("span", {class: "hint"}, "not kept");
  const line = (each) => el("div", {}, show(each));
  const rest = list.slice(SHOWN);
  return [list.slice(0, SHOWN).map(line), rest.length > 0 && el("details", {class: "rest"}, el("summary", {}, `and ${words.count(rest.length)} more`), rest.map(line))];
}
