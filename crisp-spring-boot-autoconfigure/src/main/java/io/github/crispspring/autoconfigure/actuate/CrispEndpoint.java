package io.github.crispspring.autoconfigure.actuate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.listener.CrispListenerRegistry;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint} that tells who listens to what, over which transports events come, and
 * how many.
 */
@Endpoint(id = "crisp")
public final class CrispEndpoint {

	private final CrispListenerRegistry listeners;

	private final CrispEventDispatcher dispatcher;

	private final Map<String, Transport> transports;

	/**
	 * Create the endpoint.
	 * @param listeners knows the listeners
	 * @param dispatcher where events go
	 * @param transports what can be told of each way that events come, by its name
	 */
	public CrispEndpoint(CrispListenerRegistry listeners, CrispEventDispatcher dispatcher,
			Map<String, Transport> transports) {
		this.listeners = listeners;
		this.dispatcher = dispatcher;
		this.transports = Map.copyOf(transports);
	}

	/**
	 * Tell all.
	 * @return the listeners, transports and counts
	 */
	@ReadOperation
	public CrispDescriptor crisp() {
		Map<String, Map<String, Object>> described = new TreeMap<>();
		this.transports.forEach((name, transport) -> described.put(name, transport.describe()));
		return new CrispDescriptor(this.listeners.listeners(), described,
				new EventCounts(this.dispatcher.getPendingCount(), this.dispatcher.getDuplicateCount()));
	}

	/**
	 * A way that events come.
	 */
	@FunctionalInterface
	public interface Transport {

		/**
		 * Tell about it, without secrets.
		 * @return what there is to tell, by name
		 */
		Map<String, Object> describe();

	}

	/**
	 * What the endpoint tells.
	 *
	 * @param listeners who listens to what
	 * @param transports the ways that events come, by name
	 * @param events how many there are
	 */
	public record CrispDescriptor(List<CrispListenerRegistry.Listener> listeners,
			Map<String, Map<String, Object>> transports, EventCounts events) implements OperationResponseBody {

	}

	/**
	 * How many events there are.
	 *
	 * @param pending how many wait or are being handled
	 * @param duplicates how many came again and were not handled again
	 */
	public record EventCounts(int pending, long duplicates) {

	}

}
