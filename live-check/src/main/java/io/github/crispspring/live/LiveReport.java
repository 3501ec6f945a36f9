package io.github.crispspring.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Result of a live check, without values of responses.
 *
 * @param tier the tier of the token
 * @param called the number of routes that were called
 * @param calls the number of calls, which count towards the quota
 * @param callsPerSecond the maximum number of calls a second
 * @param duration the duration
 * @param differences the differences between responses and the contract
 * @param notCalled the routes that were not called, with the reason
 * @param realtime the outcome of the realtime connection
 * @param webhook the findings about the webhook
 * @param events the number of events that were received, by name and transport
 * @param conversation the steps of the conversation that was written, with their outcome
 */
record LiveReport(String tier, int called, int calls, int callsPerSecond, Duration duration,
		List<Difference> differences, Set<String> notCalled, String realtime, List<String> webhook,
		Map<String, Integer> events, List<String> conversation) {

	/**
	 * Return the differences of a kind.
	 */
	List<Difference> differences(Difference.Kind kind) {
		return this.differences.stream().filter((difference) -> difference.kind() == kind).toList();
	}

	/**
	 * Return the report in Markdown.
	 */
	String toMarkdown() {
		StringBuilder text = new StringBuilder("## Live check\n\n");
		text.append("Starter %s, Java %s, tier `%s`. %d routes called with %d calls, at most %d a second, in %d s.\n"
			.formatted(System.getProperty("live.version", "unknown"), Runtime.version().feature(), this.tier,
					this.called, this.calls, this.callsPerSecond, this.duration.toSeconds()));
		for (Difference.Kind kind : Difference.Kind.values()) {
			append(text, kind.title(), differences(kind));
		}
		append(text, "Routes that were not called", this.notCalled);
		append(text, "Realtime connection", List.of(this.realtime));
		append(text, "Webhook", this.webhook);
		append(text, "Events",
				this.events.entrySet().stream().map((event) -> event.getKey() + " × " + event.getValue()).toList());
		append(text, "Conversation", this.conversation);
		return text.toString();
	}

	private static void append(StringBuilder text, String title, Collection<?> lines) {
		text.append("\n### ").append(title).append(": ").append(lines.size()).append("\n\n");
		lines.forEach((line) -> text.append("- ").append(line).append('\n'));
	}

}
