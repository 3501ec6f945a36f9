package io.github.crispspring.testsupport;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Annotation for a test class whose methods have a parameter of type {@code Browser}: the
 * {@link InstalledBrowser}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Tag("browser")
@ExtendWith(InstalledBrowser.Extension.class)
@EnabledIf(value = "io.github.crispspring.testsupport.InstalledBrowser#isExpected",
		disabledReason = InstalledBrowser.MISSING)
public @interface BrowserTest {

}
