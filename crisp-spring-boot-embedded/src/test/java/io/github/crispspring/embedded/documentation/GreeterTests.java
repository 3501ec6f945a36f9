package io.github.crispspring.embedded.documentation;

import java.time.Duration;

import io.github.crispspring.embedded.EmbeddedCall;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedMessage;
import io.github.crispspring.embedded.EmbeddedVisitor;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The test that the documentation shows.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureEmbeddedCrisp
class GreeterTests {

	@Autowired
	EmbeddedCrisp crisp;

	@Test
	void visitorIsGreeted() {
		EmbeddedMessage reply = this.crisp.visitor("Ada").writes("Hi").awaitReply();
		assertThat(reply.text()).startsWith("Hello!");
	}

	@Test
	void replySurvivesARateLimit() {
		EmbeddedVisitor visitor = this.crisp.visitor("Ada");
		this.crisp.faults().rateLimit(Duration.ofSeconds(1), 1);
		assertThat(visitor.writes("Hi").awaitReply().text()).startsWith("Hello!");
		assertThat(this.crisp.calls()).extracting(EmbeddedCall::status).containsExactly(429, 202);
	}

}
