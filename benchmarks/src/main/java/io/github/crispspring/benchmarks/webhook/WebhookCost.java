package io.github.crispspring.benchmarks.webhook;

import java.util.List;

import io.github.crispspring.benchmarks.ChildProcess;

/**
 * Measures the cost of a signed webhook for the process that receives it: an empty
 * controller, the webhook of the starter, or a Node.js server with the official client.
 * The servers of a stack run at the same time and receive requests in turns, as the speed
 * of a virtual machine changes from minute to minute.
 */
public final class WebhookCost {

	private static final int WARM_UP_ROUNDS = 5;

	private static final int ROUNDS = 4;

	private final WebhookLoad load = new WebhookLoad();

	private WebhookCost() {
	}

	/**
	 * Measure.
	 * @param args the stack ({@code servlet}, {@code virtual} for servlets on virtual
	 * threads, {@code reactive} or {@code node}) and, for Node.js, the script
	 */
	public static void main(String[] args) {
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

	private void node(String script) {
		int port = ChildProcess.freePort();
		try (ChildProcess process = ChildProcess.start(port,
				List.of("node", script, Integer.toString(port), WebhookRequest.SECRET))) {
			measure(List.of(new MeasuredServer("Node, crisp-api", process, port, "/")));
		}
	}

	private void spring(String name, String type, boolean virtualThreads) {
		try (MeasuredServer empty = server(name + ", empty controller", type, virtualThreads, "after-handling",
				"/empty");
				MeasuredServer handling = server(name + ", after-handling", type, virtualThreads, "after-handling",
						"/crisp/webhook");
				MeasuredServer receipt = server(name + ", on-receipt", type, virtualThreads, "on-receipt",
						"/crisp/webhook")) {
			measure(List.of(empty, handling, receipt));
		}
	}

	private MeasuredServer server(String subject, String type, boolean virtualThreads, String acknowledge,
			String target) {
		int port = ChildProcess.freePort();
		ChildProcess process = ChildProcess.start(LoadApplication.class, port,
				"--spring.main.web-application-type=" + type, "--spring.threads.virtual.enabled=" + virtualThreads,
				"--spring.main.banner-mode=off", "--logging.level.root=warn",
				"--crisp.webhook.secrets=" + WebhookRequest.SECRET, "--crisp.webhook.acknowledge=" + acknowledge);
		return new MeasuredServer(subject, process, port, target);
	}

	private void measure(List<MeasuredServer> servers) {
		for (int round = 0; round < WARM_UP_ROUNDS; round++) {
			servers.forEach((server) -> server.warmUp(this.load));
		}
		for (int round = 0; round < ROUNDS; round++) {
			servers.forEach((server) -> server.measure(this.load));
		}
		servers.forEach((server) -> server.print(this.load));
	}

}
