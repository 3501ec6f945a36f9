package io.github.crispspring.client;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A complete answer of Crisp: opens its envelope, or throws what the answer means.
 */
record Answer(CrispRoute route, HttpStatusCode status, HttpHeaders headers, byte[] body) {

	/**
	 * Read the data of the answer.
	 * @param type the type of the data
	 * @return the data, or {@code null} if there is none
	 */
	<T> @Nullable T data(Type type) {
		if (this.status.isError()) {
			throw error(readEnvelope(JsonNode.class, false));
		}
		Envelope<T> envelope = readEnvelope(type, true);
		if (envelope == null) {
			return null;
		}
		if (envelope.error()) {
			throw error(readEnvelope(JsonNode.class, false));
		}
		return envelope.data();
	}

	/**
	 * Read whether what was asked for exists.
	 * @return whether it exists
	 */
	Boolean exists() {
		if (this.status.value() == 404) {
			return Boolean.FALSE;
		}
		if (this.status.isError()) {
			throw error(null);
		}
		return Boolean.TRUE;
	}

	/**
	 * Return whether there is more of a list than the answer has.
	 * @return whether there is more
	 */
	boolean isPartial() {
		return this.status.isSameCodeAs(HttpStatus.PARTIAL_CONTENT);
	}

	private <T> @Nullable Envelope<T> readEnvelope(Type type, boolean required) {
		if (this.body.length == 0) {
			return null;
		}
		JsonMapper mapper = CrispJson.mapper();
		JavaType envelopeType = mapper.getTypeFactory()
			.constructParametricType(Envelope.class, mapper.constructType(type));
		try {
			return CrispJson.read(this.body, envelopeType);
		}
		catch (JacksonException ex) {
			if (!required) {
				return null;
			}
			Envelope<JsonNode> untyped = readEnvelope(JsonNode.class, false);
			if (untyped != null && untyped.error()) {
				throw error(untyped);
			}
			// The original message may quote what people wrote
			throw new CrispUnreadableAnswerException(this.route, this.status.value(),
					ex.getClass().getSimpleName() + " at " + ex.getLocation().offsetDescription());
		}
	}

	private CrispApiException error(@Nullable Envelope<JsonNode> envelope) {
		int code = this.status.value();
		String reason = (envelope != null && envelope.reason() != null) ? envelope.reason() : "http_error";
		JsonNode data = (envelope != null) ? envelope.data() : null;
		String detail = (data != null) ? data.path("message").asStringOpt().orElse(null) : null;
		Duration retryAfter = retryAfter();
		return switch (code) {
			case 401, 403 -> new CrispAuthenticationException(this.route, code, reason, detail, retryAfter);
			case 404 -> new CrispNotFoundException(this.route, code, reason, detail, retryAfter);
			case 420, 429 -> new CrispRateLimitException(this.route, code, reason, detail, retryAfter);
			case 423 -> new CrispQuotaException(this.route, code, reason, detail, retryAfter);
			default -> new CrispApiException(this.route, code, reason, detail, retryAfter);
		};
	}

	private @Nullable Duration retryAfter() {
		String value = this.headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null) {
			return null;
		}
		try {
			return value.chars().allMatch(Character::isDigit) ? Duration.ofSeconds(Long.parseLong(value))
					: until(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
		}
		catch (DateTimeParseException | NumberFormatException ex) {
			return null;
		}
	}

	private Duration until(Instant time) {
		Duration duration = Duration.between(Instant.now(), time);
		return duration.isNegative() ? Duration.ZERO : duration;
	}

}
