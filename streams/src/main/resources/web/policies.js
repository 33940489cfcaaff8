// SPDX-License-Identifier: Apache-2.0
// The policies: their versions, what changed from one to the next, and whom another one would touch.

import * as api from "/api.js";
import {el, show} from "/dom.js";
import {impactPanel} from "/impact.js";
import {trouble} from "/signin.js";
import * as words from "/words.js";

export function policies(main) {
  const body = el("div", {class: "detail"});
  let seen = "";
  show(main, el("h1", {}, "Policies"), body);

  async function refresh() {
    const {policies: found} = await api.policies();
    const news = JSON.stringify(found);
    if (news === seen) return; // a draft under way stays
    seen = news;
    show(body, found.length ? found.map(panel) : el("div", {class: "empty"},
      el("strong", {}, "There is no policy, so nothing is judged."),
      el("p", {}, "Name one in the setting policies, such as policies=openai-api, or publish one:"),
      el("pre", {}, "whence policy publish my-policy.yaml")));
  }

  return {refresh, failed: (problem) => show(body, trouble(problem))};
}

function panel(policy) {
  const {policy_id: id, versions} = policy;
  const newest = versions[versions.length - 1];
  const title = "policy-" + id;
  return el("section", {class: "panel policy", "aria-labelledby": title},
    el("div", {class: "panel-head"},
      el("h2", {id: title}, newest.title),
      el("span", {}, el("span", {class: "badge mode-" + newest.mode.toLowerCase()}, newest.mode.toLowerCase()), el("code", {}, id))),
    standings(newest),
    settings(newest),
    el("h3", {}, "Versions"),
    el("ol", {class: "timeline"}, versions.map((version, index) => step(version, versions[index - 1])).reverse()),
    impactPanel(policy));
}

function standings(version) {
  const line = (standing, codes) => codes.length > 0 && el("p", {},
    el("b", {class: "dot " + standing.toLowerCase()}, `${words.standing(standing).word}: `), codes.map(words.regionName).join(", "));
  return [
    line("UNSUPPORTED", version.unsupported),
    line("INDETERMINATE", version.indeterminate),
    el("details", {}, el("summary", {}, `${words.count(version.supported.length)} supported countries and parts`),
      el("p", {class: "hint"}, version.supported.map(words.regionName).join(", "))),
  ];
}

const SETTINGS = [
  ["in force from", (version) => words.day(version.effective_at)],
  ["announced", (version) => words.day(version.announced_at)],
  ["mode", (version) => version.mode.toLowerCase()],
  ["grace", (version) => words.duration(version.grace)],
  ["reminder", (version) => (words.duration(version.reminder) === "none" ? "none" : words.duration(version.reminder) + " before")],
  ["approvals asked for", (version) => words.count(version.approvals)],
  ["lifted after", (version) => words.duration(version.clean_period) + " without"],
  ["probation", (version) => words.duration(version.probation)],
  ["database at most", (version) => words.duration(version.database_age) + " old"],
  ["visits", (version) => version.visits.toLowerCase()],
  ["products", (version) => version.products.join(", ") || "all"],
  ["a warning needs", ({thresholds: least}) => `${words.plural(least.requests, "request")} on ${words.plural(least.days, "day")} of ${least.window_days},`
    + ` ${words.percent(least.share)} of all or ${words.count(least.requests_regardless_of_share)}, and ${words.percent(least.probability)} probability`],
  ["signed off by", (version) => version.approved_by.join(", ") || "nobody named"],
  ["source", (version) => `${version.source}, ${words.day(version.source_date)}`],
];

function settings(version) {
  return el("dl", {class: "facts settings"}, SETTINGS.map(([term, value]) => [el("dt", {}, term), el("dd", {}, value(version))]));
}

function step(version, before) {
  return el("li", {},
    el("time", {datetime: version.effective_at}, words.day(version.effective_at)),
    el("div", {}, el("p", {}, el("b", {}, `Version ${version.version}`), ` ${version.title}`),
      before ? el("ul", {class: "diff"}, changes(before, version).map(([sign, text]) =>
        el("li", {class: sign === "+" ? "added" : sign === "−" ? "removed" : null}, el("span", {"aria-hidden": "true"}, sign + " "), text)))
        : el("p", {class: "hint"}, "the first version")));
}

/** What a version changed, as [sign, sentence]; + is more that is supported. */
export function changes(before, after) {
  const moved = ["unsupported", "indeterminate", "supported"].flatMap((standing) => after[standing]
    .filter((code) => !before[standing].includes(code))
    .map((code) => [standing === "supported" ? "+" : "−", `${words.regionName(code)} is now ${standing}`]));
  const set = SETTINGS.filter(([, value]) => value(before) !== value(after))
    .map(([term, value]) => ["·", `${term}: ${value(before)} → ${value(after)}`]);
  return moved.length + set.length > 0 ? [...moved, ...set] : [["·", "nothing that shows here"]];
}
