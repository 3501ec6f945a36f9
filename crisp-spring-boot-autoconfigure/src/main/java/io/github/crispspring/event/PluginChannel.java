package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something came over the channel of a plugin.
 *
 * @param websiteId the identifier of the website
 * @param pluginId the identifier of the plugin
 * @param type the kind of channel, if it is said
 * @param identifier an identifier that the sender chose
 * @param namespace what it is, such as {@code bot:step}
 * @param payload what was told, of any form
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PluginChannel(String websiteId, @Nullable String pluginId, @Nullable String type,
		@Nullable String identifier, @Nullable String namespace, @Nullable JsonNode payload) implements PluginEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "plugin:channel";

	/**
	 * Describes the event without what was told.
	 */
	@Override
	public String toString() {
		return "PluginChannel[websiteId=" + this.websiteId + ", pluginId=" + this.pluginId + ", type=" + this.type
				+ ", identifier=" + this.identifier + ", namespace=" + this.namespace + "]";
	}

}
