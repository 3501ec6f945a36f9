package io.github.crispspring.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PluginSettingsSavedTests {

	@Test
	void settingsAreConvertedToATypeOfTheApplication() {
		PluginSettingsSaved event = new PluginSettingsSaved("w", "p", Map.of("apiKey", "k", "max_items", 3, "since",
				"2026-01-02", "shops", List.of(Map.of("name", "Acme")), "later", true));
		assertThat(event.settingsAs(Settings.class))
			.isEqualTo(new Settings("k", 3, LocalDate.of(2026, 1, 2), List.of(new Shop("Acme"))));
	}

	@Test
	void mismatchedSettingsAreRejectedWithoutDisclosingThem() {
		PluginSettingsSaved event = new PluginSettingsSaved("w", "p", Map.of("max_items", "s3cret"));
		assertThatIllegalArgumentException().isThrownBy(() -> event.settingsAs(Settings.class))
			.withMessageContaining("plugin 'p'")
			.withMessageContaining("max_items")
			.withNoCause()
			.matches((ex) -> !ex.getMessage().contains("s3cret"));
	}

	record Settings(String apiKey, @JsonProperty("max_items") int maxItems, LocalDate since, List<Shop> shops) {

	}

	record Shop(String name) {

	}

}
