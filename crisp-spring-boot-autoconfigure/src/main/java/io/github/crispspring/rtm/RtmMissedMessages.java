package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.CrispQuotaException;
import io.github.crispspring.client.CrispRateLimitException;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.MessageListQuery;
import io.github.crispspring.event.MessageSend;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages of visitors that were missed since a time. They are read in passes: what a
 * pass could not read is read by the next one, and what it has read is not read again.
 */
final class RtmMissedMessages {

	/**
	 * How much older than the gap a message may be, as an event is received some time
	 * after it occurred. Messages that are read twice are detected as duplicates.
	 */
	private static final Duration OVERLAP = Duration.ofSeconds(10);

	private final Instant from;

	private final RtmHistoryReader reader;

	private final RtmEventDispatcher events;

	private final Clock clock;

	private final Map<String, Instant> covered = new HashMap<>();

	private final Set<String> conversations = new HashSet<>();

	private long messages;

	/**
	 * Create an instance for a gap.
	 * @param from the beginning of the gap, by the clock of the application
	 * @param reader reads from the REST API
	 * @param events receives the messages
	 * @param clock the clock of the application
	 */
	RtmMissedMessages(Instant from, RtmHistoryReader reader, RtmEventDispatcher events, Clock clock) {
		this.from = from;
		this.reader = reader;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Return the beginning of the gap.
	 */
	Instant from() {
		return this.from;
	}

	/**
	 * Return how many messages were read.
	 */
	long messages() {
		return this.messages;
	}

	/**
	 * Return in how many conversations messages were read.
	 */
	int conversations() {
		return this.conversations.size();
	}

	/**
	 * Read what has not been read yet.
	 * @return the result, never an error
	 */
	Mono<Pass> read() {
		Pass pass = new Pass();
		return this.reader.websites()
			.concatMap((websiteId) -> website(websiteId, pass).onErrorResume(pass::continues, pass::failed), 1)
			.onErrorResume(pass::failed)
			.then(Mono.just(pass));
	}

	private Flux<Void> website(String websiteId, Pass pass) {
		Listing listing = new Listing(websiteId);
		return Flux.concat(listing.changed(), Flux.defer(listing::changedMeanwhile))
			.concatMap((conversation) -> conversation(websiteId, conversation, listing).onErrorResume(pass::continues,
					pass::failed), 1);
	}

	private Flux<Void> conversation(String websiteId, Conversation conversation, Listing listing) {
		String key = websiteId + "/" + conversation.sessionId();
		Instant updated = conversation.updatedAt();
		if (updated != null && updated.equals(this.covered.get(key))) {
			return Flux.empty();
		}
		return CrispPages
			.backwards((time) -> messages(websiteId, conversation.sessionId(), time), RtmMissedMessages::time,
					(message) -> message.path("fingerprint").asString(""))
			.takeWhile((message) -> !time(message).isBefore(listing.since()))
			.filter((message) -> "user".equals(message.path("from").asString("")))
			.collectList()
			.onErrorResume(this::isGone, (ex) -> Mono.just(List.of()))
			.flatMapMany((found) -> deliver(websiteId, conversation.sessionId(), key, found))
			.concatWith(Mono.fromRunnable(() -> {
				if (updated != null) {
					this.covered.put(key, updated);
				}
			}));
	}

	private Flux<JsonNode> messages(String websiteId, String sessionId, @Nullable Instant before) {
		return this.reader.messages(websiteId, sessionId, new MessageListQuery(before, null, null))
			.filter((message) -> message.isObject() && message.path("timestamp").isIntegralNumber()
					&& message.path("timestamp").canConvertToLong());
	}

	private Flux<Void> deliver(String websiteId, String sessionId, String key, List<JsonNode> newestFirst) {
		if (newestFirst.isEmpty()) {
			return Flux.empty();
		}
		Collections.reverse(newestFirst);
		this.conversations.add(key);
		return Flux.fromIterable(newestFirst).concatMap((message) -> {
			ObjectNode data = ((ObjectNode) message).put("website_id", websiteId).put("session_id", sessionId);
			this.messages++;
			return SafeMono.defer(() -> this.events.acceptRecovered(MessageSend.NAME, websiteId, time(message), data));
		}, 1);
	}

	private static Instant time(JsonNode message) {
		return Instant.ofEpochMilli(message.path("timestamp").longValue());
	}

	/**
	 * Websites that uninstalled the plugin and removed conversations have no messages to
	 * recover.
	 */
	private boolean isGone(Throwable failure) {
		return failure instanceof CrispNotFoundException response && RtmFailure.isFromCrisp(response);
	}

	/**
	 * Result of a pass.
	 */
	final class Pass {

		private int failures;

		private @Nullable Throwable first;

		private @Nullable Duration retryAfter;

		/**
		 * Return what could not be read, {@code null} if everything was read.
		 */
		@Nullable String problem() {
			return (this.first != null) ? "%d failures, the first: %s".formatted(this.failures, this.first.getMessage())
					: null;
		}

		/**
		 * Return the minimum delay that Crisp requests, {@code null} for none.
		 */
		@Nullable Duration retryAfter() {
			return this.retryAfter;
		}

		/**
		 * Return whether to continue. After a rate limit, further calls would fail as
		 * well.
		 */
		private boolean continues(Throwable failure) {
			return !(failure instanceof CrispRateLimitException || failure instanceof CrispQuotaException);
		}

		private Flux<Void> failed(Throwable failure) {
			if (isGone(failure)) {
				return Flux.empty();
			}
			this.failures++;
			this.first = (this.first != null) ? this.first : failure;
			Duration requested = RtmFailure.retryAfter(failure);
			if (requested != null && (this.retryAfter == null || requested.compareTo(this.retryAfter) > 0)) {
				this.retryAfter = requested;
			}
			return Flux.empty();
		}

	}

	/**
	 * Conversations of a website that were updated since the gap began.
	 */
	private final class Listing {

		private final String websiteId;

		private @Nullable Instant begin;

		private @Nullable Instant since;

		private int pages;

		Listing(String websiteId) {
			this.websiteId = websiteId;
		}

		/**
		 * Return the beginning of the gap by Crisp's clock, from the time that has passed
		 * since by the clock of the application.
		 */
		Instant since() {
			Instant since = this.since;
			if (since == null) {
				Instant now = RtmMissedMessages.this.clock.instant();
				Instant begin = (this.begin != null) ? this.begin : now;
				since = begin.minus(Duration.between(RtmMissedMessages.this.from, now)).minus(OVERLAP);
				this.begin = begin;
				this.since = since;
			}
			return since;
		}

		Flux<Conversation> changed() {
			return changed(this::since);
		}

		/**
		 * A conversation that is updated between two calls moves to a page that was read
		 * before. Therefore the list is read a second time.
		 */
		Flux<Conversation> changedMeanwhile() {
			Instant begin = this.begin;
			return (this.pages <= 1 || begin == null) ? Flux.empty() : changed(() -> begin.minus(OVERLAP));
		}

		private Flux<Conversation> changed(Supplier<Instant> since) {
			Set<String> seen = new HashSet<>();
			Predicate<Conversation> isNew = (conversation) -> seen.add(conversation.sessionId());
			Predicate<Conversation> isOld = (conversation) -> conversation.updatedAt() != null
					&& conversation.updatedAt().isBefore(since.get());
			Function<List<Conversation>, List<Conversation>> unseen = (page) -> page.stream().filter(isNew).toList();
			return Flux.range(1, Integer.MAX_VALUE)
				.concatMap((
						number) -> Flux.defer(() -> page(number)).collectList().doOnNext(this::noteUpdates).map(unseen),
						0)
				// The list ends with a page that is empty or contains nothing new
				.takeWhile((page) -> !page.isEmpty())
				.takeUntil((page) -> page.stream().anyMatch(isOld))
				.concatMap(Flux::fromIterable, 1)
				.filter(isOld.negate());
		}

		private Flux<Conversation> page(int number) {
			this.pages++;
			return CrispRest
				.captureServerTime(RtmMissedMessages.this.reader.conversations(this.websiteId, number), this::note)
				.filter((conversation) -> hasIdentifier(conversation.sessionId()));
		}

		private void note(Instant time) {
			if (this.begin == null) {
				this.begin = time;
			}
		}

		/**
		 * Without the time of a response, the newest update is the latest time of Crisp's
		 * clock that is known.
		 */
		private void noteUpdates(List<Conversation> page) {
			page.stream()
				.map(Conversation::updatedAt)
				.filter(Objects::nonNull)
				.max(Comparator.naturalOrder())
				.ifPresent(this::note);
		}

		/**
		 * The JSON may lack the identifier, although the record declares it.
		 */
		private boolean hasIdentifier(@Nullable String sessionId) {
			return sessionId != null;
		}

	}

}
