package io.github.crispspring.event;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * Event reporting that an action of a widget was processed.
 * <p>
 * Sent to the user tier only, over the RTM connection but not to webhooks.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param pluginId the identifier of the plugin
 * @param correlationId the identifier of the action
 * @param outcome the result
 * @param result the result
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record WidgetActionProcessed(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String pluginId, @Nullable String correlationId, @Nullable Outcome outcome,
		Map<String, Object> result) implements ConversationEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "widget:action:processed";

	/**
	 * Return a description of the event without the result.
	 */
	@Override
	public String toString() {
		return "WidgetActionProcessed[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + ", pluginId="
				+ this.pluginId + ", correlationId=" + this.correlationId + ", outcome=" + this.outcome + "]";
	}

	/**
	 * Result of an action.
	 */
	public enum Outcome {

		/**
		 * Successful.
		 */
		SUCCESS,

		/**
		 * Failed.
		 */
		FAILURE,

		/**
		 * A result unknown to this version.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

}
