package io.github.crispspring.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Instances of an application behind a load balancer without health checks.
 */
final class Cluster implements AutoCloseable {

	private final List<String> properties;

	private final List<Member> members = new CopyOnWriteArrayList<>();

	private final Map<String, Instant> killed = new ConcurrentHashMap<>();

	private int started;

	/**
	 * Create a cluster without instances. Clusters do not share any state.
	 * @param engine the store that the instances share
	 * @param replies the REST API
	 * @param properties further properties of the instances, such as {@code a.b=c}
	 */
	Cluster(Engine engine, Replies replies, String... properties) {
		List<String> all = new ArrayList<>(List.of("spring.application.name=" + UUID.randomUUID(),
				"crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=" + replies.url()));
		all.addAll(engine.server().properties());
		all.addAll(List.of(properties));
		this.properties = List.copyOf(all);
	}

	/**
	 * Start an instance.
	 */
	Member start() {
		return start(Duration.ZERO);
	}

	/**
	 * Start an instance.
	 * @param clockOffset by how much its clock is ahead of that of this machine
	 */
	Member start(Duration clockOffset) {
		String name = "replica-" + ++this.started;
		String[] properties = Stream
			.concat(this.properties.stream(), Stream.of("replica.name=" + name, "crisp.rtm.rooms=" + name))
			.toArray(String[]::new);
		Replica replica = Replica.start(WallClock.environment(clockOffset), SharingApplication.class, properties);
		Member member = new Member(name, replica, clockOffset);
		this.members.add(member);
		return member;
	}

	/**
	 * Wait until all instances have started.
	 */
	void awaitStarted() {
		this.members.forEach((member) -> member.replica().port());
	}

	/**
	 * Kill an instance, and replace it as soon as the new one has started.
	 */
	void replace(Member member) {
		kill(member);
		start(member.clockOffset()).replica().port();
		this.members.remove(member);
	}

	/**
	 * Start another instance, and stop this one gracefully once it has started.
	 */
	void restart(Member member) {
		start(member.clockOffset()).replica().port();
		member.replica().stop();
		this.members.remove(member);
	}

	void kill(Member member) {
		this.killed.put(member.name(), Instant.now());
		member.replica().kill();
	}

	/**
	 * Return the time at which an instance was killed, or {@code null} if it was not
	 * killed.
	 */
	Instant killed(String name) {
		return this.killed.get(name);
	}

	/**
	 * Return a random instance that has started. It may have been killed since.
	 */
	Member any(Random random) {
		List<Member> started = this.members.stream().filter((member) -> member.replica().hasStarted()).toList();
		return started.get(random.nextInt(started.size()));
	}

	/**
	 * Return the logs of all instances.
	 */
	String logs() {
		return this.members.stream()
			.map((member) -> member.name() + "\n" + member.replica().log())
			.collect(Collectors.joining("\n\n"));
	}

	/**
	 * Return the running instances.
	 */
	List<Member> members() {
		return List.copyOf(this.members);
	}

	Member named(String name) {
		return this.members.stream().filter((member) -> member.name().equals(name)).findFirst().orElseThrow();
	}

	@Override
	public void close() {
		this.members.forEach((member) -> member.replica().close());
	}

	/**
	 * Instance of the cluster.
	 *
	 * @param name the unique name
	 * @param replica its process
	 * @param clockOffset by how much its clock is ahead of that of this machine
	 */
	record Member(String name, Replica replica, Duration clockOffset) {

	}

}
