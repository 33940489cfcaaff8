// SPDX-License-Identifier: Apache-2.0
// One organization: where it stands, why, since when, what was done about it, and what is not known.

import * as api from "/api.js";
import {actionsPanel} from "/actions.js";
import {dayChart, spark} from "/charts.js";
import {el, name, show} from "/dom.js";
import {exemptionsPanel} from "/exemptions.js";
import {letter, noticeLine, uses} from "/notices.js";
import {trouble} from "/signin.js";
import {timeline} from "/timeline.js";
import {waterfall} from "/waterfall.js";
import {why} from "/why.js";
import * as words from "/words.js";

const STANDINGS = ["UNSUPPORTED", "INDETERMINATE", "SUPPORTED"];

export function organization(main, id) {
  const body = el("div", {class: "detail"}, el("p", {class: "empty"}, "Looking it up"));
  const said = el("p", {class: "said", role: "status"});
  const back = el("a", {href: "#/", class: "back"}, "← All organizations");
  let seen = "";
  show(main, back, body);

  async function refresh() {
    const [explained, sent, {events}, {exemptions}] = await Promise.all(
      [api.explanation(id), api.traffic(id), api.history(id), api.exemptions(id)]);
    const news = JSON.stringify([explained, sent, events, exemptions, api.token()]);
    if (news === seen) return; // what somebody has opened stays open
    seen = news;
    show(body,
      heading(explained),
      why(explained.policies, explained.notices),
      actionsPanel(explained, said, refresh),
      explained.policies.map((under) => underPolicy(under)),
      el("div", {class: "halves"},
        timeline(events, explained.policies, explained.notices),
        noticesPanel(explained.notices)),
      exemptionsPanel(exemptions),
      trafficPanel(id, sent),
      explained.policies.slice(0, 1).map(({assessment}) => usesPanel(assessment)),
      unknownsPanel(explained));
  }

  const failed = (problem) => {
    seen = "";
    show(body, trouble(problem.status === 404
      ? {title: "There is no such organization", message: problem.message} : problem, "h1"));
  };
  return {refresh, failed};
}

function heading({organization, policies, latest_event_at: latest, closed_through: closed}) {
  const facts = [
    organization.declared_country && ["says it is in", words.regionName(organization.declared_country)],
    organization.billing_country && ["pays from", words.regionName(organization.billing_country)],
    organization.parent && ["belongs to", organization.parent],
    ["last event", words.time(latest)],
    ["judged through", words.day(closed)],
  ].filter(Boolean);
  return el("header", {class: "title"},
    el("div", {class: "named"}, el("h1", {}, name(organization.name || organization.organization_id)),
      policies.map(({case: known}) => words.badge(known.state))),
    el("p", {}, el("code", {}, organization.organization_id), facts.map(([term, value]) => el("span", {}, `${term} `, el("b", {}, value))),
      el("a", {href: "/my#" + encodeURIComponent(organization.organization_id)}, "as the organization sees it")));
}

function underPolicy({case: known, assessment}) {
  const title = "policy-" + assessment.policy_id;
  return el("section", {class: "panel", "aria-labelledby": title},
    el("div", {class: "panel-head"},
      el("h2", {id: title}, assessment.policy_title, " ", el("small", {}, `version ${assessment.policy_version}`)),
      el("span", {}, words.badge(known.state), assessment.mode === "SHADOW" && el("span", {class: "badge shadow"}, "shadow"))),
    el("div", {class: "verdict"},
      el("div", {class: "probability"},
        el("b", {}, words.percent(assessment.probability)),
        el("p", {}, "probability of use from an unsupported region"),
        assessment.regions.some(({standing}) => standing === "UNSUPPORTED") && el("p", {class: "hint"}, `otherwise, at ${words.percent(assessment.best_benign_probability)}, most likely: ${words.classification(assessment.best_benign_explanation)}`),
        history(known, assessment)),
      el("div", {},
        el("h3", {}, "How the evidence adds up"),
        waterfall(assessment.reasons, assessment.score_decibans, assessment.thresholds.probability),
        changes(assessment.what_would_change))));
}

function changes(possible) {
  return possible.length > 0 && [el("h3", {}, "What would change it"),
    el("ul", {class: "changes"}, possible.map(({sentence}) => el("li", {}, sentence)))];
}

function history(known, assessment) {
  const steps = [
    assessment.onset && ["evidence since", words.day(assessment.onset)],
    known.noticed_at && ["warned", words.day(known.noticed_at)],
    known.enforceable_from && ["enforceable from", words.day(known.enforceable_from)],
    !known.enforceable_from && ["policy in force from", words.day(assessment.effective_at)],
    ["changes of state", words.count(known.transitions)],
    ["window", `${words.day(assessment.window_start)} to ${words.day(new Date(Date.parse(assessment.window_end) - 1))}`],
    ["requests judged", words.count(assessment.requests)],
    assessment.requests > 0 && ["of them located", words.percent(assessment.coverage)],
  ].filter(Boolean);
  return el("dl", {class: "facts"}, steps.map(([term, value]) => [el("dt", {}, term), el("dd", {}, value)]));
}

