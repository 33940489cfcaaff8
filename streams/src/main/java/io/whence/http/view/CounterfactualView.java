/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.evidence.Counterfactual;

/**
 * What would be left of the score if one family of evidence had an explanation that nobody is to be blamed for.
 *
 * @param family the family of evidence that would weigh nothing
 * @param sentence what would have to be known
 * @param scoreDecibans the score without it
 * @param probability the probability without it, 0 to 1
 */
public record CounterfactualView(String family, String sentence, double scoreDecibans, double probability) {

    static CounterfactualView of(Counterfactual change) {
        return new CounterfactualView(
                change.family().name(), change.sentence(), change.scoreDecibans(), change.probability());
    }
}
