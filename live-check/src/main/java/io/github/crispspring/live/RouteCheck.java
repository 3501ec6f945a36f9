package io.github.crispspring.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispUnreadableResponseException;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.json.UnreadableFields;
import io.github.crispspring.testsupport.ContractTypes;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Calls every route that reads and that the identifiers in other responses permit to
 * call, and compares the responses with the contract.
 */
final class RouteCheck {

	/**
	 * Codes of Crisp, as opposed to texts.
	 */
	private static final Pattern REASON = Pattern.compile("[a-z_]{1,60}");

	private final CrispRest rest;

	private final CallRecorder calls;

	private final Pace pace;

	private final ContractTypes types;

	private final List<ContractRoute> remaining;

	private final Identifiers identifiers;

	private final List<Difference> differences = new ArrayList<>();

	private final Set<String> excluded = new TreeSet<>();

	private int called;

	/**
	 * Create a check.
	 * @param rest the client, without retries
	 * @param calls the recorder of the client
	 * @param pace the pace of the calls
	 * @param types the types of the contract
	 * @param tier the tier of the token
	 * @param websiteId the website to read, if it is known
	 */
	RouteCheck(CrispRest rest, CallRecorder calls, Pace pace, ContractTypes types, String tier,
			@Nullable String websiteId) {
		this.rest = rest;
		this.calls = calls;
		this.pace = pace;
		this.types = types;
		this.identifiers = new Identifiers(websiteId);
		this.remaining = new ArrayList<>(ContractRoute.load());
		this.remaining.removeIf((route) -> {
			boolean restricted = !route.isOpenTo(tier);
			if (restricted) {
				this.excluded.add(route + " (other tiers only)");
			}
			return restricted;
		});
	}

	/**
	 * Call the routes until no response permits to call a further one.
	 */
	void run() {
		Map<String, Integer> unreadable = new ConcurrentHashMap<>();
		UnreadableFields.Observer observer = (type, field) -> unreadable.merge(type + "." + field, 1, Integer::sum);
		UnreadableFields.addObserver(observer);
		try {
			List<ContractRoute> callable = callable();
			while (!callable.isEmpty()) {
				callable.forEach(this::call);
				this.remaining.removeAll(callable);
				callable = callable();
			}
		}
		finally {
			UnreadableFields.removeObserver(observer);
		}
		new TreeMap<>(unreadable).forEach((field, count) -> this.differences
			.add(new Difference(Difference.Kind.UNREADABLE, "Record", field, "read as absent × " + count)));
	}

	private List<ContractRoute> callable() {
		return this.remaining.stream()
			.filter((route) -> ClientMethod.of(route).missing(this.identifiers.values()).isEmpty())
			.toList();
	}

	private void call(ContractRoute route) {
		this.pace.await();
		this.called++;
		CallRecorder.RecordedCall call = this.calls
			.record(Flux.defer(() -> ClientMethod.of(route).invoke(this.rest, this.identifiers.values())));
		CallRecorder.RawResponse response = call.response();
		if (response == null) {
			Throwable failure = call.failure();
			addResponse(route,
					"no response" + ((failure != null) ? " (" + failure.getClass().getSimpleName() + ")" : ""));
			return;
		}
		JsonNode envelope = read(response.body());
		if (response.status() < 200 || response.status() > 299) {
			addResponse(route, "status %d%s".formatted(response.status(), reason(envelope)));
		}
		else if (!envelope.isObject()) {
			addResponse(route, "the body is not a JSON object");
		}
		else if (envelope.path("error").asBoolean(true)) {
			addResponse(route, "status %d, but an error%s".formatted(response.status(), reason(envelope)));
		}
		else {
			compare(route, envelope.path("data"));
			if (call.failure() instanceof CrispUnreadableResponseException) {
				addResponse(route, "the client cannot read the response");
			}
		}
	}

	private void compare(ContractRoute route, JsonNode data) {
		this.identifiers.add(route.method(), data);
		if (route.responseType() == null) {
			return;
		}
		if (data.isMissingNode() || data.isNull()) {
			addResponse(route, "the response has no data");
			return;
		}
		JsonShape shape = JsonShape.of(this.types.samples(route.method(), "answer", route.responseType()));
		ShapeComparison.compare(route, shape, data).forEach(this.differences::add);
	}

	private static JsonNode read(byte[] body) {
		try {
			return CrispJson.mapper().readTree(body);
		}
		catch (JacksonException ex) {
			return CrispJson.mapper().missingNode();
		}
	}

	private static String reason(JsonNode envelope) {
		String reason = envelope.path("reason").asString("");
		return REASON.matcher(reason).matches() ? " " + reason : "";
	}

	private void addResponse(ContractRoute route, String detail) {
		this.differences.add(new Difference(Difference.Kind.RESPONSE, route.toString(), "", detail));
	}

	List<Difference> differences() {
		return this.differences;
	}

	int called() {
		return this.called;
	}

	/**
	 * Return the website that was read, or {@code null} if none was found.
	 */
	@Nullable String websiteId() {
		return this.identifiers.values().get("websiteId");
	}

	/**
	 * Return the routes that were not called, with the reason.
	 */
	Set<String> notCalled() {
		Set<String> routes = new TreeSet<>(this.excluded);
		this.remaining.forEach((route) -> routes
			.add("%s (no %s found)".formatted(route, ClientMethod.of(route).missing(this.identifiers.values()))));
		return routes;
	}

}
