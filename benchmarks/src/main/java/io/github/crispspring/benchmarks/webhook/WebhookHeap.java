package io.github.crispspring.benchmarks.webhook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.github.crispspring.benchmarks.ChildProcess;
import io.github.crispspring.benchmarks.Figures;

/**
 * Measures the live heap of a process with a heap of 128 MiB that receives signed
 * webhooks, with an empty controller and with the webhook of the starter, and prints a
 * table.
 */
public final class WebhookHeap {

	private static final String HEAP = "-Xmx128m";

	private static final int REQUESTS = 50_000;

	private static final int ROUNDS = 4;

	private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

	private final WebhookLoad load = new WebhookLoad();

	private WebhookHeap() {
	}

	/**
	 * Measure.
	 * @param args the number of runs
	 */
	public static void main(String[] args) {
		WebhookHeap heap = new WebhookHeap();
		for (int i = 0; i < Integer.parseInt(args[0]); i++) {
			heap.run("Tomcat", "servlet");
			heap.run("Netty", "reactive");
		}
		heap.print();
		System.exit(0);
	}

	private void run(String server, String type) {
		run(server + ", empty controller", type, "/empty", 100_000);
		run(server + ", after-handling", type, "/crisp/webhook", 100_000);
		run(server + ", after-handling, fewer duplicates", type, "/crisp/webhook", 10_000);
	}

	private void run(String subject, String type, String target, int duplicates) {
		int port = ChildProcess.freePort();
		try (ChildProcess server = ChildProcess.start(HEAP, LoadApplication.class, port,
				"--spring.main.web-application-type=" + type, "--spring.main.banner-mode=off",
				"--logging.level.root=warn", "--crisp.webhook.secrets=" + WebhookRequest.SECRET,
				"--crisp.listener.duplicates.capacity=" + duplicates)) {
			this.samples.computeIfAbsent(subject, (key) -> new ArrayList<>()).add(sample(server, port, target));
		}
	}

	private Sample sample(ChildProcess server, int port, String target) {
		double[] heap = new double[ROUNDS];
		double seconds = 0;
		for (int i = 0; i < ROUNDS; i++) {
			List<WebhookLoad.Request> requests = this.load.requests(REQUESTS);
			long begin = System.nanoTime();
			this.load.send(port, target, requests);
			seconds = (System.nanoTime() - begin) / 1e9;
			heap[i] = this.load.number(port, "/heap") / 1024.0 / 1024.0;
		}
		return new Sample(heap[0], heap[ROUNDS / 2 - 1], heap[ROUNDS - 1], REQUESTS / seconds,
				Figures.residentMemory(Long.toString(server.pid())));
	}

	private void print() {
		System.out.println(
				"| Subject | MiB after 50,000 | MiB after 100,000 | MiB after 200,000 | MiB more | per second | resident MiB |");
		System.out.println("|---|---|---|---|---|---|---|");
		double empty = 0;
		for (Map.Entry<String, List<Sample>> subject : this.samples.entrySet()) {
			List<Sample> runs = subject.getValue();
			double last = median(runs, Sample::last);
			empty = subject.getKey().contains("empty") ? last : empty;
			System.out.println(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f |",
					subject.getKey(), median(runs, Sample::first), median(runs, Sample::half), last, last - empty,
					median(runs, Sample::throughput), median(runs, Sample::resident)));
		}
	}

	private static double median(List<Sample> runs, ToDoubleFunction<Sample> value) {
		return runs.stream().mapToDouble(value).sorted().toArray()[runs.size() / 2];
	}

	/**
	 * Live heap and throughput of one process.
	 *
	 * @param first the MiB after the first round
	 * @param half the MiB after half of the rounds
	 * @param last the MiB after the last round
	 * @param throughput requests per second of the last round
	 * @param resident the resident memory in MiB
	 */
	private record Sample(double first, double half, double last, double throughput, double resident) {

	}

}
