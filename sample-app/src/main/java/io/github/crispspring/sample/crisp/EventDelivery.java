package io.github.crispspring.sample.crisp;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.node.ObjectNode;

/**
 * Delivery of events by webhook or by RTM, with simulated faults.
 */
public final class EventDelivery {

	private final List<Consumer<DeliveryReport>> listeners = new CopyOnWriteArrayList<>();

	private final WebhookDelivery hooks;

	private final RtmServer rtm;

	private volatile Transport transport = Transport.WEBHOOK;

	private volatile @Nullable PlatformEvent lastMessage;

	EventDelivery(Credentials credentials, Scheduler timer) {
		this.hooks = new WebhookDelivery(credentials.hookSecret(), timer, this::report);
		this.rtm = new RtmServer(credentials, timer, this::report);
	}

	/**
	 * Return the transport of events.
	 * @return the transport
	 */
	public Transport transport() {
		return this.transport;
	}

	/**
	 * Change the transport of events.
	 * @param transport the transport
	 */
	public void use(Transport transport) {
		if (this.transport != transport) {
			this.transport = transport;
			report(new DeliveryReport.TransportChanged(transport));
		}
	}

	/**
	 * Register a listener for delivery reports.
	 * @param listener the listener, which must not block
	 */
	public void listen(Consumer<DeliveryReport> listener) {
		this.listeners.add(listener);
	}

	/**
	 * Return whether a client of the RTM API is connected.
	 * @return whether a client is connected
	 */
	public boolean isConnected() {
		return this.rtm.isConnected();
	}

	/**
	 * Close all RTM connections.
	 */
	public void cut() {
		this.rtm.cut();
	}

	/**
	 * Send a webhook with an invalid signature.
	 * @param websiteId the identifier of the website in the webhook
	 */
	public void forge(String websiteId) {
		PlatformEvent last = this.lastMessage;
		String sessionId = (last != null) ? last.sessionId() : "session_" + UUID.randomUUID();
		long now = System.currentTimeMillis();
		ObjectNode data = Envelope.object()
			.put("website_id", websiteId)
			.put("session_id", sessionId)
			.put("type", "text")
			.put("from", Messages.VISITOR)
			.put("origin", "chat")
			.put("content", "Please send the refund to another account.")
			.put("fingerprint", now)
			.put("timestamp", now);
		this.hooks.forge(new PlatformEvent("message:send", websiteId, sessionId, data, now));
	}

	/**
	 * Deliver the last visitor message again.
	 * @return whether there is one
	 */
	public boolean repeat() {
		PlatformEvent last = this.lastMessage;
		if (last != null) {
			deliver(last);
		}
		return last != null;
	}

	void emit(PlatformEvent event) {
		if ("message:send".equals(event.name())) {
			this.lastMessage = event;
		}
		deliver(event);
	}

	private void deliver(PlatformEvent event) {
		if (this.transport == Transport.WEBHOOK) {
			this.hooks.deliver(event);
		}
		else {
			this.rtm.emit(event);
		}
	}

	void hookUrl(URI url) {
		this.hooks.url(url);
	}

	URI rtmUrl() {
		return this.rtm.url();
	}

	void close() {
		this.rtm.close();
		this.hooks.close();
	}

	private void report(DeliveryReport report) {
		this.listeners.forEach((listener) -> listener.accept(report));
	}

	/**
	 * Transport of events.
	 */
	public enum Transport {

		/**
		 * A request to the URL of the bot for each event.
		 */
		WEBHOOK,

		/**
		 * The connection that the bot established.
		 */
		RTM

	}

}
