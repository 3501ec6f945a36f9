package io.github.crispspring.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import redis.embedded.RedisServer;

import static org.awaitility.Awaitility.await;

/**
 * Redis with a single node, or Redis Cluster with three.
 */
final class RedisServers extends StoreServer {

	private static final int SLOTS = 16_384;

	private static final Pattern READS = Pattern.compile("total_reads_processed:(\\d+)");

	private final List<Integer> ports;

	private final Path data;

	private List<RedisServer> servers = List.of();

	private final List<ProcessHandle> processes = new ArrayList<>();

	private RedisServers(int nodes) throws IOException {
		this.ports = Stream.generate(StoreServer::freePort).distinct().limit(nodes).toList();
		this.data = Files.createTempDirectory("redis");
		startNodes();
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
	}

	static RedisServers single() throws IOException {
		return new RedisServers(1);
	}

	/**
	 * Start a cluster, each node of which has a third of the slots.
	 */
	static RedisServers cluster() throws IOException {
		RedisServers servers = new RedisServers(3);
		int nodes = servers.ports.size();
		for (int i = 0; i < nodes; i++) {
			int[] slots = IntStream.range(SLOTS * i / nodes, SLOTS * (i + 1) / nodes).toArray();
			servers.command(servers.ports.get(i), (node) -> {
				node.clusterAddSlots(slots);
				servers.ports.forEach((port) -> node.clusterMeet("127.0.0.1", port));
			});
		}
		servers.awaitCluster();
		return servers;
	}

	private boolean isCluster() {
		return this.ports.size() > 1;
	}

	@Override
	void start() throws IOException {
		startNodes();
		if (isCluster()) {
			awaitCluster();
		}
	}

	private void startNodes() throws IOException {
		stop();
		this.servers = new ArrayList<>();
		this.processes.clear();
		for (int port : this.ports) {
			RedisServer server = RedisServer.newRedisServer()
				.port(port)
				.setting("save \"\"")
				.setting("dir " + this.data)
				.settingIf(isCluster(), "cluster-enabled yes")
				.settingIf(isCluster(), "cluster-node-timeout 2000")
				.settingIf(isCluster(), "cluster-config-file nodes-" + port + ".conf")
				.build();
			List<ProcessHandle> others = ProcessHandle.current().children().toList();
			server.start();
			this.servers.add(server);
			ProcessHandle.current()
				.children()
				.filter((process) -> !others.contains(process))
				.forEach(this.processes::add);
		}
	}

	private void awaitCluster() {
		this.ports.forEach((port) -> await().until(() -> {
			boolean[] ready = new boolean[1];
			command(port, (node) -> ready[0] = node.clusterInfo().contains("cluster_state:ok")
					&& node.clusterInfo().contains("cluster_known_nodes:" + this.ports.size()));
			return ready[0];
		}));
	}

	private void command(int port, Consumer<RedisCommands<String, String>> command) {
		RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", port));
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			command.accept(connection.sync());
		}
		finally {
			client.shutdown();
		}
	}

	private void stop() {
		for (RedisServer server : this.servers) {
			try {
				server.stop();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	@Override
	List<String> properties() {
		String address = isCluster()
				? "spring.data.redis.cluster.nodes="
						+ this.ports.stream().map((port) -> "127.0.0.1:" + port).collect(Collectors.joining(","))
				: "spring.data.redis.url=redis://127.0.0.1:" + this.ports.get(0);
		// The data source of the other tests is not used
		return List.of("replica.locks=redis", "crisp.replicas.shared-duplicates=redis", address,
				"spring.datasource.url=jdbc:postgresql://127.0.0.1:1/unused");
	}

	@Override
	long accesses() {
		LongAdder accesses = new LongAdder();
		this.ports.forEach((port) -> command(port, (node) -> {
			MatchResult reads = READS.matcher(node.info("stats")).results().findFirst().orElseThrow();
			accesses.add(Long.parseLong(reads.group(1)));
		}));
		return accesses.sum();
	}

	@Override
	Stream<ProcessHandle> processes() {
		return this.processes.stream();
	}

}
