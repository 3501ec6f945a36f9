package io.github.crispspring.event;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings of a plugin were saved for a website.
 *
 * @param websiteId the identifier of the website
 * @param pluginId the identifier of the plugin
 * @param settings the settings
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record PluginSettingsSaved(String websiteId, @Nullable String pluginId,
		Map<String, Object> settings) implements PluginEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "plugin:settings:saved";

	/**
	 * Read the settings as a type of the application. The settings have the names that
	 * the plugin's own schema gives them, so that they are read with Jackson's defaults
	 * and the annotations of the type; settings that the type does not have are ignored.
	 * @param type the type to read
	 * @param <T> the type to read
	 * @return the settings
	 * @throws IllegalArgumentException if the settings do not fit the type
	 */
	public <T> T settingsAs(Class<T> type) {
		try {
			return Mapper.INSTANCE.convertValue(this.settings, type);
		}
		catch (JacksonException ex) {
			// Its message may quote the settings, which can be secret
			throw new IllegalArgumentException("Settings of plugin '%s' cannot be read as %s: %s"
				.formatted(this.pluginId, type.getName(), ex.getPathReference()));
		}
	}

	/**
	 * Describes the event without the settings.
	 */
	@Override
	public String toString() {
		return "PluginSettingsSaved[websiteId=" + this.websiteId + ", pluginId=" + this.pluginId + "]";
	}

	/**
	 * Created when settings are read for the first time.
	 */
	private static final class Mapper {

		private static final JsonMapper INSTANCE = JsonMapper.builder()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();

	}

}
