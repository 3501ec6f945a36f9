package io.github.crispspring.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Combines the pages of a list into one {@link Flux}, which requests the next page only
 * on demand.
 */
public final class CrispPages {

	/**
	 * Context key of the reference to which a call writes whether there are more pages.
	 */
	static final Object MORE_KEY = new Object();

	private CrispPages() {
	}

	/**
	 * Return the items of all pages up to the first empty page.
	 * @param page the function that requests the page with a number, starting at 1; such
	 * as {@code (page) -> client.listConversations(websiteId, page)}
	 * @param <T> the type of the items
	 * @return the items
	 */
	public static <T> Flux<T> all(IntFunction<? extends Publisher<T>> page) {
		return Flux.range(1, Integer.MAX_VALUE)
			.concatMap((number) -> whenDemanded(() -> page.apply(number)).switchIfEmpty(Flux.error(NoMorePages::new)),
					0)
			.onErrorComplete(NoMorePages.class);
	}

	/**
	 * Return the items of a list from the newest to the oldest, where each page contains
	 * the items before a time. Each request includes the millisecond of the oldest item
	 * of the previous page, as the page may have ended within it, and items that were
	 * already returned are omitted.
	 * @param page the function that requests the page before a time, or the newest page
	 * for {@code null}; such as
	 * {@code (time) -> client.getMessagesInConversation(websiteId, sessionId, MessageListQuery.before(time))}
	 * @param time the function that returns the time of an item
	 * @param identity the function that returns a value that identifies an item
	 * @param <T> the type of the items
	 * @return the items, newest first
	 */
	public static <T> Flux<T> backwards(Function<@Nullable Instant, ? extends Publisher<T>> page,
			Function<T, Instant> time, Function<T, Object> identity) {
		return Flux.defer(() -> new Backwards<>(page, time, identity).read());
	}

	/**
	 * Subscribe to a page only when an item of it is requested.
	 */
	private static <T> Flux<T> whenDemanded(Supplier<? extends Publisher<T>> page) {
		return Flux.just(page).hide().concatMap(Supplier::get, 0);
	}

	/**
	 * State of one subscription to a list from the newest to the oldest item.
	 */
	private static final class Backwards<T> {

		private static final Duration ONE_MILLISECOND = Duration.ofMillis(1);

		private final Function<@Nullable Instant, ? extends Publisher<T>> page;

		private final Function<T, Instant> time;

		private final Function<T, Object> identity;

		private @Nullable Instant oldest;

		private final Set<Object> edge = new HashSet<>();

		private boolean last;

		Backwards(Function<@Nullable Instant, ? extends Publisher<T>> page, Function<T, Instant> time,
				Function<T, Object> identity) {
			this.page = page;
			this.time = time;
			this.identity = identity;
		}

		Flux<T> read() {
			return Flux.range(1, Integer.MAX_VALUE)
				.concatMap((number) -> whenDemanded(this::next), 0)
				.onErrorComplete(NoMorePages.class);
		}

		private Flux<T> next() {
			if (this.last) {
				return Flux.error(NoMorePages::new);
			}
			Instant before = (this.oldest != null) ? this.oldest.plus(ONE_MILLISECOND) : null;
			return readBefore(before)
				.flatMapMany((found) -> found.isEmpty() ? beyondTheEdge() : Flux.fromIterable(found));
		}

		/**
		 * Continue before the current millisecond: a page that is full with items of one
		 * millisecond does not reach older items.
		 */
		private Flux<T> beyondTheEdge() {
			if (this.last || this.oldest == null) {
				return Flux.error(NoMorePages::new);
			}
			return readBefore(this.oldest)
				.flatMapMany((found) -> found.isEmpty() ? Flux.error(NoMorePages::new) : Flux.fromIterable(found));
		}

		private Mono<List<T>> readBefore(@Nullable Instant before) {
			AtomicReference<@Nullable Boolean> more = new AtomicReference<>();
			return Flux.from(this.page.apply(before))
				.collectList()
				.contextWrite((context) -> context.put(MORE_KEY, more))
				.map((found) -> newestFirst(found, more.get()));
		}

		private List<T> newestFirst(List<T> found, @Nullable Boolean more) {
			this.last = found.isEmpty() || Boolean.FALSE.equals(more);
			List<T> unread = found.stream()
				.filter(this::isUnread)
				.sorted(Comparator.comparing(this.time).reversed())
				.toList();
			if (!unread.isEmpty()) {
				moveEdge(this.time.apply(unread.get(unread.size() - 1)), unread);
			}
			return unread;
		}

		private boolean isUnread(T candidate) {
			Instant time = this.time.apply(candidate);
			return this.oldest == null || time.isBefore(this.oldest)
					|| (time.equals(this.oldest) && !this.edge.contains(this.identity.apply(candidate)));
		}

		private void moveEdge(Instant oldest, List<T> read) {
			if (!oldest.equals(this.oldest)) {
				this.edge.clear();
				this.oldest = oldest;
			}
			read.stream().filter((it) -> this.time.apply(it).equals(oldest)).map(this.identity).forEach(this.edge::add);
		}

	}

	/**
	 * Signals the end of the list.
	 */
	private static final class NoMorePages extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NoMorePages() {
			super("There are no more pages", null, false, false);
		}

	}

}
