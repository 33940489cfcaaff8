// SPDX-License-Identifier: Apache-2.0
// Puts the page together: which view is open, what is live, and what the head and the foot of the page say.

import * as api from "/api.js";
import {show} from "/dom.js";
import {health, ledgerWords} from "/health.js";
import {home} from "/home.js";
import {organization} from "/organization.js";
import {policies} from "/policies.js";
import {signInDialog} from "/signin.js";
import * as words from "/words.js";

const EVERY = 15_000;
const REMEMBERED = 1_100; // lists are remembered for a second
const main = document.getElementById("main");
const live = document.getElementById("live");
const button = document.getElementById("sign-in");

const VIEWS = [
  [/^#\/organizations\/([^?]+)/, (id) => organization(main, decodeURIComponent(id)), "#/"],
  [/^#\/policies/, () => policies(main), "#/policies"],
  [/^#\/health/, () => health(main), "#/health"],
  [/^/, () => home(main), "#/"],
];

let view;
let stopListening = () => {};
let again = null;
const fresh = [];

async function refresh(fresh) {
  const asked = view;
  try {
    await asked.refresh(fresh);
  } catch (problem) {
    if (asked === view) asked.failed(problem);
  }
}

async function open() {
  const [pattern, make, at] = VIEWS.find(([each]) => each.test(location.hash));
  const [, part] = location.hash.match(pattern);
  for (const link of document.querySelectorAll("#views a")) {
    if (link.getAttribute("href") === at) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  api.forgetCaveats();
  view = make(part);
  await refresh();
  document.title = main.querySelector("h1")?.textContent + " · Whence";
  document.body.dataset.ready = "true";
}

function say(state, text) {
  live.textContent = text;
  live.className = "live " + state;
}

async function head() {
  const [{region_names: names}, located, {total}] = await Promise.all([api.policies(), api.geolocation(), api.ledger()]);
  words.setRegionNames(names);
  banner(located);
  show(document.getElementById("ledger"), ledgerWords(total));
}

function banner({demo, builds}) {
  document.getElementById("demo").hidden = !demo;
  document.getElementById("demo-words").textContent =
    `Places come from ${builds.map(({source, built_at: built}) => `${source} of ${words.day(built)}`).join(" and ")}.`
    + " They say nothing about the world of today, and nobody is told.";
}

const headIfReady = () => head().catch(() => {}); // the view says what is wrong

/** Looks at once, and once more when nothing older is remembered by the server; many changes are one look. */
function news(noticeIds) {
  fresh.push(...noticeIds);
  if (again) return;
  refresh(fresh);
  again = setTimeout(() => {
    again = null;
    refresh(fresh.splice(0));
  }, REMEMBERED);
}

function listen() {
  stopListening();
  stopListening = api.listen({
    open: () => {
      say("on", "live");
      if (view) refresh();
    },
    lost: () => say("off", "reconnecting"),
    notice: (notice) => news([notice.notice_id]),
    changed: () => news([]),
  });
}

function signed() {
  button.textContent = api.token() ? "Sign out" : "Sign in";
  listen();
  headIfReady();
  if (view) refresh();
}

button.addEventListener("click", () => {
  if (api.token()) {
    api.signIn(null);
    signed();
  } else signInDialog();
});
addEventListener("signed", signed);
addEventListener("caveat", ({detail}) => {
  const line = document.getElementById("caveat");
  line.hidden = !detail;
  if (line.textContent !== detail) line.textContent = detail;
});
addEventListener("hashchange", async () => {
  await open();
  scrollTo(0, 0);
  main.focus({preventScroll: true});
});

setInterval(() => {
  if (document.hidden) return;
  headIfReady();
  refresh();
}, EVERY);

await headIfReady();
signed();
await open();
