package dk.astra.portal.site;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms are records: what a request says beyond their components, for example {@code name[0]}, is not looked at. Without
 * this it would be bound as a property, and a machine's odd names would end in an error of ours.
 */
@ControllerAdvice
class FormBinding {

    @InitBinder
    void onlyWhatTheFormHas(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
