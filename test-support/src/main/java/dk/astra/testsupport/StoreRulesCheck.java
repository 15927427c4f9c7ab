package dk.astra.testsupport;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Fails a test with {@link WithInfrastructure} whose application broke the {@link StoreRules}. */
public final class StoreRulesCheck implements TestExecutionListener, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void afterTestMethod(TestContext testContext) {
        check(testContext);
    }

    @Override
    public void afterTestClass(TestContext testContext) {
        check(testContext);
    }

    private static void check(TestContext testContext) {
        if (!TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(), WithInfrastructure.class)) {
            return;
        }
        List<String> violations = StoreRules.LISTENER.takeViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError("Not alike on every store (docs: stack-mongo.md, rules for applications):\n  "
                    + String.join("\n  ", violations));
        }
    }
}
