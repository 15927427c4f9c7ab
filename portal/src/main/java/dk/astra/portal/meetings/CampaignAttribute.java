package dk.astra.portal.meetings;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives every page about meetings the {@link Campaign} that its links carry on. */
@ControllerAdvice(basePackageClasses = Campaign.class)
class CampaignAttribute {

    @ModelAttribute("campaign")
    Campaign campaign(
            @RequestParam(name = Campaign.PARAMETER, required = false) @Nullable String code,
            @RequestParam(name = Campaign.VIA, required = false) @Nullable String via) {
        return Campaign.of(code, via);
    }
}
