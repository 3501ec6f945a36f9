package io.github.crispspring.listener;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Registry of listeners and the events that they receive.
 */
public final class CrispListenerRegistry {

	private static final Log logger = LogFactory.getLog(CrispListenerRegistry.class);

	private final List<CrispListenerMethod> listeners = new CopyOnWriteArrayList<>();

	private final List<Observer> observers = new CopyOnWriteArrayList<>();

	private final Set<String> required = ConcurrentHashMap.newKeySet();

	private final Map<String, Set<String>> requiredByAccount = new ConcurrentHashMap<>();

	private final List<Runnable> requirementCallbacks = new CopyOnWriteArrayList<>();

	private final List<Consumer<CrispEvent>> acceptCallbacks = new CopyOnWriteArrayList<>();

	void add(CrispListenerMethod listener) {
		logger.debug(LogMessage.format("Listener method '%s' listens to the events %s", listener,
				listener.eventNames().names()));
		listener.observe((event) -> called(listener, event));
		this.listeners.add(listener);
	}

	private void called(CrispListenerMethod listener, CrispApplicationEvent<?> event) {
		for (Observer observer : this.observers) {
			observer.called(describe(listener), event);
		}
	}

	/**
	 * Add events that are required in addition to those that the listeners receive, for
	 * each account that has listeners. The realtime connection subscribes to them if they
	 * are added before it starts.
	 * @param eventNames the names of the events
	 */
	public void require(Set<String> eventNames) {
		this.required.addAll(eventNames);
	}

	/**
	 * Add events that are required for an account, whether or not it has listeners. A
	 * realtime connection that has started is re-established to subscribe to them.
	 * @param account the name of the account
	 * @param eventNames the names of the events
	 */
	public void require(String account, Set<String> eventNames) {
		if (this.requiredByAccount.computeIfAbsent(account, (name) -> ConcurrentHashMap.newKeySet())
			.addAll(eventNames)) {
			this.requirementCallbacks.forEach(Runnable::run);
		}
	}

	/**
	 * Add a callback that is invoked when further events are required for an account.
	 * @param callback the callback
	 * @see #require(String, Set)
	 */
	public void onRequire(Runnable callback) {
		this.requirementCallbacks.add(callback);
	}

	/**
	 * Add a callback that is invoked when an event is accepted, before listeners receive
	 * it. It is called on the thread of the transport for each delivery, and must neither
	 * block nor fail.
	 * @param callback the callback
	 */
	public void onAccept(Consumer<CrispEvent> callback) {
		this.acceptCallbacks.add(callback);
	}

	void accepted(CrispEvent event) {
		this.acceptCallbacks.forEach((callback) -> callback.accept(event));
	}

	void remove(CrispListenerMethod listener) {
		this.listeners.remove(listener);
	}

	/**
	 * Return the listeners. Complete once all beans are created, except for the listeners
	 * of application contexts that are opened later.
	 * @return the listeners in the order they were found
	 */
	public List<Listener> listeners() {
		return this.listeners.stream().map(CrispListenerRegistry::describe).toList();
	}

	/**
	 * Return the events that listeners receive. Complete once all beans are created,
	 * except for the listeners of application contexts that are opened later.
	 * @return the names of the events, empty without listeners and required events
	 */
	public Set<String> eventNames() {
		return eventNames((name) -> true);
	}

	/**
	 * Return whether a listener receives all events, including those that this version
	 * does not know.
	 * @return whether all events are received
	 */
	public boolean receivesAllEvents() {
		return this.listeners.stream().anyMatch((listener) -> listener.eventNames().isUnlimited());
	}

