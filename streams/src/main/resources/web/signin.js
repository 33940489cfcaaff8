// SPDX-License-Identifier: Apache-2.0
// Who looks: a token, kept for as long as the tab is open.

import * as api from "/api.js";
import {el} from "/dom.js";

/** Asks for a token; the event "signed" tells everybody when there is another. */
export function signInDialog() {
  const field = el("input", {
    type: "password", id: "token", required: true, autocomplete: "current-password", spellcheck: "false",
  });
  const problem = el("p", {class: "wrong", role: "alert"});
  const dialog = el("dialog", {"aria-labelledby": "sign-in-title"},
    el("form", {on: {submit: enter}},
      el("h2", {id: "sign-in-title"}, "Sign in"),
      el("p", {class: "hint"}, "With the token that whoever runs Whence gave you. It stays in this tab, and is forgotten with it."),
      el("label", {class: "field", for: "token"}, "Token", field),
      problem,
      el("div", {class: "buttons"},
        el("button", {type: "button", class: "plain", on: {click: () => dialog.close()}}, "Cancel"),
        el("button", {type: "submit", class: "main"}, "Sign in"))));

  async function enter(event) {
    event.preventDefault();
    const before = api.token();
    api.signIn(field.value.trim());
    try {
      await api.policies(); // everybody who is known may
      dialog.close();
      dispatchEvent(new Event("signed"));
    } catch (refusal) {
      api.signIn(before);
      problem.textContent = refusal.message;
    }
  }

  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** What is shown in place of what could not be read. */
export function trouble(problem, heading = "strong") {
  return el("div", {class: "empty", role: "alert"},
    el(heading, {}, problem.title || "Something went wrong"),
    el("p", {}, problem.message),
    problem.status === 401 && el("button", {type: "button", class: "main", on: {click: signInDialog}}, "Sign in"));
}
