package io.github.crispspring.event;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Event reporting that the settings of a plugin were saved for a website.
 *
 * @param websiteId the identifier of the website
 * @param pluginId the identifier of the plugin
 * @param settings the settings
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PluginSettingsSaved(String websiteId, @Nullable String pluginId,
		Map<String, Object> settings) implements PluginEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "plugin:settings:saved";

	/**
	 * Convert the settings to a type of the application. The settings have the names of
	 * the plugin's own schema, so they are converted with Jackson's defaults and the
	 * annotations of the type. Settings that the type does not have are ignored.
	 * @param type the type to read
	 * @param <T> the type to read
	 * @return the settings
	 * @throws IllegalArgumentException if the settings cannot be converted to the type
	 */
	public <T> T settingsAs(Class<T> type) {
		try {
			return Mapper.INSTANCE.convertValue(this.settings, type);
		}
		catch (JacksonException ex) {
			// Its message may contain settings, which may be confidential
			throw new IllegalArgumentException("Settings of plugin '%s' cannot be converted to %s: %s"
				.formatted(this.pluginId, type.getName(), ex.getPathReference()));
		}
	}

	/**
	 * Return a description of the event without the settings.
	 */
	@Override
	public String toString() {
		return "PluginSettingsSaved[websiteId=" + this.websiteId + ", pluginId=" + this.pluginId + "]";
	}

	/**
	 * Holder of the mapper, which is created when settings are converted for the first
	 * time.
	 */
	private static final class Mapper {

		private static final JsonMapper INSTANCE = JsonMapper.builder()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();

	}

}
