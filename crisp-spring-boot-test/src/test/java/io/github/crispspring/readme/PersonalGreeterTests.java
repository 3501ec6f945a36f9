package io.github.crispspring.readme;

import java.util.Map;

import io.github.crispspring.message.MessageContent;
import io.github.crispspring.test.AutoConfigureCrispTester;
import io.github.crispspring.test.CrispTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = PersonalGreeterApplication.class, properties = { "crisp.identifier=test", "crisp.key=test" })
@AutoConfigureCrispTester
class PersonalGreeterTests {

	@Autowired
	private CrispTester crisp;

	@Test
	void visitorIsAddressedByName() {
		this.crisp.given(HttpMethod.GET, "/v1/website/{websiteId}/conversation/{sessionId}/meta")
			.respondWith(Map.of("nickname", "Jane"));
		assertThat(this.crisp.visitorWrites("Hi").replies()).containsExactly(MessageContent.text("Hello Jane!"));
	}

	@Test
	void visitorWithoutDataIsGreeted() {
		this.crisp.given(HttpMethod.GET, "/v1/website/{websiteId}/conversation/{sessionId}/meta")
			.respondWithError(HttpStatus.NOT_FOUND, "conversation_not_found");
		assertThat(this.crisp.visitorWrites("Hi").replies()).containsExactly(MessageContent.text("Hello!"));
	}

}
