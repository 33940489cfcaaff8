/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import java.util.List;

/** Clean organizations with a stolen key: somebody else uses it, openly, from an unsupported region. */
final class FramedOrganizations {

    private FramedOrganizations() {}

    static void draw(Draft draft, Place home) {
        Model model = draft.model();
        CleanOrganizations.office(draft, home);
        int last = draft.world().days() - 1;
        int stolen = draft.dice().from(Math.min(last, draft.firstDay() + 7), last);
        int revoked = stolen
                + (int) Math.max(1, model.number("framed.days") * draft.dice().factor(0.5));
        Place thief = draft.evaderHome();
        Exit exit = draft.exit(thief, NetworkKind.EYEBALL);
        Egress uses = moment -> {
            Route route = Route.direct(exit);
            return moment.day() >= revoked ? route.asRefused() : route;
        };
        draft.crew(new Crew(
                Crew.Role.THIEF,
                thief,
                draft.people("consumer"),
                draft.volume() * model.number("framed.share") * draft.dice().factor(0.5),
                Client.some("sdk", List.of(draft.keys(1).get(0)), 1, draft.dice()),
                uses,
                0,
                stolen,
                Math.min(last, revoked + model.whole("framed.revoked.days"))));
    }
}
