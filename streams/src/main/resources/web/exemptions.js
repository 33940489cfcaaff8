// SPDX-License-Identifier: Apache-2.0
// What an organization is allowed to do that others are not, and how much it does.

import {el, name} from "/dom.js";
import * as words from "/words.js";

const STATES = {NOT_YET: "not yet", HOLDS: "holds", LAPSES_SOON: "lapses soon", LAPSED: "lapsed"};

/** Nothing when there are none. */
export function exemptionsPanel(exemptions) {
  if (!exemptions.length) return null;
  return el("section", {class: "panel", "aria-labelledby": "exemptions-title"},
    el("div", {class: "panel-head"}, el("h2", {id: "exemptions-title"}, "Exemptions")),
    el("div", {class: "scroll"}, el("table", {class: "list"},
      el("thead", {}, el("tr", {}, ["Regions", "State", "Until", "Granted by", "Reason", "Licence", "Covered in a year"]
        .map((title) => el("th", {scope: "col"}, title)))),
      el("tbody", {}, exemptions.map(row)))));
}

function row({regions, state, until, approver, reason_code: reason, licence, requests, days, last_used_at: last}) {
  return el("tr", {},
    el("th", {scope: "row"}, regions.length ? regions.map(words.regionName).join(", ") : "all"),
    el("td", {}, STATES[state] || state.toLowerCase()),
    el("td", {}, until ? words.day(until) : "further notice"),
    el("td", {}, name(approver)),
    el("td", {}, el("code", {}, reason)),
    el("td", {}, licence ? name(licence) : "none"),
    el("td", {}, `${words.plural(requests, "request")} on ${words.plural(days, "day")}`, last && el("small", {}, ` last ${words.day(last)}`)));
}
