// SPDX-License-Identifier: Apache-2.0
// Asks the server. A refusal is an Error that says in words what to do.

const KEY = "whence.token";
const STALE = 5; // seconds that a copy may be behind before it is said

export class Problem extends Error {
  constructor(title, detail, status) {
    super(detail || title);
    this.title = title;
    this.status = status;
  }
}

/** The token of whoever is signed in, for as long as this tab is open; null for nobody. */
export const token = () => sessionStorage.getItem(KEY);

export function signIn(given) {
  if (given) sessionStorage.setItem(KEY, given);
  else sessionStorage.removeItem(KEY);
}

async function send(path, {headers, ...options} = {}) {
  const who = token() ? {authorization: "Bearer " + token()} : {};
  let response;
  try {
    response = await fetch(path, {...options, headers: {accept: "application/json", ...who, ...headers}});
  } catch (failed) {
    if (failed.name === "AbortError") throw failed;
    throw new Problem("The server does not answer", "Check that it still runs; this page keeps trying.", 0);
  }
  if (!response.ok) {
    const body = await response.json().catch(() => ({}));
    throw new Problem(body.title || "The server refused", body.detail, response.status);
  }
  if (response.headers.has("whence-state")) noteCaveat(path, caveat(response.headers.get("whence-state")));
  return response;
}

/** What is wrong with the state an answer was read from, by its header Whence-State (RFC 8941); empty when nothing is. */
export function caveat(header) {
  const value = (key) => header?.match(new RegExp(`(?:^|, )${key}=(\\([^)]*\\)|[^,]*)`))?.[1] || "";
  if (value("complete") === "?0") return `Not complete: partitions ${value("missing").slice(1, -1)} cannot be read. Numbers are too low until they can.`;
  const late = Number(value("lag-ms")) / 1000;
  return late > STALE ? `Some of what is shown is ${late.toFixed(0)} s behind.` : "";
}

const caveats = new Map();

/** An answer that is well says nothing of another one. */
function noteCaveat(path, words) {
  caveats.set(path.split("?")[0], words);
  dispatchEvent(new CustomEvent("caveat", {detail: [...caveats.values()].find(Boolean) || ""}));
}

/** What was wrong with answers that are shown no more. */
export const forgetCaveats = () => caveats.clear();

export const ask = async (path) => (await send(path)).json();

async function post(path, body, headers = {}) {
  return (await send(path, {
    method: "POST", body: JSON.stringify(body), headers: {"content-type": "application/json", ...headers},
  })).json();
}

const path = (id, rest = "") => "/v1/organizations/" + encodeURIComponent(id) + rest;

/** Parameters that are asked for; empty ones are left out. */
const query = (parameters) => new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== "" && value !== null));

export const organizations = (search) => ask("/v1/organizations?" + query(search));
export const overview = (id) => ask(path(id));
export const noticesOf = (id) => ask("/v1/notices?" + query({organization_id: id}));
export const preflight = (address) => ask("/v1/preflight?" + query({address}));
export const explanation = (id) => ask(path(id, "/explanation"));
export const history = (id) => ask(path(id, "/history"));
export const exemptions = (id) => ask(path(id, "/exemptions"));
export const traffic = (id) => ask(path(id, "/traffic"));
export const totals = () => ask("/v1/traffic");
export const notices = () => ask("/v1/notices?limit=50");
export const policies = () => ask("/v1/policies");
export const impact = (policy, day) => post("/v1/policies/impact?at=" + day, policy);
export const status = () => ask("/v1/status");
export const ledger = () => ask("/v1/ledger");
export const geolocation = () => ask("/v1/geolocation");
export const act = (id, action, key) => post(path(id, "/actions"), action, {"idempotency-key": key});
export const action = (id, key) => ask(path(id, "/actions/" + encodeURIComponent(key)));

let atlas;

/** The map, fetched once. */
export function world() {
  atlas ||= ask("/world.json");
  return atlas;
}

/** Saves the traffic of an organization as a file; a link could not say who asks. */
export async function saveTraffic(id) {
  const file = await (await send(path(id, "/traffic?format=csv"))).blob();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `regional-traffic-${id.replaceAll(/[^A-Za-z0-9._@-]/g, "_")}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Listens for new notices and changes of cases, and comes back when the connection is lost; returns how to stop. */
export function listen({open, lost, notice, changed}) {
  const stop = new AbortController();
  (async () => {
    while (!stop.signal.aborted) {
      try {
        const response = await send("/v1/events/stream", {signal: stop.signal, headers: {accept: "text/event-stream"}});
        open();
        await read(response.body, ({event, data}) => (event === "notice" ? notice(JSON.parse(data)) : changed()));
      } catch { /* said by lost */ }
      if (stop.signal.aborted) return;
      lost();
      await new Promise((later) => { setTimeout(later, 3000); });
    }
  })();
  return () => stop.abort();
}

/** Reads server-sent events until the stream ends. */
async function read(body, take) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    const events = (rest + value).split("\n\n");
    rest = events.pop();
    for (const event of events) {
      take(Object.fromEntries(event.split("\n").filter((line) => line.includes(": ")).map((line) => {
        const colon = line.indexOf(": ");
        return [line.slice(0, colon), line.slice(colon + 2)];
      })));
    }
  }
}
