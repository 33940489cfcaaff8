/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseEvent;
import io.whence.proof.Export.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where an entry whose hash does not fit belongs and which of its fields were changed: those that, put back
 * to what the rest of the export says, make the hash fit again.
 */
final class Restoration {

    private static final List<String> OTHER_FIELDS =
            List.of("from", "to", "actor", "reason", "case_id", "action_id", "notice_ids", "cause", "at");

    private final Export export;
    private final Entry entry;
    private final CaseEvent event;

    Restoration(Export export, Entry entry) {
        this.export = export;
        this.entry = entry;
        this.event = entry.event();
    }

    Link link() {
        for (Slot place : export.placesOf(event)) {
            for (String previous : export.previousHashes(event, place)) {
                Link restored = restored(place, previous);
                if (restored != null) {
                    return restored;
                }
            }
        }
        Slot likeliest = export.placesOf(event).iterator().next();
        return link(likeliest, event.previousHash(), event.hash(), List.of());
    }

    private @Nullable Link restored(Slot place, String previous) {
        Map<String, String> fields = new LinkedHashMap<>(event.hashedFields());
        fields.put("organization_id", place.chain().organizationId());
        fields.put("policy_id", place.chain().policyId());
        fields.put("sequence", Long.toString(place.sequence()));
        fields.put("previous_hash", previous);
        String hash = CaseEvent.hashOf(fields.values());
        if (hash.equals(event.hash())) {
            return link(place, previous, hash, changed(fields));
        }
        if (export.hashAt(place, hash)) {
            List<String> changed = changed(fields);
            changed.add("hash");
            return link(place, previous, hash, changed);
        }
        return withOneFieldPutBack(place, fields);
    }

    private @Nullable Link withOneFieldPutBack(Slot place, Map<String, String> fields) {
        for (String name : OTHER_FIELDS) {
            String written = fields.getOrDefault(name, "");
            for (String value : export.candidates(name, place)) {
                fields.put(name, value);
                if (CaseEvent.hashOf(fields.values()).equals(event.hash())) {
                    return link(place, fields.getOrDefault("previous_hash", ""), event.hash(), changed(fields));
                }
            }
            fields.put(name, written);
        }
        return null;
    }

    private List<String> changed(Map<String, String> restored) {
        Map<String, String> written = event.hashedFields();
        List<String> changed = new ArrayList<>();
        restored.forEach((name, value) -> {
            if (!value.equals(written.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    private Link link(Slot place, String previous, String hash, List<String> changed) {
        return new Link(entry, place.chain(), place.sequence(), previous, hash, false, changed);
    }
}
