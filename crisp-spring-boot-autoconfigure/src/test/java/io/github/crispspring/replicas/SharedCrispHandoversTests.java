package io.github.crispspring.replicas;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.github.crispspring.client.website.conversation.CrispHandoverStore.Handover;
import io.github.crispspring.client.website.conversation.CrispHandoverStore.Status;
import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.integration.metadata.SimpleMetadataStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SharedCrispHandovers} with two instances.
 */
class SharedCrispHandoversTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final Handover NONE = new Handover(Status.NONE, null, NOW);

	private static final Handover ASSIGNED = new Handover(Status.ASSIGNED, NOW, NOW.plusSeconds(1));

	private final SimpleMetadataStore store = new SimpleMetadataStore();

	private final SharedCrispHandovers one = new SharedCrispHandovers(this.store, "group");

	private final SharedCrispHandovers other = new SharedCrispHandovers(this.store, "group");

	@Test
	void otherInstanceFindsWhatOneHasStored() {
		assertThat(replace(this.one, null, NONE)).isTrue();
		assertThat(replace(this.one, NONE, ASSIGNED)).isTrue();
		assertThat(find(this.other, "key")).isEqualTo(ASSIGNED);
	}

	@Test
	void changeOfAnotherInstanceIsNotOverwritten() {
		replace(this.one, null, NONE);
		replace(this.other, NONE, ASSIGNED);
		assertThat(replace(this.one, NONE, new Handover(Status.ANSWERED, NOW, NOW))).isFalse();
		assertThat(find(this.one, "key")).isEqualTo(ASSIGNED);
	}

	@Test
	void groupsAreSeparate() {
		replace(this.one, null, NONE);
		assertThat(find(new SharedCrispHandovers(this.store, "another"), "key")).isNull();
	}

	@Test
	void timesAreStoredWithTheirPrecision() {
		Handover precise = new Handover(Status.NONE, NOW.plusNanos(1), NOW.plusNanos(1));
		assertThat(replace(this.one, null, precise)).isTrue();
		assertThat(find(this.one, "key")).isEqualTo(new Handover(Status.NONE, NOW, NOW));
	}

	@Test
	void slotKeepsTheConversationsThatWereConfirmedLast() {
		HandoverSlot slot = new HandoverSlot(List.of());
		for (int i : IntStream.range(0, 1000).toArray()) {
			slot = slot.with("conversation-" + i, new Handover(Status.NONE, NOW, NOW.plusSeconds(i)));
		}
		assertThat(slot.write().length()).isLessThanOrEqualTo(Slot.MAX_LENGTH);
		assertThat(slot.find("conversation-0")).isNull();
		assertThat(HandoverSlot.read(slot.write()).find("conversation-999"))
			.isEqualTo(new Handover(Status.NONE, NOW, NOW.plusSeconds(999)));
	}

	@Test
	void malformedValueIsIgnored() {
		assertThat(HandoverSlot.read("1 a.NONE b.NONE.?.1 c.OTHER.1.1 d.NONE.1.").entries()).isEmpty();
	}

	private static boolean replace(SharedCrispHandovers instance, @Nullable Handover expected, Handover replacement) {
		return Boolean.TRUE.equals(instance.replace("key", expected, replacement).block(WaitLimit.DURATION));
	}

	private static @Nullable Handover find(SharedCrispHandovers instance, String key) {
		return instance.find(key).block(WaitLimit.DURATION);
	}

}
