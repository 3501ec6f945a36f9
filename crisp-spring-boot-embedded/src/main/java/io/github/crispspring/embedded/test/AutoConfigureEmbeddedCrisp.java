package io.github.crispspring.embedded.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.autoconfigure.EmbeddedCrispTestAutoConfiguration;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Gives a test an {@link EmbeddedCrisp} that the application uses instead of the real
 * Crisp, whatever credentials it has. Each test method begins with an embedded Crisp
 * without conversations, deliveries, calls and faults, which delivers webhooks as those
 * of a plugin.
 *
 * <pre class="code">
 * &#64;SpringBootTest
 * &#64;AutoConfigureEmbeddedCrisp
 * class GreeterTests {
 *
 *   &#64;Test
 *   void visitorIsGreeted(&#64;Autowired EmbeddedCrisp crisp) {
 *     EmbeddedMessage reply = crisp.visitor("Ada").writes("Hi").awaitReply();
 *     assertThat(reply.text()).isEqualTo("Hello!");
 *   }
 *
 * }
 * </pre>
 *
 * Events are sent over the realtime connection, and by webhook if the test starts the web
 * server of the application, as with {@code webEnvironment = RANDOM_PORT}. Without a web
 * server, {@code crisp.rtm.enabled} is {@code true}, unless the {@code properties} of
 * {@code @SpringBootTest} or {@code @TestPropertySource} set it, or
 * {@code crisp.embedded.transport} is set.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration(EmbeddedCrispTestAutoConfiguration.class)
public @interface AutoConfigureEmbeddedCrisp {

}
