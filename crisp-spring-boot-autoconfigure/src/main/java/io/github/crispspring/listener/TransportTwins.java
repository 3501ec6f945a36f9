package io.github.crispspring.listener;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * Recognises events that come by web hook and over the realtime connection, where both
 * are on. Only messages have a number of their own; of all others, the first with the
 * same content over the one is taken for the first over the other, the second for the
 * second, and so on.
 * <p>
 * Where this is wrong, because one of both missed an event, the other still brings each:
 * an event is handled twice rather than never.
 */
final class TransportTwins {

	/**
	 * How long after an event its twin may come. Later, it is taken for another event.
	 */
	private static final Duration WINDOW = Duration.ofMinutes(10);

	private static final int CAPACITY = 10_000;

	private final ObjectWriter writer = CrispJson.mapper()
		.writer()
		.with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

	private final Clock clock;

	private final Map<String, Occurrences> contents = new LinkedHashMap<>(16, 0.75f, true);

	private final Map<String, String> keys = new LinkedHashMap<>();

	/**
	 * Over the realtime connection events come one by one; one that finds no room is
	 * offered again, and is no other for it.
	 */
	private @Nullable CrispDelivery lastOffered;

	private @Nullable String lastKey;

	TransportTwins(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Return what tells an event from all others, but not from its twin.
	 * @return the key, {@code null} if the event came in another way
	 */
	@Nullable String key(String name, CrispDelivery delivery) {
		CrispDelivery.Transport transport = delivery.transport();
		if (transport != CrispDelivery.Transport.WEBHOOK && transport != CrispDelivery.Transport.RTM) {
			return delivery.id();
		}
		String content = digest(name, delivery.raw());
		synchronized (this) {
			Instant now = this.clock.instant();
			forgetOld(now);
			String id = delivery.id();
			if (id == null && delivery == this.lastOffered) {
				return this.lastKey;
			}
			String key = (id != null) ? this.keys.computeIfAbsent(id, (ignored) -> next(content, transport, now))
					: next(content, transport, now);
			if (id == null) {
				this.lastOffered = delivery;
				this.lastKey = key;
			}
			return key;
		}
	}

	private String next(String content, CrispDelivery.Transport transport, Instant now) {
		Occurrences occurrences = this.contents.computeIfAbsent(content, (ignored) -> new Occurrences(now));
		return content + " " + occurrences.since.toEpochMilli() + " " + occurrences.next(transport, now);
	}

	private void forgetOld(Instant now) {
		Instant limit = now.minus(WINDOW);
		// In the order of their last occurrence
		Iterator<Occurrences> oldest = this.contents.values().iterator();
		while (oldest.hasNext() && oldest.next().last.isBefore(limit)) {
			oldest.remove();
		}
		forgetOldest(this.contents);
		forgetOldest(this.keys);
	}

	private void forgetOldest(Map<String, ?> map) {
		if (map.size() >= CAPACITY) {
			map.remove(map.keySet().iterator().next());
		}
	}

	private String digest(String name, JsonNode data) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			byte[] canonical = this.writer.writeValueAsBytes(CrispJson.mapper().treeToValue(data, Object.class));
			return name + " " + HexFormat.of().formatHex(digest.digest(canonical));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * How often the same content came each way.
	 */
	private static final class Occurrences {

		private final Instant since;

		private Instant last;

		private int webhook;

		private int rtm;

		Occurrences(Instant since) {
			this.since = since;
			this.last = since;
		}

		int next(CrispDelivery.Transport transport, Instant now) {
			this.last = now;
			return (transport == CrispDelivery.Transport.WEBHOOK) ? ++this.webhook : ++this.rtm;
		}

	}

}
