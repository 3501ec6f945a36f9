package io.github.crispspring.autoconfigure.actuate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.listener.CrispListenerRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@link Endpoint} that reports the listeners, the transports of events, and the number
 * of events, and that diagnoses the connection to Crisp on demand.
 */
@Endpoint(id = "crisp")
final class CrispEndpoint {

	private final CrispListenerRegistry listeners;

	private final CrispEventDispatcher dispatcher;

	private final Map<String, Transport> transports;

	private final CrispDiagnostics diagnostics;

	CrispEndpoint(CrispListenerRegistry listeners, CrispEventDispatcher dispatcher, Map<String, Transport> transports,
			CrispDiagnostics diagnostics) {
		this.listeners = listeners;
		this.dispatcher = dispatcher;
		this.transports = Map.copyOf(transports);
		this.diagnostics = diagnostics;
	}

	/**
	 * Return the listeners, the transports and the number of events.
	 * @return the description
	 */
	@ReadOperation
	public CrispDescriptor crisp() {
		Map<String, Map<String, Object>> described = new TreeMap<>();
		this.transports.forEach((name, transport) -> described.put(name, transport.describe()));
		return new CrispDescriptor(this.listeners.listeners(), described,
				new EventCounts(this.dispatcher.getPendingCount(), this.dispatcher.getDuplicateCount()));
	}

	/**
	 * Check the token, the websites, the scopes, the clock, the webhook and its last
	 * deliveries. This makes calls of the REST API, which count towards the quota, and is
	 * therefore a write operation. It blocks until all checks have completed, each of
	 * which has a time limit.
	 * @param webhookUrl the URL of the webhook as it is set in Crisp, which is checked if
	 * it is present
	 * @return the findings
	 */
	@WriteOperation
	public CrispDiagnosis diagnose(@Nullable String webhookUrl) {
		return Objects.requireNonNull(this.diagnostics.run(webhookUrl).block());
	}

	/**
	 * Transport of events.
	 */
	@FunctionalInterface
	interface Transport {

		/**
		 * Return properties of the transport by name, without secrets.
		 */
		Map<String, Object> describe();

	}

	/**
	 * Description of listeners, transports and events.
	 *
	 * @param listeners the listeners with the events that they receive
	 * @param transports the properties of each transport by its name
	 * @param events the number of events
	 */
	public record CrispDescriptor(List<CrispListenerRegistry.Listener> listeners,
			Map<String, Map<String, Object>> transports, EventCounts events) implements OperationResponseBody {

	}

	/**
	 * Number of events.
	 *
	 * @param pending the number of events that wait or are being handled
	 * @param duplicates the number of deliveries whose event had been handled before
	 */
	public record EventCounts(int pending, long duplicates) {

	}

}
