package io.github.crispspring.benchmarks.parts;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.EventJson;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.signature.CrispSignature;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;

/**
 * Benchmark of verifying and reading a message.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Parts {

	private static final String MESSAGE = """
			{"type":"text","origin":"chat","content":"Hello Crisp, this is a message from a visitor!",\
			"timestamp":1632396148646,"fingerprint":163239614854320,\
			"website_id":"42286ab3-b29a-4fde-8538-da0ae501d825",\
			"session_id":"session_36ba3566-9651-4790-afc8-ffedbccc317f","from":"user",\
			"user":{"nickname":"visitor607","user_id":"session_36ba3566-9651-4790-afc8-ffedbccc317f"},"stamped":true}""";

	private final byte[] body = MESSAGE.getBytes(StandardCharsets.UTF_8);

	private final CrispSignature signature = new CrispSignature("914a657d8cc2efbc20593f1806f9bde2");

	private final String signed = this.signature.sign("1632396148743", this.body);

	private final CrispEventReader reader = new CrispEventReader();

	private final JsonNode data = CrispJson.mapper().readTree(this.body);

	/**
	 * Verify a signature.
	 * @return whether the signature is valid
	 */
	@Benchmark
	public boolean verify() {
		return this.signature.verify(this.signed, "1632396148743", this.body);
	}

	/**
	 * Parse bytes to a tree.
	 * @return the tree
	 */
	@Benchmark
	public JsonNode parse() {
		return CrispJson.mapper().readTree(this.body);
	}

	/**
	 * Convert a tree to an event.
	 * @return the event
	 */
	@Benchmark
	public CrispEvent readTree() {
		return this.reader.read("message:send", null, this.data);
	}

	/**
	 * Read an event without a tree.
	 * @return the event
	 */
	@Benchmark
	public CrispEvent read() {
		return this.reader.read("message:send", null, EventJson.of(this.body, 0, this.body.length));
	}

}
