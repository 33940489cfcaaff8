// SPDX-License-Identifier: Apache-2.0
// Whether what the page says can be relied on: what waits, where the records went, how old the databases are.

import * as api from "/api.js";
import {el, show} from "/dom.js";
import {trouble} from "/signin.js";
import * as words from "/words.js";

const ENTRIES = ["tallied", "duplicate", "late", "filtered", "dead_lettered"];

export function health(main) {
  const body = el("div", {class: "detail"});
  show(main, el("h1", {}, "Health"), body);

  async function refresh() {
    const [status, ledger, located] = await Promise.all([api.status(), api.ledger(), api.geolocation()]);
    show(body, statusPanel(status), ledgerPanel(ledger), databasePanel(located));
  }

  return {refresh, failed: (problem) => show(body, trouble(problem))};
}

/** The ledger in one sentence. */
export function ledgerWords(total) {
  if (!total.consumed) return "No record consumed yet";
  return [`${words.plural(total.consumed, "record")} consumed, `, el("b", {class: total.imbalance ? "wrong" : "right"},
    total.imbalance ? `${words.count(total.imbalance)} unaccounted for` : "every one accounted for"),
  `: ${words.count(total.tallied)} tallied, ${words.count(total.duplicate)} duplicate, ${words.count(total.late)} late, `
    + `${words.count(total.filtered)} filtered, ${words.count(total.dead_lettered)} dead letters`];
}

function panel(id, title, ...content) {
  return el("section", {class: "panel", "aria-labelledby": id}, el("div", {class: "panel-head"}, el("h2", {id}, title)), content);
}

function table(head, rows) {
  return el("div", {class: "scroll"}, el("table", {class: "list"},
    el("thead", {}, el("tr", {}, head.map((title) => el("th", {scope: "col"}, title)))), el("tbody", {}, rows)));
}

function statusPanel({ready, checks, lag_records: waiting, lag, decisions}) {
  const took = decisions.propagation_millis;
  return panel("status-title", "This instance",
    el("p", {}, el("b", {class: ready ? "right" : "wrong"}, ready ? "ready" : "not ready"), checks.map(({check, ok, reason}) => [", ",
      check, " ", el("b", {class: ok ? "right" : "wrong"}, ok ? "well" : reason)])),
    el("dl", {class: "facts settings"},
      el("dt", {}, "lag"), el("dd", {}, words.plural(waiting, "record"), " waiting"),
      el("dt", {}, "orders to gateways"), el("dd", {}, words.count(decisions.orders)),
      el("dt", {}, "controls of officers"), el("dd", {}, words.count(decisions.controls)),
      el("dt", {}, "signals suspended"), el("dd", {}, decisions.suspended_signals.join(", ") || "none"),
      el("dt", {}, "propagation"), el("dd", {}, took === null ? "no order yet" : `the latest order took ${(took / 1000).toFixed(2)} s from its cause to the gateways' table`)),
    lag.some(({records}) => records > 0) && table(["Topic", "Partition", "Waiting"], lag.filter(({records}) => records > 0).map((one) => el("tr", {},
      el("th", {scope: "row"}, one.topic), el("td", {}, one.partition), el("td", {}, words.count(one.records))))));
}

function ledgerPanel({total, partitions}) {
  const row = (title, entry) => el("tr", {}, el("th", {scope: "row"}, title),
    el("td", {}, words.count(entry.consumed)), ENTRIES.map((key) => el("td", {}, words.count(entry[key]))),
    el("td", {}, el("b", {class: entry.imbalance ? "wrong" : "right"}, words.count(entry.imbalance))));
  return panel("ledger-title", "Ledger of the access logs",
    el("p", {class: "hint"}, "Every record is one of these; what is missing must be 0."),
    table(["Partition", "Consumed", "Tallied", "Duplicate", "Late", "Filtered", "Dead letters", "Missing"],
      [...partitions.map(({partition, entries}) => row(partition, entries)), row("all", total)]));
}

function databasePanel({demo, builds}) {
  const age = (built) => Math.max(0, Math.floor((Date.now() - Date.parse(built)) / 86_400_000));
  return panel("databases-title", "Databases",
    demo && el("p", {}, "Demo data: nothing that is located with it is told to anybody."),
    table(["Source", "Built", "Age", "SHA-256"], builds.map(({source, built_at: built, sha256}) => el("tr", {},
      el("th", {scope: "row"}, source), el("td", {}, words.day(built)),
      el("td", {class: age(built) > 30 ? "wrong" : null}, words.plural(age(built), "day")),
      el("td", {}, el("code", {title: sha256}, sha256.slice(0, 12)))))));
}
