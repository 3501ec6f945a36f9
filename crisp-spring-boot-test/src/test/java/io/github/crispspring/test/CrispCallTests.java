package io.github.crispspring.test;

import java.util.List;

import io.github.crispspring.CrispClient;
import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.website.conversation.ConversationListQuery;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls that are made outside of listeners.
 */
@TesterTest
class CrispCallTests {

	@Autowired
	private CrispTester crisp;

	@Autowired
	private CrispClient client;

	@Test
	void callOutsideOfAListenerIsRecorded() {
		this.client.conversation("w", "s").reply("Hello");
		assertThat(this.crisp.calls()).singleElement().satisfies((call) -> {
			assertThat(call.method()).isEqualTo(HttpMethod.POST);
			assertThat(call.path()).isEqualTo("/v1/website/w/conversation/s/message");
			assertThat(call.body().path("content").asString()).isEqualTo("Hello");
		});
	}

	@Test
	void callsOfListenersAreAmongAllCalls() {
		this.client.conversation("w", "s").startTyping();
		CrispEventResult result = this.crisp.visitorWrites("Hi");
		assertThat(result.calls()).hasSize(1);
		assertThat(this.crisp.calls()).hasSize(2).endsWith(result.calls().get(0));
	}

	@Test
	void callHasTheCredentialsOfTheApplication() {
		this.client.conversation("w", "s").startTyping();
		assertThat(this.crisp.calls()).singleElement().satisfies((call) -> {
			assertThat(call.credentials())
				.isEqualTo(new CrispCredentials("application", "secret-key", CrispTier.WEBSITE));
			assertThat(call.toString()).doesNotContain("secret-key");
		});
	}

	@Test
	void callHasTheCredentialsOfAFurtherAccount() {
		CrispCredentials credentials = new CrispCredentials("further", "key", CrispTier.USER);
		CrispClient further = this.client.mutate().credentials(credentials).build();
		further.conversation("w", "s").startTyping();
		assertThat(this.crisp.calls()).extracting(CrispCall::credentials).containsExactly(credentials);
	}

	@Test
	void queryParametersAreDecoded() {
		this.crisp.given(HttpMethod.GET, "/v1/website/w/conversations/1").respondWith(List.of());
		this.client.website()
			.listConversations("w", 1, ConversationListQuery.builder().filterAssigned("Größe & 42").build());
		assertThat(this.crisp.calls()).singleElement()
			.extracting((call) -> call.queryParams().getFirst("filter_assigned"))
			.isEqualTo("Größe & 42");
	}

}
