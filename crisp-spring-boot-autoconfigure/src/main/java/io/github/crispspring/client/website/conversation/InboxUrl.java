package io.github.crispspring.client.website.conversation;

import java.net.URI;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of conversations in Crisp's inbox.
 */
final class InboxUrl {

	private InboxUrl() {
	}

	static URI of(String websiteId, String sessionId) {
		return UriComponentsBuilder.fromUriString("https://app.crisp.chat/website/{websiteId}/inbox/{sessionId}/")
			.encode()
			.buildAndExpand(websiteId, sessionId)
			.toUri();
	}

}
