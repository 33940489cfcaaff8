// SPDX-License-Identifier: Apache-2.0
//
// Makes streams/src/main/resources/web/world.json, the map of the page, from Natural Earth 1:50m (public domain).
//
// To make it again, with Node.js 18 or newer, in any folder outside the checkout:
//
//   npm install --no-save world-atlas@2.0.2 topojson-client@3.1.0 i18n-iso-countries@7.14.0
//   node CHECKOUT/streams/src/map/world.mjs > CHECKOUT/streams/src/main/resources/web/world.json
//
// Each place that a policy can name is one entry: its outline in the Equal Earth projection (Savric, Patterson and
// Jenny, 2018, doi:10.1080/13658816.2018.1504949), and the point of its dot. Natural Earth draws who holds a place;
// which of its regions a place belongs to follows the codes of ISO 3166 instead: Crimea is UA-43, Northern Cyprus is CY,
// Somaliland is SO. This is about what geolocation answers and policies name, and takes no side.

import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const atlas = require('world-atlas/countries-50m.json');
const { feature } = require('topojson-client');
const iso = require('i18n-iso-countries');

const WIDTH = 1000;
const TOP = 84; // degrees north
const BOTTOM = -57; // without Antarctica
const TURN = 11; // degrees west of Greenwich that the map is cut at 180 degrees from, so that Chukotka stays whole

/** What Natural Earth gives no number, by its name; null is left out. */
const UNNUMBERED = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO', 'Indian Ocean Ter.': 'CX', 'Siachen Glacier': null };

/** A point within Crimea, which Natural Earth has as an outline of its own. */
const CRIMEA = [34.2, 45.2];

/** Degrees east and north of what is no outline of its own in the atlas: parts of others, and islands too small. */
const POINTS = {
  'UA-09': [39.0, 48.9], 'UA-14': [37.8, 48.0], 'UA-40': [33.5, 44.6],
  BQ: [-68.3, 12.2], BV: [3.4, -54.4], CC: [96.8, -12.2], CX: [105.6, -10.5], GF: [-53.1, 3.9], GI: [-5.35, 36.14],
  GP: [-61.55, 16.25], MQ: [-61.0, 14.65], RE: [55.5, -21.1], SJ: [16.0, 78.5], TK: [-171.8, -9.2], TV: [179.2, -8.5],
  UM: [-160.0, 0.4], YT: [45.15, -12.8],
};

const A = [1.340264, -0.081106, 0.000893, 0.003796];
const M = Math.sqrt(3) / 2;

function equalEarth([east, north]) {
  const longitude = (((east - TURN + 540) % 360) - 180) * Math.PI / 180;
  const l = Math.asin(M * Math.sin(north * Math.PI / 180));
  const l2 = l * l;
  const l6 = l2 * l2 * l2;
  return [
    longitude * Math.cos(l) / (M * (A[0] + 3 * A[1] * l2 + l6 * (7 * A[2] + 9 * A[3] * l2))),
    -l * (A[0] + A[1] * l2 + l6 * (A[2] + A[3] * l2)),
  ];
}

const left = equalEarth([-180 + TURN + 1e-6, 0])[0];
const top = equalEarth([0, TOP])[1];
const scale = WIDTH / (2 * -left);
const height = Math.round((equalEarth([0, BOTTOM])[1] - top) * scale);
const place = (degrees) => {
  const [x, y] = equalEarth(degrees);
  return [(x - left) * scale, (y - top) * scale];
};
const round = (number) => Math.round(number * 10) / 10;

/** Twice the area of a ring, by Gauss. */
const area2 = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [nextX, nextY] = ring[(i + 1) % ring.length];
  return sum + x * nextY - nextX * y;
}, 0));

/** Leaves points out that lie nearer to the line than the tolerance (Douglas and Peucker). */
function simplified(line, tolerance) {
  if (line.length < 3) return line;
  const [[x1, y1], [x2, y2]] = [line[0], line[line.length - 1]];
  const length = Math.hypot(x2 - x1, y2 - y1);
  let far = 0;
  let index = 0;
  line.forEach(([x, y], i) => {
    const off = length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length;
    if (off > far) [far, index] = [off, i];
  });
  if (far <= tolerance) return [line[0], line[line.length - 1]];
  return [...simplified(line.slice(0, index + 1), tolerance).slice(0, -1), ...simplified(line.slice(index), tolerance)];
}

/** Where a ring crosses the edge of the map it becomes two, one at each side. */
function atOneSide(ring) {
  const xs = ring.map(([x]) => x);
  if (Math.max(...xs) - Math.min(...xs) < WIDTH / 2) return [ring];
  return [ring.filter(([x]) => x > WIDTH / 2), ring.filter(([x]) => x < WIDTH / 2)].map((half) => [...half, half[0]]);
}

function path(rings) {
  return rings.map((ring) => {
    let [atX, atY] = [0, 0];
    return ring.slice(0, -1).map(([x, y], i) => {
      const [toX, toY] = [Math.round(x * 5), Math.round(y * 5)];
      const step = `${i === 0 ? 'M' : i === 1 ? 'l' : ' '}${i === 0 ? `${toX} ${toY}` : `${toX - atX} ${toY - atY}`}`;
      [atX, atY] = [toX, toY];
      return step;
    }).join('').replaceAll(' -', '-') + 'z';
  }).join('');
}

const contains = (ring, [x, y]) => ring.reduce((inside, [x1, y1], i) => {
  const [x2, y2] = ring[(i + 1) % ring.length];
  return (y1 > y) !== (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 ? !inside : inside;
}, false);

const polygons = {};
for (const { id, properties, geometry } of feature(atlas, atlas.objects.countries).features) {
  const code = id === undefined ? UNNUMBERED[properties.name] : iso.numericToAlpha2(id);
  if (!code || code === 'AQ') {
    if (code === undefined) console.error(`left out: ${properties.name} ${id}`);
    continue;
  }
  for (const polygon of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
    const whose = contains(polygon[0], CRIMEA) ? 'UA-43' : code;
    (polygons[whose] ||= []).push(polygon);
  }
}

const places = {};
for (const [code, own] of Object.entries(polygons)) {
  const rings = own.flatMap((polygon) => polygon.map((ring) => ring.map(place))).flatMap(atOneSide);
  const largest = rings.reduce((one, other) => (area2(one) > area2(other) ? one : other));
  const xs = largest.map(([x]) => x);
  const ys = largest.map(([, y]) => y);
  const centre = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
  const kept = rings.filter((ring) => ring === largest || area2(ring) > 1.2)
    .map((ring) => {
      const middle = Math.floor(ring.length / 2); // a ring ends where it begins: two lines
      return [...simplified(ring.slice(0, middle + 1), 0.22).slice(0, -1), ...simplified(ring.slice(middle), 0.22)];
    })
    .filter((ring) => ring.length > 3);
  places[code] = { d: path(kept), x: round(centre[0]), y: round(centre[1]), size: round(Math.sqrt(area2(largest) / 2)) };
}
for (const [code, degrees] of Object.entries(POINTS)) {
  const [x, y] = place(degrees);
  places[code] = { ...places[code], x: round(x), y: round(y), size: 0 };
}

const sorted = Object.fromEntries(Object.entries(places).sort(([one], [other]) => (one < other ? -1 : 1)));
console.log(`{"source":"Natural Earth 1:50m, public domain","width":${WIDTH},"height":${height},"unit":5,"places":{`);
console.log(Object.entries(sorted).map(([code, entry]) => `${JSON.stringify(code)}:${JSON.stringify(entry)}`).join(',\n'));
console.log('}}');
