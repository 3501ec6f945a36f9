package io.github.crispspring.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEventReader;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.unit.DataSize;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Factory of the {@link CrispWebhookReceiver} and of the infrastructure that it requires
 * on each web stack. It can be used without the other one.
 */
public final class CrispWebhookEndpoint {

	private CrispWebhookEndpoint() {
	}

	/**
	 * Create the receiver.
	 * @param verifier the verifier of requests
	 * @param reader the reader of events
	 * @param dispatcher the dispatcher of events
	 * @param acknowledgement when to acknowledge an event
	 * @param acknowledgeTimeout the maximum time that a request waits for the listeners
	 * @param clock the clock to determine when an event was received
	 * @return the receiver
	 */
	public static CrispWebhookReceiver receiver(CrispWebhookVerifier verifier, CrispEventReader reader,
			CrispEventDispatcher dispatcher, CrispAcknowledgement acknowledgement, Duration acknowledgeTimeout,
			Clock clock) {
		return new CrispWebhookReceiver(verifier, reader, dispatcher, acknowledgement, acknowledgeTimeout, clock);
	}

	/**
	 * Create a request that checks whether the endpoint can be reached. No listener
	 * receives it, and it is counted neither as a delivery nor, once verified, as a
	 * rejection.
	 * @param secret the secret to sign the request with, or {@code null} if the URL
	 * contains the key of a website webhook
	 * @param now the current time
	 * @return the headers and the body to post
	 */
	public static HttpEntity<byte[]> probe(@Nullable String secret, Instant now) {
		return WebhookProbe.request(secret, now);
	}

	/**
	 * Return whether a response to a {@linkplain #probe(String, Instant) probe} is that
	 * of a webhook endpoint that has verified it.
	 * @param status the HTTP status of the response
	 * @param headers the headers of the response
	 * @return whether the endpoint was reached
	 */
	public static boolean isProbeVerified(HttpStatusCode status, HttpHeaders headers) {
		return WebhookProbe.isVerified(status, headers);
	}

	/**
	 * Create the handler of requests for Spring MVC. A thread of the servlet container
	 * waits for a listener only if it is virtual or if a filter does not support
	 * asynchronous requests.
	 * @param receiver the receiver of webhooks
	 * @param maxBodySize the maximum size of the body of a request
	 * @param readTimeout the maximum time from the headers of a request to the end of its
	 * body
	 * @return the handler
	 */
	public static HttpRequestHandler webMvcHandler(CrispWebhookReceiver receiver, DataSize maxBodySize,
			Duration readTimeout) {
		return WebMvc.handler(receiver, maxBodySize, readTimeout);
	}

	/**
	 * Create the mapping of webhooks for Spring MVC. It precedes the controllers and the
	 * router functions of the application.
	 * @param handler the handler of requests
	 * @param path the path of the endpoint
	 * @return the mapping
	 */
	public static org.springframework.web.servlet.HandlerMapping webMvcHandlerMapping(HttpRequestHandler handler,
			String path) {
		return WebMvc.handlerMapping(handler, path);
	}

	/**
	 * Create the mapping of requests to the path of the endpoint that are not webhooks,
	 * for Spring MVC. The controllers of the application precede it.
	 * @param handler the handler of requests
	 * @param path the path of the endpoint
	 * @return the mapping
	 */
	public static org.springframework.web.servlet.HandlerMapping webMvcRejectionMapping(HttpRequestHandler handler,
			String path) {
		return WebMvc.rejectionMapping(handler, path);
	}

	/**
	 * Create the exception resolver for Spring MVC. It rejects multipart requests to the
	 * endpoint that cannot be read.
	 * @param receiver the receiver of webhooks
	 * @param path the path of the endpoint
	 * @return the exception resolver
	 */
	public static HandlerExceptionResolver webMvcExceptionResolver(CrispWebhookReceiver receiver, String path) {
		return WebMvc.exceptionResolver(receiver, path);
	}

	/**
	 * Create the outermost filter of the endpoint. It keeps the response of the endpoint
	 * if another filter fails once the endpoint has received a webhook, requests another
	 * delivery if a filter fails before, and logs why a webhook did not reach the
	 * endpoint.
	 * @param path the path of the endpoint
	 * @return the filter
	 */
	public static Filter outermostFilter(String path) {
		return WebMvc.outermostFilter(path);
	}

	/**
	 * Keep failures of a filter that observes requests from webhooks: a webhook whose
	 * observation cannot be started continues with the next filter.
	 * @param delegate the filter that observes requests
	 * @param path the path of the endpoint
	 * @return a filter in place of the given one
	 */
	public static Filter observationFilter(Filter delegate, String path) {
		return WebMvc.observationFilter(delegate, path);
	}

	/**
	 * Create the mapping of the endpoint for Spring WebFlux. It precedes the controllers
	 * and the router functions of the application.
	 * @param receiver the receiver of webhooks
	 * @param path the path of the endpoint
	 * @param maxBodySize the maximum size of the body of a request
	 * @param readTimeout the maximum time from the headers of a request to the end of its
	 * body
	 * @return the mapping
	 */
	public static HandlerMapping webFluxHandlerMapping(CrispWebhookReceiver receiver, String path, DataSize maxBodySize,
			Duration readTimeout) {
		return WebFlux.handlerMapping(receiver, path, maxBodySize, readTimeout);
	}

	/**
	 * Surround the filters of the endpoint on Spring WebFlux, so that a failure of an
	 * observation, or of a filter after the response, does not change the response, and
	 * Crisp delivers a webhook again if a filter fails before.
	 * @param builder the builder to customize, after all other customizers
	 * @param path the path of the endpoint
	 */
	public static void customize(WebHttpHandlerBuilder builder, String path) {
		WebhookHttpHandler.addTo(builder, path);
	}

	/**
	 * Creates the types of Spring MVC. The verification of a class loads the types to
	 * which it converts a return value, so this class must not be the one that also
	 * creates the types of Spring WebFlux.
	 */
	private static final class WebMvc {

		static HttpRequestHandler handler(CrispWebhookReceiver receiver, DataSize maxBodySize, Duration readTimeout) {
			return new WebhookRequestHandler(receiver, maxBodySize, readTimeout);
		}

		static org.springframework.web.servlet.HandlerMapping handlerMapping(HttpRequestHandler handler, String path) {
			return WebhookHandlerMapping.ofWebhooks(handler, path);
		}

		static org.springframework.web.servlet.HandlerMapping rejectionMapping(HttpRequestHandler handler,
				String path) {
			return WebhookHandlerMapping.ofRejections(handler, path);
		}

		static HandlerExceptionResolver exceptionResolver(CrispWebhookReceiver receiver, String path) {
			return new UnsupportedMultipart(receiver, path);
		}

		static Filter outermostFilter(String path) {
			return new WebhookFilter(path);
		}

		static Filter observationFilter(Filter delegate, String path) {
			return new WebhookObservationFilter(delegate, path);
		}

	}

	/**
	 * Creates the types of Spring WebFlux.
	 */
	private static final class WebFlux {

		/**
		 * Order of the mapping, before that of router functions, and the same as that of
		 * the endpoints of Spring Boot's Actuator.
		 */
		private static final int ORDER = -100;

		static HandlerMapping handlerMapping(CrispWebhookReceiver receiver, String path, DataSize maxBodySize,
				Duration readTimeout) {
			return new SimpleUrlHandlerMapping(Map.of(path, new WebhookWebHandler(receiver, maxBodySize, readTimeout)),
					ORDER);
		}

	}

}
