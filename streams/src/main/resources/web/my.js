// SPDX-License-Identifier: Apache-2.0
// What a customer sees of itself: what we see, what would be refused on a day, how to end it, how to object.

import * as api from "/api.js";
import {el, name, show} from "/dom.js";
import {letter, uses} from "/notices.js";
import {signInDialog, trouble} from "/signin.js";
import {standingsOn} from "/standings.js";
import * as words from "/words.js";

const main = document.getElementById("main");
const button = document.getElementById("sign-in");

/** What makes it stop; never how to hide. */
const REMEDIES = {
  DIRECT: "Stop using the API from there. If nobody of yours is there, rotate the keys named here.",
  VPN: "Send API requests from where you are, without the VPN in between.",
  CLOUD_RELAY: "Call the API from where the work is done, without the relay in between, or tell us what these servers are for.",
  EDGE_PLATFORM: "Pin the function to a supported region in the settings of your platform.",
  TRAVELLER: "Nothing, if the journey is over. While travelling there, do not use the API.",
  CORPORATE_EGRESS: "Tell us which networks are yours; we register them with your profile.",
  END_USERS: "Call the API from your servers, not from the devices of your users.",
  KEY_COMPROMISE: "Rotate the keys named here at once.",
  GEOLOCATION_DISPUTED: "Object, and say where the networks named here are.",
};

async function open() {
  const id = decodeURIComponent(location.hash.slice(1));
  button.textContent = api.token() ? "Sign out" : "Sign in";
  if (!id) return show(main, whose());
  try {
    const [overview, {notices}, {policies, region_names: names}] =
      await Promise.all([api.overview(id), api.noticesOf(id), api.policies()]);
    words.setRegionNames(names);
    show(main, ...page(overview, notices, policies));
    document.title = `${main.querySelector("h1").textContent} · your traffic`;
  } catch (problem) {
    show(main, trouble(problem, "h1"));
  }
  document.body.dataset.ready = "true";
  return undefined;
}

function whose() {
  document.body.dataset.ready = "true";
  const field = el("input", {id: "organization", required: true, autocomplete: "off", spellcheck: "false"});
  return el("form", {class: "panel whose", on: {submit: (event) => {
    event.preventDefault();
    location.hash = encodeURIComponent(field.value.trim());
  }}},
  el("h1", {}, "Your traffic, as we see it"),
  el("label", {class: "field", for: "organization"}, "Your organization's id", field, el("small", {}, "as in the notice you got")),
  el("button", {type: "submit", class: "main"}, "Show"));
}

function page(overview, notices, policies) {
  const {organization, latest_event_at: latest} = overview;
  return [
    el("header", {class: "title"}, el("h1", {}, name(organization.name || organization.organization_id)),
      el("p", {}, el("code", {}, organization.organization_id), el("span", {}, "last request ", el("b", {}, words.time(latest))))),
    el("div", {class: "detail"},
      policies.map((policy) => refusals(policy, overview)),
      seen(overview, notices),
      remedy(overview, notices),
      preflight(),
      appeal(notices),
      told(notices)),
  ];
}

function panel(id, title, ...content) {
  return el("section", {class: "panel", "aria-labelledby": id}, el("div", {class: "panel-head"}, el("h2", {id}, title)), content);
}

/** What would be refused on a day that the customer picks. */
function refusals(policy, {cases, regions}) {
  const newest = policy.versions[policy.versions.length - 1];
  const known = cases.find(({policy_id: id}) => id === policy.policy_id) || {state: "CLEAR", warnings: []};
  const id = "day-" + policy.policy_id;
  const answer = el("div", {role: "status"});
  const first = [known.enforceable_from, newest.effective_at].filter(Boolean).sort().pop().slice(0, 10);
  const day = el("input", {type: "date", id, value: first, required: true, on: {input: () => day.value && draw()}});
  const draw = () => show(answer, ...onDay(known, regions, standingsOn([policy], day.value), day.value));
  const tried = newest.mode === "SHADOW" || known.warnings.some(({mode}) => mode === "SHADOW");
  draw();
  return panel("refused-" + policy.policy_id, "What would be refused",
    el("label", {class: "field day", for: id}, "On this day", day), answer,
    el("p", {class: "hint"}, `${newest.title}, version ${newest.version}. `
      + (tried ? "It is only tried out: nothing is refused." : "Refused are requests from the region, nothing else of yours.")));
}

