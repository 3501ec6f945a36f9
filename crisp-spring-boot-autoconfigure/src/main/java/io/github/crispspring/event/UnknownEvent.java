package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event that this version does not know, or that does not look as its name says.
 * Nothing of it is lost.
 *
 * @param name what Crisp calls this event
 * @param websiteId the identifier of the website, if it is said
 * @param data the event as Crisp sent it
 * @param problem why an event with a known name could not be read, {@code null} if the
 * name is not known
 */
public record UnknownEvent(String name, @Nullable String websiteId, JsonNode data,
		@Nullable String problem) implements CrispEvent {

	/**
	 * Describes the event without its data.
	 */
	@Override
	public String toString() {
		return "UnknownEvent[name=" + this.name + ", websiteId=" + this.websiteId + ", problem=" + this.problem + "]";
	}

}
