package io.github.crispspring.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test of {@link TestApplication}, which cannot reach anything at its base URL.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "crisp.identifier=application", "crisp.key=secret-key", "crisp.tier=website",
		"crisp.rest.base-url=http://localhost:1/base/", "crisp.rest.retry.backoff=1ms" })
@AutoConfigureCrispTester
@interface TesterTest {

}
