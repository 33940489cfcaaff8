// SPDX-License-Identifier: Apache-2.0
// Builds nodes. Whatever comes from outside only ever becomes text, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element: `el("a", {href: "#/", class: "link"}, "text", child)`. Children that are null or false are left out. */
export function el(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** The same for SVG. */
export function svg(tag, properties, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    else if (name === "vars") for (const [key, amount] of Object.entries(value)) node.style.setProperty("--" + key, amount);
    else node.setAttribute(name, value === true ? "" : value);
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(node, child);
    else if (child !== null && child !== undefined && child !== false) {
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
}

/** Puts nodes in the place of what a node holds, and keeps the keyboard where it was. */
export function show(node, ...children) {
  const active = document.activeElement;
  const focus = node.contains(active) ? active.getAttribute("data-focus") : null;
  node.replaceChildren();
  append(node, children);
  if (focus) node.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus({preventScroll: true});
}

/** A name that somebody else chose: text of its own direction, so that it cannot turn its surroundings around. */
export function name(text) {
  return el("bdi", {}, text);
}