function onDay(known, regions, standings, day) {
  const rows = regions.filter(({region}) => standings[region] === "UNSUPPORTED").map((part) => {
    const warning = known.warnings.find(({region}) => region === part.region);
    return {...part, warning, refused: Boolean(warning) && !["EXEMPT", "APPEALED"].includes(known.state) && warning.enforceable_from.slice(0, 10) <= day};
  });
  const refused = rows.filter((row) => row.refused);
  return [
    el("p", {class: "lead"}, refused.length ? ["Requests from ", el("b", {}, refused.map(({region}) => words.regionName(region)).join(", ")), ` would be refused on ${words.day(day)}.`]
      : `Nothing of yours would be refused on ${words.day(day)}.`),
    rows.length > 0 && el("ul", {class: "diff"}, rows.map(({region, requests, warning, refused: now}) => el("li", {class: now ? "removed" : null},
      el("b", {}, words.regionName(region)), `: ${words.plural(requests, "request")} in the last 28 days`,
      warning ? `; you were told on ${words.day(warning.since)}, and refusing starts on ${words.day(warning.enforceable_from)} at the earliest`
        : "; not supported, but nothing is refused without a notice and its time of grace"))),
  ];
}

/** Keys and networks are those of the newest notice: nothing else of them is looked at. */
function seen({regions, from, to, requests, coverage}, notices) {
  const named = new Map(notices.slice().reverse().flatMap((notice) => notice.regions).map((part) => [part.region, part]));
  return panel("seen-title", "What we see of your traffic",
    el("p", {}, `${words.plural(requests, "request")}, ${words.day(from)} to ${words.day(to)}; ${words.percent(coverage)} of them located.`),
    regions.map(({region, standing, requests: some}) => el("details", {open: standing === "UNSUPPORTED"},
      el("summary", {}, el("b", {class: "dot " + standing.toLowerCase()}, words.regionName(region)),
        ` ${words.plural(some, "request")}, ${words.percent(some / requests)}, ${words.standing(standing).word}`),
      standing !== "SUPPORTED" && named.has(region) ? [el("p", {class: "hint"}, "As in the newest notice about it:"), uses(named.get(region))]
        : el("p", {class: "hint"}, standing === "SUPPORTED" ? "Supported: keys and networks are not looked at." : "No notice names keys and networks here."))));
}

function remedy({cases}, notices) {
  const told = notices.find(({remedy: text}) => text);
  const likely = [...cases.flatMap(({warnings}) => warnings), ...notices.slice(0, 1)].map(({classification}) => REMEDIES[classification]).filter(Boolean);
  const all = [...new Set([told?.remedy, ...likely].filter(Boolean))];
  return panel("remedy-title", "How to end it", all.length ? el("ul", {class: "unknowns"}, all.map((each) => el("li", {}, each)))
    : el("p", {}, "There is nothing to end."));
}

/** Whether an address would do, before anybody sends from it. */
function preflight() {
  const address = el("input", {id: "address", required: true, autocomplete: "off", spellcheck: "false", placeholder: "such as 1.119.192.1"});
  const answer = el("div", {role: "status"});
  const ask = async (event) => {
    event.preventDefault();
    try {
      const {today} = await api.preflight(address.value.trim());
      show(answer, el("p", {}, el("b", {class: "dot " + today.standing.toLowerCase()}, words.standing(today.standing).word), ": ",
        today.policies.map(({reason}) => reason).join(" ")));
    } catch (problem) {
      show(answer, el("p", {class: "wrong", role: "alert"}, problem.message));
    }
  };
  return panel("preflight-title", "Try an address", el("form", {class: "preview-form", on: {submit: ask}},
    el("label", {class: "field", for: "address"}, "IP address", address),
    el("button", {type: "submit", class: "main"}, "Is it supported?")), answer);
}

function appeal([newest]) {
  return panel("appeal-title", "How to object",
    el("p", {}, newest ? ["Answer the notice, naming its number ", el("code", {}, newest.notice_id), ". Until it is decided nothing is refused."]
      : "There is no notice, so there is nothing to object to."),
    newest && el("ul", {class: "unknowns"},
      el("li", {}, "Are the networks yours, and where are they really?"),
      el("li", {}, "Was it a journey, an edge platform, a partner, a stolen key? What shows it?"),
      el("li", {}, "Do you have a licence? Send its reference.")));
}

function told(notices) {
  return panel("told-title", "What we told you", notices.length ? notices.map(letter) : el("p", {class: "empty"}, "Nothing so far."));
}

button.addEventListener("click", () => {
  if (api.token()) {
    api.signIn(null);
    open();
  } else signInDialog();
});
addEventListener("signed", open);
addEventListener("hashchange", open);
await open();
