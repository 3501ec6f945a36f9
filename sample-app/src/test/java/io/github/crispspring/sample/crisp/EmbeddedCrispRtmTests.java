package io.github.crispspring.sample.crisp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EmbeddedCrispRtmTests {

	private static final String AUTHENTICATED = "42[\"authenticated\",true]";

	private final EmbeddedCrisp crisp = EmbeddedCrisp.start();

	private final SocketIoClient client = new SocketIoClient(this.crisp.rtmUrl());

	@BeforeEach
	void useRtm() {
		this.crisp.delivery().use(EventDelivery.Transport.RTM);
	}

	@AfterEach
	void close() {
		this.client.close();
		this.crisp.close();
	}

	@Test
	void authenticates() {
		this.client.authenticate(this.crisp, this.crisp.key(), "[]");
		awaitPacket(AUTHENTICATED);
		assertThat(this.client.packets().get(0)).startsWith("0{").contains("pingInterval");
		assertThat(this.client.packets().get(1)).startsWith("40{");
	}

	@Test
	void rejectsAWrongKey() {
		this.client.authenticate(this.crisp, "wrong", "[]");
		awaitPacket("42[\"unauthorized\"]");
		await().until(() -> this.client.hasEnded() || this.client.packets().contains("41"));
		assertThat(this.client.packets()).doesNotContain(AUTHENTICATED);
	}

	@Test
	void sendsSubscribedEvents() {
		this.client.authenticate(this.crisp, this.crisp.key(), "[\"message:send\"]");
		awaitPacket(AUTHENTICATED);
		String sessionId = this.crisp.openConversation("jane");
		this.crisp.visitorWrites(sessionId, "Hello");
		this.crisp.visitorWrites(sessionId, "Last");
		awaitPacket("\"Last\"");
		assertThat(this.client.packets()).filteredOn((packet) -> packet.startsWith("42"))
			.hasSize(3)
			.element(1)
			.asString()
			.startsWith("42[\"message:send\",{")
			.contains("\"session_id\":\"" + sessionId + "\"", "\"from\":\"user\"", "\"content\":\"Hello\"");
	}

	@Test
	void acceptsBind() throws Exception {
		this.client.authenticate(this.crisp, this.crisp.key(), "[\"message:received\"]");
		awaitPacket(AUTHENTICATED);
		this.client.send("42[\"socket:bind\",{}]");
		new Operator(this.crisp).says(this.crisp.openConversation("jane"), "Hello");
		awaitPacket("message:received");
	}

	@Test
	void sendsNoEventsUntilAuthenticated() {
		SocketIoClient other = new SocketIoClient(this.crisp.rtmUrl());
		this.client.authenticate(this.crisp, this.crisp.key(), "[\"message:send\"]");
		awaitPacket(AUTHENTICATED);
		this.crisp.visitorWrites(this.crisp.openConversation("jane"), "Hello");
		awaitPacket("\"Hello\"");
		assertThat(other.packets()).noneMatch((packet) -> packet.startsWith("42"));
		other.close();
	}

	@Test
	void sendsNoEventsWhileEventsAreDeliveredByWebhook() {
		this.client.authenticate(this.crisp, this.crisp.key(), "[\"message:send\"]");
		awaitPacket(AUTHENTICATED);
		String sessionId = this.crisp.openConversation("jane");
		this.crisp.delivery().use(EventDelivery.Transport.WEBHOOK);
		this.crisp.visitorWrites(sessionId, "Hello");
		this.crisp.delivery().use(EventDelivery.Transport.RTM);
		this.crisp.visitorWrites(sessionId, "Last");
		awaitPacket("\"Last\"");
		assertThat(this.client.packets()).noneMatch((packet) -> packet.contains("\"Hello\""));
	}

	@Test
	void isClosedWhenItIsCut() {
		List<DeliveryReport> reports = new CopyOnWriteArrayList<>();
		this.crisp.delivery().listen(reports::add);
		this.client.authenticate(this.crisp, this.crisp.key(), "[]");
		awaitPacket(AUTHENTICATED);
		assertThat(this.crisp.delivery().isConnected()).isTrue();
		this.crisp.delivery().cut();
		await().until(this.client::hasEnded);
		await().until(() -> !this.crisp.delivery().isConnected());
		await().untilAsserted(() -> assertThat(reports).containsExactly(new DeliveryReport.RtmConnected(),
				new DeliveryReport.RtmDisconnected()));
	}

	@Test
	void reportsEventsWithoutConnection() {
		List<DeliveryReport> reports = new CopyOnWriteArrayList<>();
		this.crisp.delivery().listen(reports::add);
		String sessionId = this.crisp.openConversation("jane");
		assertThat(reports).containsExactly(new DeliveryReport.RtmMissed("session:request:initiated", sessionId));
	}

	@Test
	void repeatsTheVisitorsLastMessage() {
		this.client.authenticate(this.crisp, this.crisp.key(), "[\"message:send\"]");
		awaitPacket(AUTHENTICATED);
		this.crisp.visitorWrites(this.crisp.openConversation("jane"), "Hello");
		assertThat(this.crisp.delivery().repeat()).isTrue();
		await()
			.until(() -> this.client.packets().stream().filter((packet) -> packet.contains("\"Hello\"")).count() == 2);
	}

	private void awaitPacket(String part) {
		await().until(() -> this.client.packets().stream().anyMatch((packet) -> packet.contains(part)));
	}

}
