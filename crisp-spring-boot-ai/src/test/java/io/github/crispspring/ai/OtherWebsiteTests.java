package io.github.crispspring.ai;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.CrispClient;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.website.WebsiteClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CrispTools} with a server that returns conversations of any website.
 */
class OtherWebsiteTests {

	private static final String CONVERSATION = "{\"session_id\": \"session_1\", \"website_id\": \"website_2\"}";

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	private final WebsiteClient client = CrispClient.builder()
		.baseUrl(URI.create(server.baseUrl()))
		.credentials(new CrispCredentials("identifier", "key"))
		.build()
		.website();

	private final CrispTools tools = new CrispTools(this.client, new HelpdeskSearch((websiteId) -> {
		throw new AssertionError();
	}, Duration.ofMinutes(1)), new CrispAiProperties.Tools(Set.of("website_1"), false, false, 20, 4000));

	@Test
	void conversationIsRejected() {
		respond("/v1/website/website_1/conversation/session_1", CONVERSATION);
		assertThat(AiTester.error(this.tools, "crisp_get_conversation", "sessionId", "session_1"))
			.isEqualTo("Access to this website is not allowed.");
	}

	@Test
	void messagesAreRejected() {
		respond("/v1/website/website_1/conversation/session_1/messages", "[" + CONVERSATION + "]");
		assertThat(AiTester.error(this.tools, "crisp_read_messages", "sessionId", "session_1"))
			.isEqualTo("Access to this website is not allowed.");
	}

	private static void respond(String path, String data) {
		server.stubFor(get(urlPathMatching(path)).willReturn(okJson("{\"error\": false, \"data\": " + data + "}")));
	}

}
