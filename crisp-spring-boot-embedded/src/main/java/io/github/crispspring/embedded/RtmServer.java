package io.github.crispspring.embedded;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.corundumstudio.socketio.SocketIOClient;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.type.TypeReference;

/**
 * The RTM API: a Socket.IO server that sends each authenticated client the events it
 * subscribes to.
 */
final class RtmServer {

	private static final String PATH = "/p/68";

	private static final long SECONDS_TO_AUTHENTICATE = 10;

	private final Map<UUID, Subscription> subscriptions = new HashMap<>();

	private final Accounts accounts;

	private final EventCatalog catalog;

	private final EmbeddedFaults faults;

	private final Journal journal;

	private final Scheduler timer;

	private final SocketIoServer server = new SocketIoServer(PATH);

	RtmServer(Accounts accounts, EventCatalog catalog, EmbeddedFaults faults, Journal journal, Scheduler timer) {
		this.accounts = accounts;
		this.catalog = catalog;
		this.faults = faults;
		this.journal = journal;
		this.timer = timer;
		this.server.addConnectListener(this::connected);
		this.server.addDisconnectListener(this::disconnected);
		this.server.addEventListener("authentication", Object.class,
				(client, payload, ack) -> authenticate(client, payload));
		// All websites of the token are bound from the start
		this.server.addEventListener("socket:bind", Object.class, (client, payload, ack) -> {
		});
		this.server.start();
	}

	URI url() {
		// The trailing slash is part of the path
		return URI.create("ws://localhost:" + this.server.boundPort() + PATH + "/");
	}

	/**
	 * Send an event to the clients of an account.
	 * @return whether a client is subscribed to it
	 */
	boolean send(String account, String event, byte[] data) {
		Map<String, Object> payload = Json.MAPPER.readValue(data, new TypeReference<Map<String, Object>>() {
		});
		if (this.faults.isRtmCut()) {
			return false;
		}
		boolean sent = false;
		synchronized (this.subscriptions) {
			for (SocketIOClient client : this.server.getAllClients()) {
				Subscription subscription = this.subscriptions.get(client.getSessionId());
				if (subscription != null && subscription.account().equals(account)
						&& subscription.events().contains(event)
						&& this.catalog.isReceivedBy(event, subscription.tier())) {
					client.sendEvent(event, payload);
					sent = true;
				}
			}
		}
		return sent;
	}

	boolean isConnected() {
		synchronized (this.subscriptions) {
			return !this.subscriptions.isEmpty();
		}
	}

	/**
	 * Close all connections. They count as disconnected at once, although their clients
	 * notice it later.
	 */
	void cut() {
		int disconnected;
		synchronized (this.subscriptions) {
			disconnected = this.subscriptions.size();
			this.subscriptions.clear();
		}
		for (int i = 0; i < disconnected; i++) {
			this.journal.publish(new Journal.Change("rtm", "disconnected"));
		}
		this.server.cut();
	}

	void close() {
		this.server.close();
	}

	private void connected(SocketIOClient client) {
		if (this.faults.isRtmCut()) {
			client.disconnect();
			return;
		}
		this.timer.schedule(() -> {
			if (!isAuthenticated(client)) {
				client.disconnect();
			}
		}, SECONDS_TO_AUTHENTICATE, TimeUnit.SECONDS);
	}

	private boolean isAuthenticated(SocketIOClient client) {
		synchronized (this.subscriptions) {
			return this.subscriptions.containsKey(client.getSessionId());
		}
	}

	private void disconnected(SocketIOClient client) {
		boolean authenticated;
		synchronized (this.subscriptions) {
			authenticated = this.subscriptions.remove(client.getSessionId()) != null;
		}
		if (authenticated) {
			this.journal.publish(new Journal.Change("rtm", "disconnected"));
		}
	}

	private void authenticate(SocketIOClient client, @Nullable Object payload) {
		String account = (payload instanceof Map<?, ?> given) ? account(given) : null;
		if (account != null && payload instanceof Map<?, ?> given) {
			synchronized (this.subscriptions) {
				// No event may precede the response
				client.sendEvent("authenticated", true);
				this.subscriptions.put(client.getSessionId(),
						new Subscription(account, tier(given), names(given.get("events"))));
			}
			this.journal.publish(new Journal.Change("rtm", "connected"));
		}
		else {
			client.sendEvent("unauthorized");
			client.disconnect();
		}
	}

	/**
	 * Return the account of an authentication, {@code null} if it is rejected.
	 */
	private @Nullable String account(Map<?, ?> given) {
		return (!this.faults.isCredentialsRejected() && Credentials.isTier(tier(given)))
				? this.accounts.find(String.valueOf(given.get("username")), String.valueOf(given.get("password")))
				: null;
	}

	private static String tier(Map<?, ?> given) {
		return (given.get("tier") instanceof String tier) ? tier : "user";
	}

	private static Set<String> names(@Nullable Object events) {
		return (events instanceof Collection<?> names)
				? names.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet()) : Set.of();
	}

	private record Subscription(String account, String tier, Set<String> events) {

	}

}
