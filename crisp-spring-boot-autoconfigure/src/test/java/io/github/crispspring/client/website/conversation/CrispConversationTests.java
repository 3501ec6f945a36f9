package io.github.crispspring.client.website.conversation;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.CrispClient;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.RestTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CrispConversation} and {@link ReactiveCrispConversation}.
 */
class CrispConversationTests {

	private static final String META = "/v1/website/w/conversation/s/meta";

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private CrispConversation conversation;

	private ReactiveCrispConversation reactive;

	@BeforeEach
	void connect() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{}")));
		crisp.stubFor(get(urlPathEqualTo(META)).willReturn(okJson("{\"data\":{\"segments\":[\"bug\",\"vip\"]}}")));
		this.conversation = new CrispClient(RestTester.connectTo(crisp).build()).conversation("w", "s");
		this.reactive = new ReactiveCrispClient(RestTester.connectTo(crisp).build()).conversation("w", "s");
	}

	@Test
	void inboxUrlIsThatOfCrispsInbox() {
		String url = "https://app.crisp.chat/website/w/inbox/s/";
		assertThat(this.conversation.inboxUrl()).hasToString(url);
		assertThat(this.reactive.inboxUrl()).hasToString(url);
	}

	@Test
	void segmentIsAddedToTheOthers() {
		this.conversation.addSegment("refund");
		this.reactive.addSegment("refund").block();
		crisp.verify(2, patchRequestedFor(urlPathEqualTo(META))
			.withRequestBody(equalToJson("{\"segments\":[\"bug\",\"vip\",\"refund\"]}")));
	}

	@Test
	void segmentIsRemovedFromTheOthers() {
		this.conversation.removeSegment("bug");
		this.reactive.removeSegment("bug").block();
		crisp.verify(2,
				patchRequestedFor(urlPathEqualTo(META)).withRequestBody(equalToJson("{\"segments\":[\"vip\"]}")));
	}

	@Test
	void segmentsAreNotWrittenIfTheyDoNotChange() {
		this.conversation.addSegment("vip");
		this.conversation.removeSegment("refund");
		this.reactive.addSegment("vip").block();
		this.reactive.removeSegment("refund").block();
		crisp.verify(0, patchRequestedFor(anyUrl()));
	}

}
