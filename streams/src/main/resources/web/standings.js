// SPDX-License-Identifier: Apache-2.0
// How regions stand on a day, by the policies in force on it.

const WORST_FIRST = ["UNSUPPORTED", "INDETERMINATE", "SUPPORTED"];

export const rank = (standing) => WORST_FIRST.indexOf(standing);

/** The worst that any policy in force on a day says of each region. */
export function standingsOn(policies, day) {
  const standings = {};
  for (const {versions} of policies) {
    const version = versions.filter(({effective_at: from}) => from.slice(0, 10) <= day).pop() || versions[0];
    for (const standing of WORST_FIRST) {
      for (const code of version[standing.toLowerCase()]) {
        if (!standings[code] || rank(standing) < rank(standings[code])) standings[code] = standing;
      }
    }
  }
  return standings;
}
