// SPDX-License-Identifier: Apache-2.0
// Puts the page together: which view is open, what is live, and what the head and the foot of the page say.

import * as api from "/api.js";
import {detail} from "/detail.js";
import {el, show} from "/dom.js";
import {overview} from "/overview.js";
import * as words from "/words.js";

const EVERY = 15_000;
const main = document.getElementById("main");
const live = document.getElementById("live");

let view;

async function refresh(fresh) {
  try {
    await view.refresh(fresh);
  } catch (problem) {
    view.failed(problem);
  }
}

async function open() {
  const [, id] = location.hash.match(/^#\/organizations\/(.+)$/) || [];
  view = id ? detail(main, decodeURIComponent(id)) : overview(main);
  await refresh();
  document.title = (id ? main.querySelector("h1")?.textContent + " · " : "") + "Whence";
  document.body.dataset.ready = "true";
}

function say(state, words_) {
  live.textContent = words_;
  live.className = "live " + state;
}

async function head() {
  const [{policies, region_names: names}, located, {total}] =
    await Promise.all([api.policies(), api.geolocation(), api.ledger()]);
  words.setRegionNames(names);
  banner(located);
  show(document.getElementById("policies"), policies.length ? policies.map(policy)
    : el("p", {}, "There is no policy, so nothing is judged. Name one in the setting policies, such as policies=openai-api."));
  show(document.getElementById("ledger"), ledger(total));
}

function banner({demo, builds}) {
  document.getElementById("demo").hidden = !demo;
  document.getElementById("demo-words").textContent =
    `Places come from ${builds.map(({source, built_at: built}) => `${source} of ${words.day(built)}`).join(" and ")}.`
    + " They say nothing about the world of today, and nobody is told.";
}

function policy({policy_id: id, versions}) {
  const version = versions[versions.length - 1];
  return el("details", {class: "policy"},
    el("summary", {},
      el("b", {}, version.title), ` version ${version.version}, in force from ${words.day(version.effective_at)}`,
      el("span", {class: "badge mode-" + version.mode.toLowerCase()}, version.mode.toLowerCase())),
    el("p", {}, el("b", {}, "Not supported: "), version.unsupported.map(words.regionName).join(", ")),
    version.indeterminate.length > 0 && el("p", {}, el("b", {}, "Supported in parts: "), version.indeterminate.map(words.regionName).join(", ")),
    el("p", {class: "hint"}, `${id}. Source: ${version.source}. Everything else is supported: ${words.count(version.supported.length)} countries and parts.`));
}

function ledger(total) {
  if (!total.consumed) return "No record consumed yet";
  return [`${words.plural(total.consumed, "record")} consumed, `, el("b", {class: total.imbalance ? "wrong" : "right"},
    total.imbalance ? `${words.count(total.imbalance)} unaccounted for` : "every one accounted for"),
  `: ${words.count(total.tallied)} tallied, ${words.count(total.duplicate)} duplicate, ${words.count(total.late)} late, `
    + `${words.count(total.filtered)} filtered, ${words.count(total.dead_lettered)} dead letters`];
}

const headIfReady = () => head().catch(() => {}); // the view says what is wrong

addEventListener("hashchange", async () => {
  await open();
  scrollTo(0, 0);
  main.focus({preventScroll: true});
});

api.listen({
  open: () => {
    say("on", "live");
    if (view) refresh();
  },
  lost: () => say("off", "reconnecting"),
  notice: (notice) => refresh([notice.notice_id]),
});

setInterval(() => {
  if (document.hidden) return;
  headIfReady();
  refresh();
}, EVERY);

await headIfReady();
await open();
