package io.github.crispspring.event;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * An action of a widget was processed.
 * <p>
 * Only the user tier gets it, and only over the realtime connection: it is never sent as
 * a web hook.
 *
 * @param websiteId the identifier of the website
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param pluginId the identifier of the plugin
 * @param correlationId the identifier of the action, by which it can be recognised
 * @param outcome how it ended
 * @param result what it resulted in
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record WidgetActionProcessed(String websiteId, String sessionId, @Nullable String inboxId,
		@Nullable String pluginId, @Nullable String correlationId, @Nullable Outcome outcome,
		Map<String, Object> result) implements WidgetEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "widget:action:processed";

	/**
	 * Describes the event without the result.
	 */
	@Override
	public String toString() {
		return "WidgetActionProcessed[websiteId=" + this.websiteId + ", sessionId=" + this.sessionId + ", pluginId="
				+ this.pluginId + ", correlationId=" + this.correlationId + ", outcome=" + this.outcome + "]";
	}

	/**
	 * How an action can end.
	 */
	public enum Outcome {

		/**
		 * It was done.
		 */
		SUCCESS,

		/**
		 * It was not done.
		 */
		FAILURE,

		/**
		 * An end that this version does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

}
