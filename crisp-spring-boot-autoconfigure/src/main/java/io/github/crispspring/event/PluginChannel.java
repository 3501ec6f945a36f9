package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Event reporting that a payload was sent to the channel of a plugin.
 *
 * @param websiteId the identifier of the website
 * @param pluginId the identifier of the plugin
 * @param type the kind of channel, if known
 * @param identifier the identifier chosen by the sender
 * @param namespace the namespace, such as {@code bot:step}
 * @param payload the payload
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PluginChannel(String websiteId, @Nullable String pluginId, @Nullable String type,
		@Nullable String identifier, @Nullable String namespace, @Nullable JsonNode payload) implements PluginEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "plugin:channel";

	/**
	 * Return a description without the payload.
	 */
	@Override
	public String toString() {
		return "PluginChannel[websiteId=" + this.websiteId + ", pluginId=" + this.pluginId + ", type=" + this.type
				+ ", identifier=" + this.identifier + ", namespace=" + this.namespace + "]";
	}

}
