package io.github.crispspring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Annotation for a test class that configures a {@link CrispTester} and keeps the
 * application from reaching Crisp: calls are recorded instead of sent, and no realtime
 * connection is established.
 *
 * <pre class="code">
 * &#64;SpringBootTest(properties = { "crisp.identifier=test", "crisp.key=test" })
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
 *
 * On a slice such as {@code @WebMvcTest}, it adds the auto-configuration of Crisp. A
 * slice does not scan for listeners; import them.
 * <p>
 * The application requires the same configuration as in production. Credentials that it
 * reads from its environment must be set for tests too, to any value.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@TestPropertySource(properties = "crisp.rtm.enabled=false")
public @interface AutoConfigureCrispTester {

}
