package dk.astra.event.meetings.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells organisers from everybody else where the same address serves both. */
@Component
public class Staff {

    private final RoleHierarchy roles;

    Staff(RoleHierarchy roles) {
        this.roles = roles;
    }

    public boolean isOrganiser() {
        @Nullable Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null
                && roles.getReachableGrantedAuthorities(caller.getAuthorities()).stream()
                        .anyMatch(role -> "ROLE_ORGANISER".equals(role.getAuthority()));
    }

    void requireOrganiser() {
        if (!isOrganiser()) {
            throw new AccessDeniedException("organisers only");
        }
    }
}
