// SPDX-License-Identifier: Apache-2.0
// Numbers, times and codes as people read them.

import {el} from "/dom.js";

const whole = new Intl.NumberFormat("en");
const compact = new Intl.NumberFormat("en", {notation: "compact", maximumFractionDigits: 1});
const dayFormat = new Intl.DateTimeFormat("en-GB", {timeZone: "UTC", day: "numeric", month: "short", year: "numeric"});
const timeFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
});

/** Subdivisions that policies name; the server names countries. */
const PARTS = {"UA-43": "Crimea (UA-43)", "UA-40": "Sevastopol (UA-40)", "UA-09": "Luhansk (UA-09)", "UA-14": "Donetsk (UA-14)"};

let regionNames = {};

export function setRegionNames(names) {
  regionNames = names;
}

export const count = (number) => whole.format(number);
export const short = (number) => (number < 10000 ? whole.format(number) : compact.format(number));
export const day = (text) => dayFormat.format(new Date(text));
export const time = (text) => timeFormat.format(new Date(text));
export const plural = (number, one, many = one + "s") => `${count(number)} ${number === 1 ? one : many}`;

/** A sentence of the server, with its times as people read them; a day begins at midnight. */
export const dated = (sentence) => sentence.replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => (at.includes("T00:00:00Z") ? day(at) : time(at)));

/** An ISO 8601 duration such as P15D or PT6H. */
export function duration(text) {
  const [, days, hours, minutes, seconds] = text.match(/^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/) || [];
  const wholeDays = Math.floor(Number(days || 0) + Number(hours || 0) / 24);
  const parts = [
    wholeDays && plural(wholeDays, "day"),
    Number(hours) % 24 > 0 && plural(Number(hours) % 24, "hour"),
    minutes && plural(Number(minutes), "minute"),
    Number(seconds) > 0 && plural(Number(seconds), "second"),
  ].filter(Boolean);
  return parts.join(" ") || (days || hours || seconds ? "none" : text);
}

/** A share of one, never rounded to all or nothing unless it is. */
export function percent(share) {
  if (share > 0 && share < 0.001) return "< 0.1 %";
  if (share < 1 && share > 0.999) return "> 99.9 %";
  return new Intl.NumberFormat("en", {maximumFractionDigits: share < 0.1 || share > 0.9 ? 1 : 0}).format(share * 100) + " %";
}

export const decibans = (weight) => (weight < 0 ? "−" : "+") + Math.abs(weight).toFixed(1) + " dB";

export function regionName(code) {
  if (code === "ZZ") return "not located";
  const country = code.slice(0, 2);
  if (PARTS[code]) return PARTS[code];
  return regionNames[code] || (regionNames[country] ? `${regionNames[country]}, ${code}` : code);
}

const STANDINGS = {
  UNSUPPORTED: {word: "unsupported", mark: "✕"},
  INDETERMINATE: {word: "indeterminate", mark: "?"},
  SUPPORTED: {word: "supported", mark: ""},
};

export const standing = (code) => STANDINGS[code] || {word: code.toLowerCase(), mark: "?"};

/** Every UTC day from one to another. */
export function daysOf({from, to}) {
  const days = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** A place of the map in words. */
export function place(code, found, byPolicy) {
  const stands = standing(found?.standing || byPolicy || "INDETERMINATE").word;
  return `${regionName(code)}: ${found ? plural(found.requests, "request") : "no requests"}, ${stands}`;
}

const STATES = {
  CLEAR: "no admitted traffic from an unsupported region",
  OBSERVED: "traffic from an unsupported region, nothing asked of the organization",
  NOTICED: "warned, and the grace period runs",
  ENFORCED: "gateways refuse",
  PROBATION: "enforcement lifted, still watched",
  LIFTED: "enforcement lifted",
  APPEALED: "the organization objects",
  EXEMPT: "left alone by decision",
};

export const stateWords = (state) => STATES[state] || "";
export const STATE_ORDER = Object.keys(STATES);

export function badge(state) {
  return el("span", {class: "badge state-" + state.toLowerCase(), title: stateWords(state)}, state.toLowerCase());
}

const CLASSIFICATIONS = {
  DIRECT: "people or machines working in the region",
  VPN: "a VPN",
  CLOUD_RELAY: "a relay in a cloud",
  RESIDENTIAL_PROXY: "a residential proxy",
  RESELLER: "resale of access",
  HYDRA: "a new organization in place of a barred one",
  FORGED_FORWARDING: "forged forwarding headers",
  MIXED: "several of these",
  EDGE_PLATFORM: "an edge platform ran the code there",
  TRAVELLER: "somebody travelled",
  CORPORATE_EGRESS: "a corporate network leaves there",
  END_USERS: "end users are there, not the organization",
  KEY_COMPROMISE: "a stolen key",
  GEOLOCATION_DISPUTED: "the location may be wrong",
};

export const CLASSIFICATION_ORDER = Object.keys(CLASSIFICATIONS);
export const classification = (code) => CLASSIFICATIONS[code] || code.toLowerCase().replaceAll("_", " ");
export const network = (type) => type.toLowerCase().replaceAll("_", " ");
