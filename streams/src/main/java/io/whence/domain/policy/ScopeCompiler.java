/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what one version applies to and who signed it off. */
final class ScopeCompiler {
    private static final int LONGEST_NAME = 100;

    private final PolicyDocument.Version document;
    private final Diagnostics diagnostics;

    ScopeCompiler(PolicyDocument.Version document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /** The products, in the order written; empty for all. */
    Set<String> products() {
        var products = new LinkedHashSet<String>();
        for (var index = 0; index < document.products().size(); index++) {
            var written = document.products().get(index);
            var place = diagnostics.at("products", index);
            new Written(written, "chat", place)
                    .matching(PolicyVersion.PRODUCT, "a product in lower case letters, digits and hyphens")
                    .filter(product -> !products.add(product))
                    .ifPresent(
                            twice -> place.problem(twice, "'" + twice + "' is written twice; remove one of the two"));
        }
        return products;
    }

    /** The names of who signed it off, in the order written. */
    List<String> approvedBy() {
        var people = new ArrayList<String>();
        for (var index = 0; index < document.approvedBy().size(); index++) {
            var place = diagnostics.at("approved_by", index);
            new Written(document.approvedBy().get(index), "Jane Doe", place)
                    .matching(".{1," + LONGEST_NAME + "}", "a name in one line of at most " + LONGEST_NAME + " letters")
                    .map(String::strip)
                    .ifPresent(name -> add(name, people, place));
        }
        return people;
    }

    private static void add(String name, List<String> people, Diagnostics place) {
        people.stream()
                .filter(person -> SignOffs.samePerson(person, name))
                .findFirst()
                .ifPresent(person -> place.problem(
                        name,
                        "'" + name + "' is the same person as '" + person
                                + "'; each signs once, remove one of the two"));
        people.add(name);
    }
}
