package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Event that is unknown to this version or whose data does not match its name. It
 * contains the data as received.
 *
 * @param name the name of the event
 * @param websiteId the identifier of the website, if known
 * @param data the event as Crisp sent it
 * @param problem the reason for which an event with a known name could not be parsed, or
 * {@code null} if the name is unknown
 */
public record UnknownEvent(String name, @Nullable String websiteId, JsonNode data,
		@Nullable String problem) implements CrispEvent {

	/**
	 * Return a description of the event without its data.
	 */
	@Override
	public String toString() {
		return "UnknownEvent[name=" + this.name + ", websiteId=" + this.websiteId + ", problem=" + this.problem + "]";
	}

}
