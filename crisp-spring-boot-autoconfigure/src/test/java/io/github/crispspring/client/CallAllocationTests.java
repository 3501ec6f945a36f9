package io.github.crispspring.client;

import java.net.URI;

import io.github.crispspring.client.website.conversation.NewConversationMessage;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.Sender;
import io.github.crispspring.testsupport.Allocation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that bound the memory allocated for each call of a client, without the network. A
 * bound is a tenth above the measured value.
 */
@Tag("long")
class CallAllocationTests {

	private final CrispRest rest = CrispRest.builder(WebClient.builder().exchangeFunction((request) -> response()))
		.baseUrl(URI.create("http://localhost"))
		.credentials(new CrispCredentials("identifier", "key"))
		.redirectsDisabled()
		.build();

	@Test
	void reactiveCall() {
		ReactiveWebsiteConversationClient client = this.rest.client(ReactiveWebsiteConversationClient.class);
		assertThat(Allocation.of((number) -> client.getConversation("w", "s" + number).block())).isLessThan(18_500);
	}

	@Test
	void callWithBody() {
		ReactiveWebsiteConversationClient client = this.rest.client(ReactiveWebsiteConversationClient.class);
		NewConversationMessage message = NewConversationMessage.builder()
			.content(MessageContent.text("Hey there! Need help?"))
			.from(Sender.OPERATOR)
			.origin("chat")
			.build();
		assertThat(Allocation.of((number) -> client.sendMessageInConversation("w", "s" + number, message).block()))
			.isLessThan(19_300);
	}

	@Test
	void blockingCall() {
		WebsiteConversationClient client = this.rest.client(WebsiteConversationClient.class);
		assertThat(Allocation.of((number) -> client.getConversation("w", "s" + number))).isLessThan(18_500);
	}

	private static Mono<ClientResponse> response() {
		return Mono.just(ClientResponse.create(HttpStatus.OK)
			.header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
			.body("{\"error\":false,\"reason\":\"resolved\",\"data\":{\"session_id\":\"s\",\"website_id\":\"w\",\"fingerprint\":1}}")
			.build());
	}

}
