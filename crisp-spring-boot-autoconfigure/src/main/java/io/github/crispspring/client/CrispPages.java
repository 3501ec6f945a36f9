package io.github.crispspring.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Combines the pages of a list into one {@link Flux} or, for blocking clients, one
 * {@link Stream}. A page is read when its first item is requested, not earlier. Operators
 * of a {@code Flux} that prefetch, {@link Flux#toStream()} among them, request items
 * ahead; blocking code should use a {@code Stream} of this class instead.
 */
public final class CrispPages {

	/**
	 * Context key of the reference to which a call writes whether there are more pages.
	 */
	static final Object MORE_KEY = new Object();

	private static final ThreadLocal<AtomicReference<@Nullable Boolean>> BLOCKING_MORE = new ThreadLocal<>();

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
		return Flux.defer(() -> new Backwards<>(page, new Position<>(time, identity)).read());
	}

	/**
	 * Read all pages of a list one after the other, up to the first that is empty. Each
	 * page is read, in a blocking call, when its first element is requested.
	 * @param page reads the page with a number, from 1; such as
	 * {@code (page) -> client.listConversations(websiteId, page)}
	 * @param <T> what the list is of
	 * @return all of the list, a sequential stream
	 */
	public static <T> Stream<T> stream(IntFunction<List<T>> page) {
		AtomicInteger number = new AtomicInteger();
		return stream(() -> page.apply(number.incrementAndGet()));
	}

	/**
	 * Read a list backwards in time, newest first, like
	 * {@link #backwards(Function, Function, Function)}. Each page is read, in a blocking
	 * call, when its first element is requested.
	 * @param page reads the page before a time, the newest for {@code null}; such as
	 * {@code (time) -> client.getMessagesInConversation(websiteId, sessionId, MessageListQuery.before(time))}
	 * @param time returns when an element occurred
	 * @param identity returns what identifies an element
	 * @param <T> what the list is of
	 * @return all of the list, a sequential stream
	 */
	public static <T> Stream<T> streamBackwards(Function<@Nullable Instant, List<T>> page, Function<T, Instant> time,
			Function<T, Object> identity) {
		return stream(new BlockingBackwards<>(page, new Position<>(time, identity))::next);
	}

	private static <T> Stream<T> stream(Supplier<List<T>> nextPage) {
		Spliterator<T> elements = Spliterators.spliteratorUnknownSize(new PagedIterator<>(nextPage),
				Spliterator.ORDERED | Spliterator.NONNULL);
		return StreamSupport.stream(elements, false);
	}

	/**
	 * Return where a blocking call notes whether there are more pages.
	 */
	static @Nullable AtomicReference<@Nullable Boolean> blockingMore() {
		return BLOCKING_MORE.get();
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
	private record Backwards<T>(Function<@Nullable Instant, ? extends Publisher<T>> page, Position<T> position) {

		Flux<T> read() {
			return Flux.range(1, Integer.MAX_VALUE)
				.concatMap((number) -> whenDemanded(this::next), 0)
				.onErrorComplete(NoMorePages.class);
		}

		private Flux<T> next() {
			if (this.position.isLast()) {
				return Flux.error(NoMorePages::new);
			}
			return readBefore(this.position.before())
				.flatMapMany((found) -> found.isEmpty() ? beyondTheMillisecond() : Flux.fromIterable(found));
		}

		/**
		 * Continue before the current millisecond: a page that is full with items of one
		 * millisecond does not reach older items.
		 */
		private Flux<T> beyondTheMillisecond() {
			Instant oldest = this.position.oldest();
			if (this.position.isLast() || oldest == null) {
				return Flux.error(NoMorePages::new);
			}
			return readBefore(oldest)
				.flatMapMany((found) -> found.isEmpty() ? Flux.error(NoMorePages::new) : Flux.fromIterable(found));
		}

		private Mono<List<T>> readBefore(@Nullable Instant before) {
			AtomicReference<@Nullable Boolean> more = new AtomicReference<>();
			return Flux.from(this.page.apply(before))
				.collectList()
				.contextWrite((context) -> context.put(MORE_KEY, more))
				.map((found) -> this.position.unread(found, more.get()));
		}

	}

	/**
	 * One reading of a list backwards, in blocking calls.
	 */
	private record BlockingBackwards<T>(Function<@Nullable Instant, List<T>> page, Position<T> position) {

		List<T> next() {
			if (this.position.isLast()) {
				return List.of();
			}
			List<T> found = readBefore(this.position.before());
			Instant oldest = this.position.oldest();
			return (found.isEmpty() && !this.position.isLast() && oldest != null) ? readBefore(oldest) : found;
		}

		private List<T> readBefore(@Nullable Instant before) {
			AtomicReference<@Nullable Boolean> more = new AtomicReference<>();
			BLOCKING_MORE.set(more);
			try {
				return this.position.unread(this.page.apply(before), more.get());
			}
			finally {
				BLOCKING_MORE.remove();
			}
		}

	}

	/**
	 * How far a list has been read backwards.
	 */
	private static final class Position<T> {

		private static final Duration ONE_MILLISECOND = Duration.ofMillis(1);

		private final Function<T, Instant> time;

		private final Function<T, Object> identity;

		private final Set<Object> edge = new HashSet<>();

		private @Nullable Instant oldest;

		private boolean last;

		Position(Function<T, Instant> time, Function<T, Object> identity) {
			this.time = time;
			this.identity = identity;
		}

		/**
		 * Return whether the last page has been read.
		 */
		boolean isLast() {
			return this.last;
		}

		/**
		 * Return the time before which to read next. It includes the millisecond of the
		 * oldest element, as the page may have ended within it.
		 */
		@Nullable Instant before() {
			return (this.oldest != null) ? this.oldest.plus(ONE_MILLISECOND) : null;
		}

		/**
		 * Return the time of the oldest element that was read. Where a whole page
		 * occurred in one millisecond, only leaving that millisecond leads to the next
		 * page.
		 */
		@Nullable Instant oldest() {
			return this.oldest;
		}

		/**
		 * Return what was not read before of a page, newest first.
		 */
		List<T> unread(List<T> found, @Nullable Boolean more) {
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
	 * Iterates over the items of pages, up to the first page that is empty.
	 */
	private static final class PagedIterator<T> implements Iterator<T> {

		private final Supplier<List<T>> nextPage;

		private Iterator<T> page = Collections.emptyIterator();

		private boolean ended;

		PagedIterator(Supplier<List<T>> nextPage) {
			this.nextPage = nextPage;
		}

		@Override
		public boolean hasNext() {
			if (!this.page.hasNext() && !this.ended) {
				this.page = this.nextPage.get().iterator();
				this.ended = !this.page.hasNext();
			}
			return this.page.hasNext();
		}

		@Override
		public T next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			return this.page.next();
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