	/**
	 * Return the events to subscribe to over a transport that delivers some events only.
	 * A name that a listener selects is always included. Patterns and types of several
	 * events include the events that are delivered.
	 * @param delivered whether the transport delivers an event
	 * @return the names of the events, empty without listeners and required events
	 */
	public Set<String> eventNames(Predicate<String> delivered) {
		Stream<String> required = Stream.concat(this.required.stream(),
				this.requiredByAccount.values().stream().flatMap(Set::stream));
		return Stream.concat(names(this.listeners.stream(), delivered), required.filter(delivered))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Return the events to subscribe to for an account, over a transport that delivers
	 * some events only.
	 * @param account the name of the account
	 * @param delivered whether the transport delivers an event
	 * @return the names of the events, empty if no listener receives events of the
	 * account and no event is required for it
	 * @see #eventNames(Predicate)
	 */
	public Set<String> eventNames(String account, Predicate<String> delivered) {
		return Stream.concat(namesOfListeners(account, delivered), requiredEventNames(account, delivered).stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Return the events that are required for an account in addition to those that its
	 * listeners receive, over a transport that delivers some events only.
	 * @param account the name of the account
	 * @param delivered whether the transport delivers an event
	 * @return the names of the events
	 */
	public Set<String> requiredEventNames(String account, Predicate<String> delivered) {
		Stream<String> required = this.requiredByAccount.getOrDefault(account, Set.of()).stream();
		if (namesOfListeners(account, delivered).findAny().isPresent()) {
			required = Stream.concat(required, this.required.stream());
		}
		return required.filter(delivered).collect(Collectors.toUnmodifiableSet());
	}

	private Stream<String> namesOfListeners(String account, Predicate<String> delivered) {
		return names(this.listeners.stream().filter((listener) -> listener.receives(account)), delivered);
	}

	private static Stream<String> names(Stream<CrispListenerMethod> listeners, Predicate<String> delivered) {
		return listeners.map(CrispListenerMethod::eventNames)
			.flatMap((events) -> events.names()
				.stream()
				.filter((name) -> events.written().contains(name) || delivered.test(name)));
	}

	/**
	 * Return the events that listeners of one account select although they are never
	 * delivered. Listeners that also receive events of another account are not included.
	 * @param account the name of the account
	 * @param delivered whether an event of the account can be delivered
	 * @return the listeners with the names of these events
	 * @see #undelivered(Predicate)
	 */
	public List<Listener> undelivered(String account, Predicate<String> delivered) {
		return undelivered(
				this.listeners.stream().filter((listener) -> listener.configuredAccounts().equals(Set.of(account))),
				delivered);
	}

	/**
	 * Return the events that listeners select although they are never delivered. A
	 * pattern, or a type that several events share, is included only if none of its
	 * events is delivered.
	 * @param delivered whether an event can be delivered
	 * @return the listeners with the names of these events
	 */
	public List<Listener> undelivered(Predicate<String> delivered) {
		return undelivered(this.listeners.stream(), delivered);
	}

	private static List<Listener> undelivered(Stream<CrispListenerMethod> listeners, Predicate<String> delivered) {
		return listeners
			.map((listener) -> new Listener(listener.getListenerId(), listener.toString(),
					listener.eventNames().undelivered(delivered)))
			.filter((listener) -> !listener.eventNames().isEmpty())
			.toList();
	}

	/**
	 * Add an observer, for example for a development tool.
	 * @param observer the observer
	 */
	public void addObserver(Observer observer) {
		this.observers.add(observer);
	}

	private static Listener describe(CrispListenerMethod listener) {
		return new Listener(listener.getListenerId(), listener.toString(), listener.eventNames().names());
	}

	/**
	 * Callback invoked before a listener is called, once all its conditions are met.
	 */
	@FunctionalInterface
	public interface Observer {

		/**
		 * Handle the call of a listener. It must not block; an exception makes the
		 * listener fail.
		 * @param listener the listener
		 * @param event the event, which may be handled again after a failure
		 */
		void called(Listener listener, CrispApplicationEvent<?> event);

	}

	/**
	 * Description of a listener.
	 *
	 * @param id the identifier of the listener
	 * @param method the signature of the method
	 * @param eventNames the names of the events that it receives
	 */
	public record Listener(String id, String method, Set<String> eventNames) {

	}

}