function trafficPanel(id, sent) {
  const days = words.daysOf(sent);
  const worst = (row) => STANDINGS.find((standing) => row.standings.some((each) => each.standing === standing)) || "SUPPORTED";
  const byDay = new Map(days.map((day) => [day, {day, open: day > sent.closed_through}]));
  const regions = new Map();
  for (const row of sent.traffic) {
    const standing = worst(row);
    const entry = byDay.get(row.day);
    entry[standing] = (entry[standing] || 0) + row.requests;
    const key = row.region + " " + standing;
    const region = regions.get(key) || {region: row.region, standing, requests: 0, refused: 0, values: days.map(() => 0)};
    region.requests += row.requests;
    region.refused += row.refused;
    region.values[days.indexOf(row.day)] += row.requests;
    regions.set(key, region);
  }
  return el("section", {class: "panel", "aria-labelledby": "traffic-title"},
    el("div", {class: "panel-head"},
      el("h2", {id: "traffic-title"}, "Traffic by region and day"),
      el("button", {type: "button", class: "plain", on: {click: () => api.saveTraffic(id)}}, "Save as CSV")),
    sent.traffic.length ? [dayChart([...byDay.values()], Math.min(1320, Math.max(320, document.body.clientWidth - 60))), regionTable([...regions.values()])]
      : el("p", {class: "empty"}, "No requests in these days."));
}

function regionTable(regions) {
  const total = regions.reduce((sum, {requests}) => sum + requests, 0);
  regions.sort((one, other) =>
    STANDINGS.indexOf(one.standing) - STANDINGS.indexOf(other.standing) || other.requests - one.requests);
  return el("div", {class: "scroll"}, el("table", {class: "list regions"},
    el("thead", {}, el("tr", {}, ["Region", "Standing", "Day by day", "Requests", "Share", "Refused"]
      .map((title, index) => el("th", {scope: "col", class: index > 2 ? "number" : index === 1 ? "wordy" : null}, title)))),
    el("tbody", {}, regions.map(({region, standing, requests, refused, values}) => el("tr", {},
      el("th", {scope: "row"}, words.regionName(region), region !== "ZZ" && el("small", {}, " " + region)),
      el("td", {class: "wordy"}, el("span", {class: "dot " + standing.toLowerCase()}, words.standing(standing).word)),
      el("td", {class: "sparkle"}, spark(values, standing, `${words.regionName(region)}, day by day`)),
      el("td", {class: "number"}, words.count(requests)),
      el("td", {class: "number"}, words.percent(requests / total)),
      el("td", {class: "number"}, refused ? words.count(refused) : "–"))))));
}

function usesPanel({regions}) {
  const worth = regions.filter(({standing, keys, networks}) => standing !== "SUPPORTED" && keys.length + networks.length > 0);
  if (!worth.length) return null;
  return el("section", {class: "panel", "aria-labelledby": "uses-title"},
    el("div", {class: "panel-head"}, el("h2", {id: "uses-title"}, "Keys and networks")),
    worth.map((part) => el("details", {open: part.standing === "UNSUPPORTED"},
      el("summary", {}, el("b", {class: "dot " + part.standing.toLowerCase()}, words.regionName(part.region)),
        ` ${words.plural(part.requests, "request")} on ${words.plural(part.days, "day")}, about ${words.plural(part.addresses, "address", "addresses")}`),
      uses(part))));
}

function noticesPanel(notices) {
  const [newest, ...older] = notices;
  return el("section", {class: "panel", "aria-labelledby": "letters-title"},
    el("div", {class: "panel-head"}, el("h2", {id: "letters-title"}, "Notices, as the organization reads them")),
    newest ? letter(newest) : el("p", {class: "empty"}, "None. The organization has not been told anything."),
    older.map((notice) => el("details", {class: "older"},
      el("summary", {}, noticeLine(notice)), letter(notice))));
}

function unknownsPanel({unknowns, geolocation}) {
  return el("section", {class: "panel", "aria-labelledby": "unknowns-title"},
    el("div", {class: "panel-head"}, el("h2", {id: "unknowns-title"}, "What is not known")),
    unknowns.length ? el("ul", {class: "unknowns"}, unknowns.map((sentence) => el("li", {}, sentence)))
      : el("p", {class: "hint"}, "Nothing that we know of."),
    el("p", {class: "hint"}, "Located with ", geolocation.builds.map(({source, built_at: built, sha256}, index) => [
      index > 0 && ", ", el("span", {title: "SHA-256 " + sha256}, `${source} of ${words.day(built)}`)]),
    geolocation.demo && " (demo data)", "."));
}
