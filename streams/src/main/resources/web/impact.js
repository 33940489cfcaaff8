// SPDX-License-Identifier: Apache-2.0
// Whom another version of a policy would touch, before anybody publishes it. Nothing is changed.

import * as api from "/api.js";
import {el, name, show} from "/dom.js";
import * as words from "/words.js";

const GROUPS = {enforced: "refused at once", warned: "warned", advised: "told without a date", visits_refused: "refused on visits only", lifted: "left alone from then on"};

export function impactPanel({policy_id: id, versions}) {
  const newest = versions[versions.length - 1];
  const answer = el("div", {class: "impact", role: "status"});
  const drop = field("No longer supported", "drop-" + id, "codes such as HK, AE");
  const add = field("Newly supported", "add-" + id, "codes such as BY");
  const day = el("input", {type: "date", id: "day-" + id, required: true, value: newest.effective_at.slice(0, 10)});
  const ask = el("button", {type: "submit", class: "main"}, "Show whom it would touch");

  async function preview(event) {
    event.preventDefault();
    ask.disabled = true;
    show(answer, el("p", {class: "hint"}, "Working it out"));
    try {
      show(answer, ...outcome(await api.impact(draft(id, newest, codes(drop), codes(add), day.value), day.value)));
    } catch (problem) {
      show(answer, el("p", {class: "wrong", role: "alert"}, problem.message));
    }
    ask.disabled = false;
  }

  return el("details", {class: "preview"}, el("summary", {}, "What if: preview another version"),
    el("form", {class: "preview-form", on: {submit: preview}},
      drop.label, add.label,
      el("label", {class: "field", for: day.id}, "In force from", day), ask),
    answer);
}

function field(text, id, hint) {
  const input = el("input", {id, autocomplete: "off", spellcheck: "false", placeholder: hint});
  return {input, label: el("label", {class: "field", for: id}, text, input)};
}

const codes = ({input}) => input.value.toUpperCase().split(/[\s,;]+/).filter(Boolean);

/** The policy file of a version that supports some regions more and some less; what the version excepts, it still excepts. */
function draft(id, newest, dropped, added, day) {
  const supported = [...new Set([...newest.supported, ...added])].filter((code) => !dropped.includes(code));
  const excepted = newest.unsupported.filter((code) => code.length > 2 && !added.includes(code));
  return {id, versions: [{
    version: newest.version + 1, title: newest.title, source: "draft", source_date: day,
    announced: day + "T00:00:00Z", effective: day + "T00:00:00Z", mode: newest.mode.toLowerCase(), grace: newest.grace,
    default: "unsupported", supported, ...(excepted.length ? {unsupported: excepted} : {}),
  }]};
}

function outcome({organizations, counts, affected, caveats}) {
  const parts = Object.entries(GROUPS).filter(([group]) => counts[group]).map(([group, text]) => `${words.count(counts[group])} ${text}`);
  return [
    el("p", {}, el("b", {}, affected.length ? parts.join(", ") : "Nobody would stand otherwise"), ` of ${words.plural(organizations, "organization")}.`),
    affected.length > 0 && el("div", {class: "scroll"}, el("table", {class: "list"},
      el("thead", {}, el("tr", {}, ["Organization", "would be", "because of"].map((title) => el("th", {scope: "col"}, title)))),
      el("tbody", {}, affected.slice(0, 50).map(({organization_id: whose, group, regions}) => el("tr", {},
        el("th", {scope: "row"}, el("a", {href: "#/organizations/" + encodeURIComponent(whose)}, name(whose))),
        el("td", {}, GROUPS[group] || group),
        el("td", {}, regions.length === 0 && group === "warned" ? "evidence of a masked origin" : regions.map(({region, before, after, requests}) => el("div", {},
          `${words.regionName(region)}, ${words.standing(before).word} → ${words.standing(after).word}: ${words.plural(requests, "request")}`)))))))),
    caveats.map((caveat) => el("p", {class: "hint"}, caveat)),
  ];
}
