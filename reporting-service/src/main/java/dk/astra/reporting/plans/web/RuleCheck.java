package dk.astra.reporting.plans.web;

import dk.astra.contracts.meetings.MeetingType;
import dk.astra.reporting.plans.Rule;
import dk.astra.reporting.plans.web.PlanRequest.RuleRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the rule of a measure into one that can be counted, or names what keeps it from being one. */
final class RuleCheck {

    private static final Map<String, Rule.Kind> KINDS = Map.of(
            "meetingsHeld",
            Rule.Kind.MEETINGS_HELD,
            "twinsHeld",
            Rule.Kind.TWINS_HELD,
            "heldWithTag",
            Rule.Kind.HELD_WITH_TAG);

    private RuleCheck() {}

    static Rule rule(String field, RuleRequest request, Problems problems) {
        if (request.unknown() != null) {
            request.unknown().keySet().forEach(name -> problems.add(field + "." + name, "unknown-field"));
        }
        Rule.Kind kind = problems.choice(field + ".kind", request.kind(), KINDS, Rule.Kind.MEETINGS_HELD);
        String tag = request.tag();
        if (kind == Rule.Kind.HELD_WITH_TAG && (tag == null || tag.isBlank())) {
            problems.add(field + ".tag", "required");
        }
        if (kind != Rule.Kind.HELD_WITH_TAG && tag != null) {
            problems.add(field + ".tag", "not-with-this-rule");
        }
        Set<MeetingType> types = EnumSet.noneOf(MeetingType.class);
        if (request.type() != null) {
            types.add(request.type());
        }
        add(types, field + ".types", request.types(), problems);
        add(types, field + ".minTypes", request.minTypes(), problems);
        return new Rule(kind, types, request.network(), request.format(), tag);
    }

    private static void add(
            Set<MeetingType> types, String field, @Nullable List<@Nullable MeetingType> requested, Problems problems) {
        if (requested == null || requested.isEmpty()) {
            return;
        }
        if (!types.isEmpty()) {
            problems.add(field, "either-or");
        }
        types.addAll(problems.list(field, requested, MeetingType.values().length));
    }
}
