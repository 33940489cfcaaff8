// SPDX-License-Identifier: Apache-2.0
// What an officer decides about an organization: asked, confirmed, sent, and followed until the stream carried it out.

import * as api from "/api.js";
import {el, name, show} from "/dom.js";
import {signInDialog} from "/signin.js";
import * as words from "/words.js";

const PATIENCE = 60; // looks for what became of an action
const LOOK = 250; // milliseconds between them

const OUTCOMES = [
  ["CONFIRMED", "the organization does operate there: the case goes on"],
  ["EDGE_PLATFORM", "an edge platform ran the code there"], ["TRAVELLER", "somebody travelled"],
  ["DATABASE_ERROR", "the location was wrong"], ["LEAKED_KEY", "a key was stolen"], ["EXEMPT", "it is allowed to"],
];

const REASON = {label: "Reason code", id: "reason_code", required: true, pattern: "[A-Z][A-Z0-9_]*", hint: "capital letters, digits and _"};
const TEXT = {label: "In words", id: "text", area: true, hint: "kept with the case, next to your name"};
const UNTIL = {label: "Until", id: "expires_at", type: "date", hint: "the end of that day, UTC; empty for until further notice"};

/** Each action: when it is offered, what it does in words, and what is asked besides the reason. */
const ACTIONS = [
  {kind: "ACKNOWLEDGE", word: "Acknowledge", reason: "SEEN", when: (state) => state !== "CLEAR",
    does: "It is written down that you have seen the case. Nothing else changes."},
  {kind: "APPROVE", word: "Approve", reason: "REVIEWED", when: (state) => state === "NOTICED", ask: [UNTIL],
    does: "What waits for an officer may go: a parked notice, or the enforcement once its time has come."},
  {kind: "EXEMPT", word: "Exempt", reason: "LICENCE", when: () => true, ask: [
    {label: "Region", id: "region", pattern: "[A-Z]{2}(-[A-Z0-9]{1,3})?", hint: "ISO 3166 code such as CN; empty for all regions"},
    {label: "Licence", id: "licence", hint: "reference of the licence it rests on, if any"}, UNTIL],
  does: "What is exempted is counted and not held against the organization. Warnings it covers end, and it is told so."},
  {kind: "APPEAL", word: "Open appeal", reason: "CUSTOMER_OBJECTS", when: (state) => ["NOTICED", "ENFORCED"].includes(state),
    does: "The organization objects. Until that is decided nothing is enforced."},
  {kind: "DECIDE_APPEAL", word: "Decide appeal", reason: "HEARD", when: (state) => state === "APPEALED",
    ask: [{label: "The appeal turned out to be", id: "outcome", options: OUTCOMES, required: true}, UNTIL],
    does: "Confirmed, the case goes on where it was. Otherwise it is lifted, the organization is told, and the same is not held against it again."},
  {kind: "LIFT", word: "Lift", reason: "RESOLVED", when: (state) => ["NOTICED", "ENFORCED", "APPEALED", "PROBATION"].includes(state),
    does: "The warning or the enforcement ends. Gateways stop refusing, and the organization is told."},
  {kind: "FREEZE", word: "Freeze", reason: "UNDER_REVIEW", when: (state, frozen) => !frozen, ask: [{...UNTIL, required: true, hint: "the end of that day, UTC"}],
    does: "No step is taken by itself and nothing is enforced until then."},
  {kind: "UNFREEZE", word: "Unfreeze", reason: "REVIEW_OVER", when: (state, frozen) => frozen,
    does: "The case goes on by the rules."},
];

/** `changed` is called once an action was carried out. */
export function actionsPanel({organization, policies}, said, changed) {
  return el("section", {class: "panel decide", "aria-labelledby": "decide-title"},
    el("div", {class: "panel-head"}, el("h2", {id: "decide-title"}, "Decide"),
      el("p", {class: "hint"}, api.token() ? "Everything is kept with your name." : "Only officers decide.")),
    api.token() ? policies.map(({case: known, assessment}) => el("div", {class: "buttons"},
      policies.length > 1 && el("span", {class: "hint"}, assessment.policy_title),
      ACTIONS.filter(({when}) => when(known.state, Boolean(known.frozen_until))).map((action) => el("button", {
        type: "button", class: "plain", "data-focus": action.kind + known.policy_id,
        on: {click: () => confirmation(action, organization, {known, assessment}, said, changed)},
      }, action.word))))
      : el("button", {type: "button", class: "plain", on: {click: signInDialog}}, "Sign in to decide"),
    said);
}

function confirmation(action, organization, {known, assessment}, said, changed) {
  const asked = [...(action.ask || []), {...REASON, value: action.reason}, TEXT];
  const problem = el("p", {class: "wrong", role: "alert"});
  const confirm = el("button", {type: "submit", class: "main"}, `${action.word}: confirm`);
  const whose = name(organization.name || organization.organization_id);
  const form = el("form", {on: {submit: decide}},
    el("h2", {id: "confirm-title"}, action.word, ": ", whose),
    el("p", {}, words.badge(known.state), `under ${assessment.policy_title}`),
    el("p", {}, action.does),
    asked.map(field), problem,
    el("div", {class: "buttons"},
      el("button", {type: "button", class: "plain", on: {click: () => dialog.close()}}, "Cancel"), confirm));
  const dialog = el("dialog", {"aria-labelledby": "confirm-title"}, form);
  const key = crypto.randomUUID?.() || `${Date.now()}-${Math.random()}`.replace(".", "");

  async function decide(event) {
    event.preventDefault();
    confirm.disabled = true;
    problem.textContent = "";
    try {
      await api.act(organization.organization_id, body(action, known.policy_id, new FormData(form)), key);
      dialog.close();
      await follow(action, organization.organization_id, key, said);
      await changed();
    } catch (refusal) {
      problem.textContent = refusal.message;
      confirm.disabled = false;
    }
  }

  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function body({kind}, policyId, given) {
  const filled = [...given].map(([key, value]) => [key, value.trim()]).filter(([, value]) => value !== "");
  const action = {kind, policy_id: policyId, ...Object.fromEntries(filled)};
  if (action.expires_at) action.expires_at += "T23:59:59.999Z";
  return action;
}

/** Tells what became of it; the stream carries it out in its own time. */
async function follow(action, id, key, said) {
  show(said, `${action.word}: on its way.`);
  for (let look = 0; look < PATIENCE; look++) {
    const {status, message} = await api.action(id, key);
    if (status === "DONE") return show(said, `${action.word}: done.`);
    if (status === "REFUSED") return show(said, el("span", {class: "wrong"}, `${action.word}: not done. ${message}`));
    await new Promise((later) => { setTimeout(later, LOOK); });
  }
  return show(said, `${action.word}: taken, and not carried out yet. It is not lost; look again in a moment.`);
}

function field({label, id, hint, area, options, ...rest}) {
  const control = area ? el("textarea", {id, name: id, rows: 2})
    : options ? el("select", {id, name: id, ...rest}, options.map(([value, text]) => el("option", {value}, text)))
      : el("input", {id, name: id, autocomplete: "off", ...rest});
  return el("label", {class: "field", for: id}, label, control, hint && el("small", {}, hint));
}
