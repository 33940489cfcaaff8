// SPDX-License-Identifier: Apache-2.0
// Asks the server. A refusal is an Error that says in words what to do.

export class Problem extends Error {
  constructor(title, detail, status) {
    super(detail || title);
    this.title = title;
    this.status = status;
  }
}

export async function ask(path) {
  let response;
  try {
    response = await fetch(path, {headers: {accept: "application/json"}});
  } catch {
    throw new Problem("The server does not answer", "Check that it still runs; this page keeps trying.", 0);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(body.title || "The server refused", body.detail, response.status);
  return body;
}

const path = (id, rest = "") => "/v1/organizations/" + encodeURIComponent(id) + rest;

export const organizations = (search) => ask("/v1/organizations?" + new URLSearchParams(search));
export const explanation = (id) => ask(path(id, "/explanation"));
export const traffic = (id) => ask(path(id, "/traffic"));
export const trafficCsv = (id) => path(id, "/traffic?format=csv");
export const notices = () => ask("/v1/notices?limit=50");
export const policies = () => ask("/v1/policies");
export const ledger = () => ask("/v1/ledger");
export const geolocation = () => ask("/v1/geolocation");

/** Listens for new notices; the browser comes back by itself when the connection is lost. */
export function listen({open, lost, notice}) {
  const stream = new EventSource("/v1/notices/stream");
  stream.addEventListener("open", open);
  stream.addEventListener("error", lost);
  stream.addEventListener("notice", (event) => notice(JSON.parse(event.data)));
}
