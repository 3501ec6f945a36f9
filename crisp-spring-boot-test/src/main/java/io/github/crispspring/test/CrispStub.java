package io.github.crispspring.test;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.PathContainer;
import org.springframework.util.Assert;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The responses to calls of one route. Several responses are used in order; the last one
 * is used for all further calls.
 *
 * @see CrispTester#given(HttpMethod, String)
 */
public final class CrispStub {

	private final HttpMethod method;

	private final PathPattern path;

	private final Consumer<CrispStub> registration;

	private final MultiValueMap<String, String> queryParams = new LinkedMultiValueMap<>();

	private final Deque<TestResponse> responses = new ArrayDeque<>();

	CrispStub(HttpMethod method, String path, Consumer<CrispStub> registration) {
		Assert.isTrue(path.startsWith("/") && path.indexOf('?') == -1,
				() -> "'path' must start with '/' and must not have a query, which 'queryParam' takes: " + path);
		this.method = method;
		this.path = PathPatternParser.defaultInstance.parse(path);
		this.registration = registration;
	}

	/**
	 * Apply only to calls with a query parameter. Calls may have further parameters.
	 * @param name the name of the parameter, such as {@code filter_assigned}
	 * @param value the value of the parameter
	 * @return this stub
	 */
	public CrispStub queryParam(String name, String value) {
		this.queryParams.add(name, value);
		return this;
	}

	/**
	 * Respond with status 200 and data.
	 * @param data the data: a record of a client, a {@code Map}, a {@code List} or a JSON
	 * node
	 * @return this stub, which takes the response to the next call
	 */
	public CrispStub respondWith(Object data) {
		Assert.isTrue(!(data instanceof HttpStatusCode),
				"'data' must not be a status, which 'respondWithStatus' takes");
		return respondWith(HttpStatus.OK, data);
	}

	/**
	 * Respond with a status and data, such as status 206 for messages of which there are
	 * more.
	 * @param status the status, which must be 2xx
	 * @param data the data: a record of a client, a {@code Map}, a {@code List} or a JSON
	 * node
	 * @return this stub, which takes the response to the next call
	 */
	public CrispStub respondWith(HttpStatusCode status, Object data) {
		Assert.isTrue(status.is2xxSuccessful(), "'status' must be 2xx; for errors, use 'respondWithError'");
		return respond(TestResponse.success(status, data));
	}

	/**
	 * Respond with a status and no data. A status that is not 2xx is an error, whose
	 * reason is the name of the status.
	 * @param status the status
	 * @return this stub, which takes the response to the next call
	 */
	public CrispStub respondWithStatus(HttpStatusCode status) {
		return respond(status.is2xxSuccessful() ? TestResponse.success(status, null)
				: TestResponse.error(status, TestResponse.reason(status)));
	}

	/**
	 * Respond with an error.
	 * @param status the status, such as 404, 409, 423 or 429; it may be 2xx, as Crisp
	 * reports some errors in the body only
	 * @param reason the reason of Crisp, such as {@code conversation_not_found}
	 * @return this stub, which takes the response to the next call
	 */
	public CrispStub respondWithError(HttpStatusCode status, String reason) {
		return respond(TestResponse.error(status, reason));
	}

	/**
	 * Fail without a response, as if Crisp were not reachable.
	 * @param exception the exception of the connection
	 * @return this stub, which takes the response to the next call
	 */
	public CrispStub respondWithException(IOException exception) {
		return respond(TestResponse.failure(exception));
	}

	private CrispStub respond(TestResponse response) {
		boolean first;
		synchronized (this.responses) {
			first = this.responses.isEmpty();
			this.responses.add(response);
		}
		if (first) {
			this.registration.accept(this);
		}
		return this;
	}

	/**
	 * Return the response to a call.
	 * @param call the call
	 * @param rawPath the path of the call, encoded
	 * @return the response, or {@code null} if this stub does not apply
	 */
	@Nullable TestResponse response(CrispCall call, PathContainer rawPath) {
		boolean matches = matches(call.method()) && this.path.matches(rawPath)
				&& this.queryParams.entrySet()
					.stream()
					.allMatch((param) -> call.queryParams().containsKey(param.getKey())
							&& call.queryParams().get(param.getKey()).containsAll(param.getValue()));
		if (!matches) {
			return null;
		}
		synchronized (this.responses) {
			return (this.responses.size() > 1) ? this.responses.remove() : this.responses.element();
		}
	}

	private boolean matches(HttpMethod method) {
		return this.method.equals(method) || (this.method.equals(HttpMethod.GET) && method.equals(HttpMethod.HEAD));
	}

}
