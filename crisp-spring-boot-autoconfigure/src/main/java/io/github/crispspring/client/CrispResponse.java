package io.github.crispspring.client;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Complete response of Crisp. Returns the data of its envelope, or throws the exception
 * for the error that it reports.
 */
record CrispResponse(CrispRoute route, HttpStatusCode status, HttpHeaders headers, byte[] body) {

	private static final Type LIST_OF_RAW_VALUES = ResolvableType.forClassWithGenerics(List.class, RawValue.class)
		.getType();

	/**
	 * Return the data of the response.
	 * @param type the type of the data
	 * @return the data, or {@code null} if there is none
	 */
	<T> @Nullable T data(Type type) {
		if (!this.status.is2xxSuccessful()) {
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
	 * Return the data of the response as a list.
	 * @param listType the type of the list
	 * @return the list, or {@code null} if there is no data
	 */
	<T> @Nullable List<T> list(Type listType) {
		List<T> list = data(listType);
		if (list != null && list.stream().anyMatch(Objects::isNull)) {
			throw unreadable("an element of the list is null");
		}
		return list;
	}

	/**
	 * Return the elements of the data of the response, which is a list, as text.
	 * @return the elements, or {@code null} if there is no data
	 */
	@Nullable List<RawValue> elements() {
		List<RawValue> elements = null;
		if (this.status.is2xxSuccessful()) {
			try {
				elements = RawElements.read(this.body);
			}
			catch (JacksonException ex) {
				// Reported below
			}
		}
		return (elements != null) ? elements : list(LIST_OF_RAW_VALUES);
	}

	/**
	 * Return whether the requested resource exists.
	 * @return {@code false} if the status is 404
	 */
	Boolean exists() {
		if (this.status.value() == 404) {
			return Boolean.FALSE;
		}
		if (!this.status.is2xxSuccessful()) {
			throw error(null);
		}
		return Boolean.TRUE;
	}

	/**
	 * Return whether the response is from Crisp's cache, so that it does not count
	 * towards the quota.
	 */
	boolean isCached() {
		return "HIT".equals(this.headers.getFirst("Bloom-Status"));
	}

	/**
	 * Return whether the list continues after this response.
	 * @return whether there are more items
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
		catch (RuntimeException ex) {
			// The constructor of a record may also reject a value
			if (!required) {
				return null;
			}
			Envelope<JsonNode> untyped = readEnvelope(JsonNode.class, false);
			if (untyped != null && untyped.error()) {
				throw error(untyped);
			}
			throw unreadable(describe(ex));
		}
	}

	/**
	 * Describe the problem without its message, which may contain parts of messages or
	 * other personal data.
	 */
	private static String describe(RuntimeException ex) {
		String problem = ex.getClass().getSimpleName();
		TokenStreamLocation location = (ex instanceof JacksonException jackson) ? jackson.getLocation() : null;
		return (location != null) ? problem + " at " + location.offsetDescription() : problem;
	}

	/**
	 * Create the exception for a response that is not what the method returns.
	 * @param problem the problem, without content of the response
	 */
	CrispUnreadableResponseException unreadable(String problem) {
		return new CrispUnreadableResponseException(this.route, this.status, problem, null);
	}

	CrispUnreadableResponseException unreadable(Error failure) {
		return new CrispUnreadableResponseException(this.route, this.status, failure.getClass().getSimpleName(),
				failure);
	}

	private CrispApiException error(@Nullable Envelope<JsonNode> envelope) {
		String reason = (envelope != null && envelope.reason() != null) ? envelope.reason() : "http_error";
		JsonNode data = (envelope != null) ? envelope.data() : null;
		String detail = (data != null) ? data.path("message").asStringOpt().orElse(null) : null;
		Duration retryAfter = retryAfter();
		if (CrispAuthenticationException.REASONS.contains(reason)) {
			return new CrispAuthenticationException(this.route, this.status, reason, detail, retryAfter);
		}
		return switch (this.status.value()) {
			case 401, 403 -> new CrispAuthenticationException(this.route, this.status, reason, detail, retryAfter);
			case 409 -> new CrispAlreadyExistsException(this.route, this.status, reason, detail, retryAfter);
			case 404 -> new CrispNotFoundException(this.route, this.status, reason, detail, retryAfter);
			case 420, 429 -> new CrispRateLimitException(this.route, this.status, reason, detail, retryAfter);
			case 423 -> new CrispQuotaException(this.route, this.status, reason, detail, retryAfter);
			default -> new CrispApiException(this.route, this.status, reason, detail, retryAfter);
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
