// SPDX-License-Identifier: Apache-2.0
// Notices: one line in a list, and the whole letter.

import {el, name} from "/dom.js";
import * as words from "/words.js";

export function noticeItem(notice, fresh) {
  return el("li", {class: fresh ? "fresh" : null},
    el("div", {class: "notice-head"},
      el("span", {class: "badge kind-" + notice.kind.toLowerCase()}, notice.kind.toLowerCase()),
      notice.mode === "SHADOW" && el("span", {class: "badge shadow", title: "shown here only; nobody is told"}, "shadow"),
      el("time", {datetime: notice.issued_at}, words.day(notice.issued_at))),
    el("a", {href: "#/organizations/" + encodeURIComponent(notice.organization_id), "data-focus": notice.notice_id},
      name(notice.organization_name || notice.organization_id)),
    el("p", {}, words.dated(notice.summary)));
}

/** A notice in a few words. */
export function noticeLine({kind, issued_at: at, regions}) {
  const about = regions.filter(({standing}) => standing === "UNSUPPORTED").map(({region}) => region).join(", ");
  return [el("span", {class: "badge kind-" + kind.toLowerCase()}, kind.toLowerCase()), about, " ", el("time", {datetime: at}, words.day(at))];
}

/** A notice as the organization reads it. */
export function letter(notice) {
  const heading = "notice-" + notice.notice_id;
  return el("article", {class: "letter", tabindex: -1, "aria-labelledby": heading},
    el("header", {},
      el("span", {class: "badge kind-" + notice.kind.toLowerCase()}, notice.kind.toLowerCase()),
      notice.mode === "SHADOW" && el("span", {class: "badge shadow"}, "shadow: not sent"),
      el("h3", {id: heading}, notice.policy_title || notice.policy_id),
      el("time", {datetime: notice.issued_at}, words.time(notice.issued_at))),
    el("p", {class: "lead"}, words.dated(notice.summary)),
    el("dl", {},
      fact("What now", notice.remedy || "Nothing is asked of you."),
      notice.effective_at && fact(notice.kind === "WARNING" ? "Enforcement not before" : "In force from", words.day(notice.effective_at)),
      fact("Most likely", `${words.classification(notice.classification)}. Probability of use from an unsupported region: ${words.percent(notice.probability)}.`),
      notice.best_benign_explanation && fact("Otherwise",
        `${words.classification(notice.best_benign_explanation)}: ${words.percent(notice.best_benign_probability)}.`),
      fact("Located", `${words.percent(notice.coverage)} of your requests of this time, with ${builds(notice.geolocation_builds)}.`)),
    notice.regions.map(region),
    el("footer", {}, `Notice ${notice.notice_id} under ${notice.policy_id} version ${notice.policy_version}`));
}

function builds(list) {
  return list.map(({source, built_at}) => `${source} of ${words.day(built_at)}`).join(", ") || "no database";
}

function fact(term, text) {
  return [el("dt", {}, term), el("dd", {}, text)];
}

function region(part) {
  return el("details", {open: part.standing === "UNSUPPORTED"},
    el("summary", {},
      el("b", {class: "dot " + part.standing.toLowerCase()}, words.regionName(part.region)),
      ` ${words.plural(part.requests, "request")}, ${words.percent(part.share)} of yours, ${words.day(part.first_seen)} to ${words.day(part.last_seen)}`),
    uses(part));
}

/** Which keys and which networks, side by side. */
export function uses({keys, networks}) {
  if (!keys.length && !networks.length) return el("p", {class: "hint"}, "No keys or networks were kept for this region.");
  return el("div", {class: "uses"},
    table(["API key", "requests"], keys.slice(0, 12).map((key) => [el("code", {}, key.api_key_id), words.count(key.requests)]), keys.length - 12),
    table(["Network", "operator", "kind", "requests"], networks.slice(0, 12).map((network) => [
      el("code", {}, network.prefix), operator(network), words.network(network.type), words.count(network.requests),
    ]), networks.length - 12));
}

function operator({asn, name: operatorName}) {
  return [operatorName && name(operatorName), asn && el("small", {}, ` AS${asn}`)];
}

function table(head, rows, more) {
  if (!rows.length) return null;
  return el("div", {class: "scroll"}, el("table", {class: "list"},
    el("thead", {}, el("tr", {}, head.map((title) => el("th", {scope: "col"}, title)))),
    el("tbody", {}, rows.map((cells) => el("tr", {}, cells.map((content) => el("td", {}, content)))),
      more > 0 && el("tr", {}, el("td", {colspan: head.length, class: "hint"}, `and ${words.count(more)} more`)))));
}
