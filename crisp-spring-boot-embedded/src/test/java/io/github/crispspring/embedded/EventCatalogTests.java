package io.github.crispspring.embedded;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.UnknownEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The events of an embedded Crisp.
 */
class EventCatalogTests {

	private final EventCatalog catalog = new EventCatalog();

	static Set<String> names() {
		return new EventCatalog().names();
	}

	@Test
	void allEventsOfTheStarterExist() {
		assertThat(new TreeSet<>(this.catalog.names())).isEqualTo(new TreeSet<>(CrispEvent.namesOf(CrispEvent.class)));
	}

	@ParameterizedTest
	@MethodSource("names")
	void exampleIsReadAsItsType(String name) {
		CrispEvent event = new CrispEventReader().read(name, "website", this.catalog.example(name, Map.of()));
		assertThat(event).isNotInstanceOf(UnknownEvent.class).extracting(CrispEvent::name).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "message:send, plugin, true", "message:send, user, true", "message:send, website, true",
			"spam:message, plugin, false", "spam:message, user, true", "identity:verify:request, user, false" })
	void tierDecidesWhoReceivesAnEvent(String event, String tier, boolean received) {
		assertThat(this.catalog.isReceivedBy(event, tier)).isEqualTo(received);
	}

	@Test
	void websiteWebhookDoesNotSendRouting() {
		assertThat(this.catalog.isSentBy("session:set_routing", EmbeddedCrisp.WebhookKind.WEBSITE)).isFalse();
		assertThat(this.catalog.isSentBy("session:set_routing", EmbeddedCrisp.WebhookKind.PLUGIN)).isTrue();
	}

	@Test
	void unknownEventIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.catalog.example("no:event", Map.of()))
			.withMessageContaining("no:event");
	}

}
