// SPDX-License-Identifier: Apache-2.0
// What happened to the cases of an organization, and what happens next by itself.

import {el} from "/dom.js";
import * as words from "/words.js";

export function timeline(events, policies, notices) {
  const told = new Map(notices.map((notice) => [notice.notice_id, notice]));
  const steps = [
    ...events.map((event) => ({at: event.at, content: happened(event, told)})),
    ...policies.flatMap(({case: known, assessment}) => ahead(known, assessment)),
  ].sort((one, other) => (one.at < other.at ? 1 : -1));
  return el("section", {class: "panel", "aria-labelledby": "timeline-title"},
    el("div", {class: "panel-head"}, el("h2", {id: "timeline-title"}, "Case, step by step"), el("span", {class: "hint"}, "newest first")),
    steps.length ? el("ol", {class: "timeline"}, steps.map(({at, content, ahead: later}) => el("li", {class: later ? "ahead" : null},
      el("time", {datetime: at}, words.time(at)), el("div", {}, content))))
      : el("p", {class: "empty"}, "Nothing happened: there is no case."));
}

function happened({from, to, cause, actor, reason, notice_ids: ids, hash}, told) {
  const changed = from !== to;
  return [
    el("p", {}, changed ? [words.badge(from), el("span", {"aria-hidden": "true"}, "→ "), el("span", {class: "unseen"}, "to "), words.badge(to)] : words.badge(to),
      el("bdi", {}, sentence(words.dated(cause)))),
    el("p", {class: "hint"}, actor === "system" ? "by the rules" : ["by ", el("bdi", {}, actor)],
      el("code", {title: "Hash of this step in the chain: " + hash}, " " + reason.toLowerCase().replaceAll("_", " ")),
      ids.map((id) => [" · ", el("a", {href: "#notice-" + id, on: {click: (event) => toNotice(event, id)}},
        (told.get(id)?.kind.toLowerCase() || "notice"))])),
  ];
}

/** The address holds the view, so an anchor cannot. */
function toNotice(event, id) {
  event.preventDefault();
  const letter = document.getElementById("notice-" + id)?.closest("article");
  letter?.closest("details.older")?.setAttribute("open", "");
  letter?.scrollIntoView({block: "center"});
  letter?.focus({preventScroll: true});
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function ahead(known, assessment) {
  if (!known.deadline) return [];
  const what = known.frozen_until === known.deadline ? "The freeze ends."
    : known.state === "NOTICED" ? "If it goes on, the next step: a reminder or the enforcement, as the policy says."
      : known.state === "ENFORCED" ? "If there is no more of it, the enforcement is lifted."
        : "The case is looked at again.";
  return [{at: known.deadline, ahead: true, content: [el("p", {}, el("b", {}, "Next: "), what), el("p", {class: "hint"}, assessment.policy_title)]}];
}
