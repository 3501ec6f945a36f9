package io.github.crispspring.benchmarks.webhook;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.crispspring.signature.CrispSignature;

/**
 * Webhook request in the format of Crisp, with a message of a visitor.
 *
 * @param number the number of the message
 */
record WebhookRequest(int number) {

	static final String SECRET = "914a657d8cc2efbc20593f1806f9bde2";

	private static final CrispSignature SIGNATURE = new CrispSignature(SECRET);

	/**
	 * Return the HTTP request. Messages are distributed over 1,000 conversations in turn.
	 */
	HttpRequest request(URI uri) {
		byte[] body = body();
		String timestamp = Long.toString(System.currentTimeMillis());
		return HttpRequest.newBuilder(uri)
			.timeout(Duration.ofSeconds(30))
			.header("Content-Type", "application/json")
			.header("X-Crisp-Request-Timestamp", timestamp)
			.header("X-Crisp-Signature", signature(timestamp, body))
			.header("X-Delivery-Attempt-Count", "1")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
	}

	String signature(String timestamp, byte[] body) {
		return SIGNATURE.sign(timestamp, body);
	}

	byte[] body() {
		return """
				{"website_id":"42286ab3-b29a-4fde-8538-da0ae501d825","event":"message:send","data":{"type":"text",\
				"origin":"chat","content":"Hello Crisp, this is a message from a visitor!","timestamp":%1$d,\
				"fingerprint":%2$d,"website_id":"42286ab3-b29a-4fde-8538-da0ae501d825",\
				"session_id":"session_%3$d","from":"user","user":{"nickname":"visitor607",\
				"user_id":"session_%3$d"},"stamped":true},"timestamp":%1$d}"""
			.formatted(1632396148646L, this.number + 1, this.number % 1000)
			.getBytes(StandardCharsets.UTF_8);
	}

}
