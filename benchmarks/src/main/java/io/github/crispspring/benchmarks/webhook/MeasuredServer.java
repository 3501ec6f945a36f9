package io.github.crispspring.benchmarks.webhook;

import java.util.Arrays;
import java.util.List;

import io.github.crispspring.benchmarks.ChildProcess;
import io.github.crispspring.benchmarks.Figures;

/**
 * A server in a process of its own, and what its requests have cost so far.
 */
final class MeasuredServer implements AutoCloseable {

	private static final int REQUESTS = 50_000;

	private final String subject;

	private final ChildProcess process;

	private final int port;

	private final String target;

	private long[] latencies = new long[0];

	private long cpu;

	private long time;

	/**
	 * Create a measurement of a server that was started.
	 * @param subject the measured implementation
	 * @param process the process of the server
	 * @param port the port of the server
	 * @param target the path of the requests
	 */
	MeasuredServer(String subject, ChildProcess process, int port, String target) {
		this.subject = subject;
		this.process = process;
		this.port = port;
		this.target = target;
	}

	void warmUp(WebhookLoad load) {
		load.send(this.port, this.target, load.requests(REQUESTS));
	}

	void measure(WebhookLoad load) {
		List<WebhookLoad.Request> requests = load.requests(REQUESTS);
		long cpuBefore = this.process.cpuNanos();
		long begin = System.nanoTime();
		long[] measured = load.send(this.port, this.target, requests);
		this.time += System.nanoTime() - begin;
		this.cpu += this.process.cpuNanos() - cpuBefore;
		int known = this.latencies.length;
		this.latencies = Arrays.copyOf(this.latencies, known + measured.length);
		System.arraycopy(measured, 0, this.latencies, known, measured.length);
	}

	void print(WebhookLoad load) {
		int requests = this.latencies.length;
		Figures.print("hook", this.subject, this.cpu / 1e3 / requests, requests / (this.time / 1e9), this.latencies,
				allocated(load), Figures.residentMemory(Long.toString(this.process.pid())));
	}

	/**
	 * Measure what a request allocates. This comes last: a kind of request that the
	 * server has not seen before undoes work of its JIT compiler, which doubles the CPU
	 * time of the next 100,000 requests.
	 */
	private String allocated(WebhookLoad load) {
		if (this.target.equals("/")) {
			return "-";
		}
		long before = load.number(this.port, "/allocated");
		load.send(this.port, this.target, load.requests(REQUESTS));
		return Long.toString((load.number(this.port, "/allocated") - before) / REQUESTS);
	}

	@Override
	public void close() {
		this.process.close();
	}

}
