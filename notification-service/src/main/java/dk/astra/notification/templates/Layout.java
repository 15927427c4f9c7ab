package dk.astra.notification.templates;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays a letter out as text and as HTML; HTML escapes whatever is put in. */
@Component
public class Layout {

    private final TemplateEngine engine = new TemplateEngine();

    public Layout() {
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
    }

    private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail-templates/");
        resolver.setResolvablePatterns(Set.of(pattern));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        return resolver;
    }

    public String text(Letter letter) {
        return process("letter.txt", letter);
    }

    public String html(Letter letter) {
        return process("letter.html", letter);
    }

    private String process(String template, Letter letter) {
        return engine.process(
                template, new Context(Locale.forLanguageTag(letter.language()), Map.of("letter", letter)));
    }
}
