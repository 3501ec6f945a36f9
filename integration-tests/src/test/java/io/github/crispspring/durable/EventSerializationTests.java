package io.github.crispspring.durable;

import java.util.Set;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the serialization of events by Spring Modulith, in an application that
 * customizes its JSON mapper.
 */
class EventSerializationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ImportCandidates.load(AutoConfiguration.class, null)
			.getCandidates()
			.stream()
			.filter((name) -> name.contains("Jackson") && !name.contains("Jackson2") && !name.contains("Kafka"))
			.map((name) -> ClassUtils.resolveClassName(name, null))
			.toArray(Class<?>[]::new)))
		.withPropertyValues("spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
				"spring.jackson.default-property-inclusion=non-empty",
				"spring.jackson.deserialization.fail-on-unknown-properties=true",
				"spring.jackson.deserialization.fail-on-null-for-primitives=true",
				"spring.jackson.deserialization.use-big-decimal-for-floats=true");

	@Test
	void everyEventIsReadBackEqual() {
		Set<String> names = CrispEvent.namesOf(CrispEvent.class);
		assertThat(names).hasSize(83);
		this.contextRunner.run((context) -> {
			EventSerializer serializer = context.getBean(EventSerializer.class);
			assertThat(names).allSatisfy((name) -> assertIsReadBackEqual(serializer, read(name, "{}")));
			assertIsReadBackEqual(serializer, read("moon:landed", "{\"stars\":0.1,\"none\":null,\"list\":[]}"));
			assertIsReadBackEqual(serializer, read("message:send", "{\"fingerprint\":\"many\"}"));
		});
	}

	@Test
	void contentOfEveryKindIsReadBackEqual() {
		this.contextRunner.run((context) -> {
			EventSerializer serializer = context.getBean(EventSerializer.class);
			assertThat(Set.of("\"text\",\"content\":\"Hi\"", "\"note\",\"content\":\"Psst\"",
					"\"file\",\"content\":{\"name\":\"n\",\"url\":\"u\",\"type\":\"image/png\"}",
					"\"picker\",\"content\":{\"id\":\"i\",\"text\":\"?\",\"choices\":[{\"value\":\"1\",\"label\":\"One\",\"selected\":false}]}",
					"\"field\",\"content\":{\"id\":\"i\",\"text\":\"?\",\"explain\":\"...\"}",
					"\"hologram\",\"content\":{\"depth\":3}"))
				.allSatisfy((content) -> assertIsReadBackEqual(serializer, read("message:received",
						"{\"from\":\"martian\",\"timestamp\":1632396148646,\"type\":" + content + "}")));
		});
	}

	private CrispEvent read(String name, String json) {
		JsonNode data = CrispJson.mapper().readTree(json).asObject().put("session_id", "s");
		return new CrispEventReader().read(name, "w", data);
	}

	private void assertIsReadBackEqual(EventSerializer serializer, CrispEvent event) {
		assertThat((Object) serializer.deserialize(serializer.serialize(event), event.getClass())).isEqualTo(event);
		assertThat(event instanceof UnknownEvent)
			.isEqualTo(!CrispEvent.namesOf(event.getClass()).contains(event.name()));
	}

}
