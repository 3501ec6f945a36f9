package io.github.crispspring.replicas;

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
 * Several instances of the application behind a load balancer that does not know which of
 * them are alive.
 */
final class Cluster implements AutoCloseable {

	private final List<String> properties;

	private final List<Member> members = new CopyOnWriteArrayList<>();

	private final Map<String, Instant> killed = new ConcurrentHashMap<>();

	private int started;

	/**
	 * Create a cluster without instances, which has nothing in common with any other.
	 * @param engine what instances agree by
	 * @param replies where they answer
	 * @param properties what else they are told
	 */
	Cluster(Engine engine, Replies replies, String... properties) {
		List<String> all = new ArrayList<>(List.of("replica.engine=" + engine, Engine.JDBC.property(),
				Engine.REDIS.property(), "spring.application.name=" + UUID.randomUUID(), "crisp.identifier=identifier",
				"crisp.key=key", "crisp.rest.base-url=" + replies.url()));
		all.addAll(List.of(properties));
		this.properties = List.copyOf(all);
	}

	/**
	 * Start an instance.
	 */
	Member start() {
		String name = "replica-" + ++this.started;
		Member member = new Member(name, Replica.start(SharingApplication.class,
				Stream.concat(this.properties.stream(), Stream.of("replica.name=" + name, "crisp.rtm.rooms=" + name))
					.toArray(String[]::new)));
		this.members.add(member);
		return member;
	}

	/**
	 * Wait until all instances serve.
	 */
	void awaitStarted() {
		this.members.forEach((member) -> member.replica().port());
	}

	/**
	 * Kill an instance, and put another one into its place as soon as that serves.
	 */
	void replace(Member member) {
		kill(member);
		start().replica().port();
		this.members.remove(member);
	}

	void kill(Member member) {
		this.killed.put(member.name(), Instant.now());
		member.replica().kill();
	}

	/**
	 * Return when an instance was killed, {@code null} if it was not.
	 */
	Instant killed(String name) {
		return this.killed.get(name);
	}

	/**
	 * Return any instance, dead or alive, but one that serves or has.
	 */
	Member any(Random random) {
		List<Member> serving = this.members.stream().filter((member) -> member.replica().hasServed()).toList();
		return serving.get(random.nextInt(serving.size()));
	}

	/**
	 * Return what the instances have to say.
	 */
	String logs() {
		return this.members.stream()
			.map((member) -> member.name() + "\n" + member.replica().log())
			.collect(Collectors.joining("\n\n"));
	}

	Member named(String name) {
		return this.members.stream().filter((member) -> member.name().equals(name)).findFirst().orElseThrow();
	}

	@Override
	public void close() {
		this.members.forEach((member) -> member.replica().close());
	}

	/**
	 * An instance.
	 *
	 * @param name tells it from all others
	 * @param replica its process
	 */
	record Member(String name, Replica replica) {

	}

}
