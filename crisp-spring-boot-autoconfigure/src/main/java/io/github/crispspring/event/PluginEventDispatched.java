package io.github.crispspring.event;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Event {@code plugin:event}, which a plugin has dispatched.
 *
 * @param websiteId the identifier of the website
 * @param pluginId the identifier of the plugin
 * @param urn the URN of the plugin
 * @param eventName the name of the event, as defined by the plugin
 * @param data the data
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PluginEventDispatched(String websiteId, @Nullable String pluginId, @Nullable String urn,
		@JsonProperty("name") @Nullable String eventName, Map<String, Object> data) implements PluginEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "plugin:event";

	/**
	 * Return a description without the data.
	 */
	@Override
	public String toString() {
		return "PluginEventDispatched[websiteId=" + this.websiteId + ", pluginId=" + this.pluginId + ", urn=" + this.urn
				+ ", eventName=" + this.eventName + "]";
	}

}
