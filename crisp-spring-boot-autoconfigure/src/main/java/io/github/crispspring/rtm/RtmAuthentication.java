package io.github.crispspring.rtm;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.crispspring.client.CrispCredentials;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Argument of the {@code authentication} event, with which a client subscribes to events.
 */
record RtmAuthentication(String username, String password, String tier, Set<String> events,
		@Nullable List<String> rooms) {

	/**
	 * Maximum length of a message of Crisp that is reported, in characters.
	 */
	private static final int MAX_MESSAGE_LENGTH = 200;

	/**
	 * Create an authentication.
	 * @param credentials the credentials
	 * @param rooms the identifiers of the websites to receive events of, empty for all
	 * @param events the names of the events to subscribe to
	 */
	static RtmAuthentication of(CrispCredentials credentials, List<String> rooms, Set<String> events) {
		return new RtmAuthentication(credentials.identifier(), credentials.key(), credentials.tier().value(), events,
				rooms.isEmpty() ? null : rooms);
	}

	/**
	 * Return the message of Crisp's response without the credentials.
	 * @param response the argument of {@code unauthorized}
	 * @return the message, {@code null} if there is none
	 */
	@Nullable String message(JsonNode response) {
		String message = text(response);
		if (message == null || message.isBlank()) {
			return null;
		}
		String clean = message.replace(this.password, "***")
			.replace(this.username, "***")
			.replaceAll("\\p{Cntrl}", " ")
			.strip();
		return (clean.length() > MAX_MESSAGE_LENGTH) ? clean.substring(0, MAX_MESSAGE_LENGTH) + "..." : clean;
	}

	private @Nullable String text(JsonNode response) {
		return Stream.of(response, response.path("message"), response.path("reason"), response.path("error"))
			.filter(JsonNode::isString)
			.map(JsonNode::asString)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the subscription without the credentials.
	 */
	@Override
	public String toString() {
		return "RtmAuthentication[tier=" + this.tier + ", events=" + this.events + ", rooms=" + this.rooms + "]";
	}

}
