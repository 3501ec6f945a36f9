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
 * How events leave the embedded Crisp: by web hook or by RTM, one of them at a time, and
 * what may go wrong on the way.
 */
public final class EventDelivery {

	private final List<Consumer<DeliveryReport>> listeners = new CopyOnWriteArrayList<>();

	private final CrispHooks hooks;

	private final CrispRtm rtm;

	private volatile Transport transport = Transport.WEBHOOK;

	private volatile @Nullable PlatformEvent lastMessage;

	EventDelivery(Credentials credentials, Scheduler timer) {
		this.hooks = new CrispHooks(credentials.hookSecret(), timer, this::report);
		this.rtm = new CrispRtm(credentials, timer, this::report);
	}

	/**
	 * Returns the way that events leave.
	 * @return the transport
	 */
	public Transport transport() {
		return this.transport;
	}

	/**
	 * Chooses the way that events leave from now on.
	 * @param transport the transport
	 */
	public void use(Transport transport) {
		if (this.transport != transport) {
			this.transport = transport;
			report(new DeliveryReport.TransportChanged(transport));
		}
	}

	/**
	 * Tells somebody all there is to report from now on.
	 * @param listener is told, and must not block
	 */
	public void listen(Consumer<DeliveryReport> listener) {
		this.listeners.add(listener);
	}

	/**
	 * Returns whether a client of the RTM API is connected.
	 * @return whether there is a connection that events would go over
	 */
	public boolean isConnected() {
		return this.rtm.isConnected();
	}

	/**
	 * Cuts the RTM connections.
	 */
	public void cut() {
		this.rtm.cut();
	}

	/**
	 * Posts a web hook that somebody else made up: its signature does not fit.
	 * @param websiteId the website that it says it is about
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
	 * Delivers the last message of a visitor once more.
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
	 * The ways that events can leave.
	 */
	public enum Transport {

		/**
		 * Each is posted to a URL of the bot.
		 */
		WEBHOOK,

		/**
		 * They go over a connection that the bot made.
		 */
		RTM

	}

}
