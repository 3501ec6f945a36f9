package io.github.crispspring.event;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something happened that a plugin tells: the event {@code plugin:event}.
 *
 * @param websiteId the identifier of the website
 * @param pluginId the identifier of the plugin
 * @param urn the URN of the plugin
 * @param eventName what happened, as the plugin calls it
 * @param data what is known of it
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PluginEventDispatched(String websiteId, @Nullable String pluginId, @Nullable String urn,
		@JsonProperty("name") @Nullable String eventName, Map<String, Object> data) implements PluginEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "plugin:event";

	/**
	 * Describes the event without what is known of it.
	 */
	@Override
	public String toString() {
		return "PluginEventDispatched[websiteId=" + this.websiteId + ", pluginId=" + this.pluginId + ", urn=" + this.urn
				+ ", eventName=" + this.eventName + "]";
	}

}
