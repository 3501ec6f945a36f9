package io.github.crispspring.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Slot}.
 */
class SlotTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final Duration RETENTION = Duration.ofHours(1);

	@Test
	void writtenEntriesAreReadBack() {
		Slot slot = empty().with(handled("a", NOW), 9).with(claimed("b", NOW.plusSeconds(1)), 9);
		assertThat(Slot.read(slot.write(), NOW, RETENTION)).isEqualTo(slot);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "1", "1 ", "1 .", "1 a", "1 a.", "1 a.!", "1 a..b.c.d", "{}" })
	void malformedValueIsIgnored(String value) {
		assertThat(Slot.read(value, NOW, RETENTION).entries()).isEmpty();
	}

	@Test
	void emptySlotIsNotWrittenAsEmptyText() {
		assertThat(empty().write()).isNotBlank();
	}

	@Test
	void handledKeyIsForgottenAfterRetention() {
		String value = empty().with(handled("a", NOW), 9).write();
		assertThat(Slot.read(value, NOW.plus(RETENTION), RETENTION).find("a")).isNotNull();
		assertThat(Slot.read(value, NOW.plus(RETENTION).plusMillis(1), RETENTION).find("a")).isNull();
	}

	@Test
	void claimExpiresWithLease() {
		String value = empty().with(claimed("a", NOW.plusSeconds(1)), 9).write();
		assertThat(Slot.read(value, NOW, RETENTION).find("a")).isNotNull();
		assertThat(Slot.read(value, NOW.plusSeconds(1), RETENTION).find("a")).isNull();
	}

	@Test
	void oldestHandledEntryIsRemovedButNoClaim() {
		Slot slot = empty().with(claimed("claim", NOW.plusSeconds(1)), 3)
			.with(handled("a", NOW), 3)
			.with(handled("b", NOW), 3)
			.with(handled("c", NOW), 3);
		assertThat(slot.entries()).extracting(Slot.Entry::digest).containsExactly("claim", "b", "c");
	}

	@Test
	void fullSlotRejectsFurtherClaim() {
		Slot full = empty().with(claimed("a", NOW.plusSeconds(1)), 1);
		assertThatIllegalStateException().isThrownBy(() -> full.with(claimed("b", NOW.plusSeconds(1)), 1));
	}

	@Test
	void valueDoesNotExceedColumnLength() {
		Slot slot = empty();
		for (int i = 0; i < 1000; i++) {
			String digest = SharedMemory.Key.of("key " + i).digest();
			slot = slot.with((i % 20 == 0) ? claimed(digest, NOW.plusSeconds(1)) : handled(digest, NOW), 10_000);
			assertThat(slot.write().length()).isLessThanOrEqualTo(Slot.MAX_LENGTH);
		}
	}

	private static Slot empty() {
		return Slot.read(null, NOW, RETENTION);
	}

	private static Slot.Entry handled(String digest, Instant time) {
		return new Slot.Entry(digest, time, null);
	}

	private static Slot.Entry claimed(String digest, Instant until) {
		return new Slot.Entry(digest, until, UUID.randomUUID().toString());
	}

}
