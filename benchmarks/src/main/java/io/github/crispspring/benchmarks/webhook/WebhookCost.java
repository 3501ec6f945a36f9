package io.github.crispspring.benchmarks.webhook;

import java.util.List;

import io.github.crispspring.benchmarks.ChildProcess;
import io.github.crispspring.benchmarks.Figures;

/**
 * Measures the cost of a signed webhook for the process that receives it: an empty
 * controller, the webhook of the starter, or a Node.js server with the official client.
 */
public final class WebhookCost {

	/**
	 * Number of warm-up rounds with the same number of requests.
	 */
	private static final int WARM_UPS = 5;

	private static final int REQUESTS = 50_000;

	private final WebhookLoad load = new WebhookLoad();

	private WebhookCost() {
	}

	/**
	 * Measure.
	 * @param args the stack ({@code servlet}, {@code virtual} for servlets on virtual
	 * threads, {@code reactive} or {@code node}) and, for Node.js, the script
	 * @throws Exception if the measurement fails
	 */
	public static void main(String[] args) throws Exception {
		WebhookCost cost = new WebhookCost();
		if (args[0].equals("node")) {
			cost.node(args[1]);
		}
		else {
			switch (args[0]) {
				case "servlet" -> cost.spring("Tomcat", "servlet", false);
				case "virtual" -> cost.spring("Tomcat, virtual threads", "servlet", true);
				case "reactive" -> cost.spring("Netty", "reactive", false);
				default -> throw new IllegalArgumentException(args[0]);
			}
		}
		System.exit(0);
	}

	private void node(String script) throws Exception {
		int port = ChildProcess.freePort();
		try (ChildProcess server = ChildProcess.start(port,
				List.of("node", script, Integer.toString(port), WebhookRequest.SECRET))) {
			measure("hook", "Node, crisp-api", server, port, "/");
		}
	}

	private void spring(String name, String type, boolean virtualThreads) throws Exception {
		spring(name + ", empty controller", type, virtualThreads, "after-handling", "/empty");
		spring(name + ", after-handling", type, virtualThreads, "after-handling", "/crisp/webhook");
		spring(name + ", on-receipt", type, virtualThreads, "on-receipt", "/crisp/webhook");
	}

	private void spring(String subject, String type, boolean virtualThreads, String acknowledge, String target)
			throws Exception {
		int port = ChildProcess.freePort();
		try (ChildProcess server = ChildProcess.start(LoadApplication.class, port,
				"--spring.main.web-application-type=" + type, "--spring.threads.virtual.enabled=" + virtualThreads,
				"--spring.main.banner-mode=off", "--logging.level.root=warn",
				"--crisp.webhook.secrets=" + WebhookRequest.SECRET, "--crisp.webhook.acknowledge=" + acknowledge)) {
			measure("hook", subject, server, port, target);
		}
	}

	private void measure(String path, String subject, ChildProcess server, int port, String target) throws Exception {
		for (int i = 0; i < WARM_UPS; i++) {
			this.load.send(port, target, this.load.requests(REQUESTS));
		}
		List<WebhookLoad.Request> requests = this.load.requests(REQUESTS);
		long cpu = server.cpuNanos();
		long begin = System.nanoTime();
		long[] latencies = this.load.send(port, target, requests);
		double seconds = (System.nanoTime() - begin) / 1e9;
		double cost = (server.cpuNanos() - cpu) / 1e3 / REQUESTS;
		Figures.print(path, subject, cost, REQUESTS / seconds, latencies, allocated(port, target),
				Figures.residentMemory(Long.toString(server.pid())));
	}

	/**
	 * Measure what a request allocates. This comes last: a kind of request that the
	 * server has not seen before undoes work of its JIT compiler, which doubles the CPU
	 * time of the next 100,000 requests.
	 */
	private String allocated(int port, String target) throws Exception {
		if (target.equals("/")) {
			return "-";
		}
		long before = this.load.number(port, "/allocated");
		this.load.send(port, target, this.load.requests(REQUESTS));
		return Long.toString((this.load.number(port, "/allocated") - before) / REQUESTS);
	}

}
