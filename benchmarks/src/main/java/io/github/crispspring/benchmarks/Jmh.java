package io.github.crispspring.benchmarks;

import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;

import io.github.crispspring.json.CrispJson;
import tools.jackson.databind.JsonNode;

/**
 * Converts the results of JMH with its {@code gc} profiler to a Markdown table.
 */
public final class Jmh {

	private static final String ALLOCATED = "gc.alloc.rate.norm";

	private Jmh() {
	}

	/**
	 * Print the table.
	 * @param args the file with the results in JSON
	 */
	public static void main(String[] args) {
		System.out.println("| Benchmark | score | allocated bytes |");
		System.out.println("|---|---|---|");
		for (JsonNode result : CrispJson.mapper().readTree(Path.of(args[0]))) {
			JsonNode score = result.path("primaryMetric");
			System.out.println(String.format(Locale.ROOT, "| %s | %.2f %s | %.0f |", name(result),
					score.path("score").doubleValue(), score.path("scoreUnit").asString(),
					result.path("secondaryMetrics").path(ALLOCATED).path("score").doubleValue(0)));
		}
	}

	private static String name(JsonNode result) {
		String method = result.path("benchmark").asString();
		StringJoiner parameters = new StringJoiner(", ", ": ", "").setEmptyValue("");
		result.path("params")
			.properties()
			.forEach((parameter) -> parameters.add(parameter.getValue().asString() + " " + parameter.getKey()));
		return method.substring(method.lastIndexOf('.') + 1) + parameters;
	}

}
