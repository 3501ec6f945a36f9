package io.github.crispspring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;

/**
 * Gives a test a {@link CrispTester}, and keeps the application under test from Crisp:
 * its calls are noted instead of made, whatever credentials it has, and it does not
 * connect.
 *
 * <pre class="code">
 * &#64;SpringBootTest
 * &#64;AutoConfigureCrispTester
 * class GreeterTests {
 *
 *   &#64;Test
 *   void visitorIsGreeted(&#64;Autowired CrispTester crisp) {
 *     assertThat(crisp.visitorWrites("Hi").replies()).containsExactly(MessageContent.text("Hello!"));
 *   }
 *
 * }
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration(CrispTesterAutoConfiguration.class)
@PropertyMapping("crisp.rtm")
public @interface AutoConfigureCrispTester {

	/**
	 * Return whether a realtime connection is made.
	 * @return whether to connect
	 */
	@PropertyMapping("enabled")
	boolean connect() default false;

}
