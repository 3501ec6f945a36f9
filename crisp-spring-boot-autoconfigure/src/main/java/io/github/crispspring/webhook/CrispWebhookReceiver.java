package io.github.crispspring.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispEventRejectedException;
import io.github.crispspring.event.ChatMessageEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import tools.jackson.core.JacksonException;

import org.springframework.lang.Contract;

/**
 * Receiver of webhooks, for Spring MVC and Spring WebFlux. By default, it responds when
 * the listeners have completed, so that Crisp delivers an event again if it could not be
 * handled.
 * <p>
 * The status of the response is
 * <ul>
 * <li>200 if the event was handled</li>
 * <li>202 or 503 if the listeners take longer than the acknowledgement timeout, depending
 * on the {@link CrispAcknowledgement}</li>
 * <li>400 if the body is not an event</li>
 * <li>401 if the request cannot be verified</li>
 * <li>405 if the method is not {@code POST}</li>
 * <li>408 if the body is not received in time</li>
 * <li>413 if the body is too large</li>
 * <li>415 if the body is not JSON</li>
 * <li>500 if a listener failed</li>
 * <li>503 if the event is not accepted because the queue has no capacity, duplicates
 * cannot be detected, or the application is stopping</li>
 * </ul>
 */
public final class CrispWebhookReceiver {

	private static final Log logger = LogFactory.getLog(CrispWebhookReceiver.class);

	private final CrispWebhookVerifier verifier;

	private final CrispEventReader reader;

	private final CrispEventDispatcher dispatcher;

	private final CrispAcknowledgement acknowledgement;

	private final Deadlines acknowledgeDeadlines;

	private final Clock clock;

	private final WebhookRejections rejections;

	private final WebhookHistory history;

	CrispWebhookReceiver(CrispWebhookVerifier verifier, CrispEventReader reader, CrispEventDispatcher dispatcher,
			CrispAcknowledgement acknowledgement, Duration acknowledgeTimeout, Clock clock) {
		this.verifier = verifier;
		this.reader = reader;
		this.dispatcher = dispatcher;
		this.acknowledgement = acknowledgement;
		this.acknowledgeDeadlines = new Deadlines(acknowledgeTimeout);
		this.clock = clock;
		this.rejections = new WebhookRejections(clock);
		this.history = new WebhookHistory(clock);
	}

	/**
	 * Receive a request.
	 * @return the result, which provides the response
	 */
	WebhookResult receive(WebhookRequest request) {
		WebhookRejection rejection = rejection(request);
		if (rejection != null) {
			return new WebhookResult(request, false, Mono.just(reject(rejection)));
		}
		return new WebhookResult(request, true, Mono
			.deferContextual((context) -> request.body().read().flatMap((body) -> respond(request, body, context)))
			.onErrorResume((ex) -> Mono.just(notAccepted(ex)))
			.doOnNext(this.history::add));
	}

	/**
	 * The observation of the request is bound to the thread on Spring MVC, but part of
	 * the reactive context on Spring WebFlux. The dispatcher expects it to be bound to
	 * the thread.
	 */
	private Mono<WebhookResponse> respond(WebhookRequest request, WebhookBody body, ContextView context) {
		Observation observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		WebhookScope scope = WebhookScope.open(observation);
		try {
			WebhookRejection problem = body.problem();
			return (problem != null) ? Mono.just(reject(problem)) : respond(request, body.bytes());
		}
		catch (JacksonException ex) {
			return Mono.just(reject(WebhookRejection.CONTENT));
		}
		catch (Throwable ex) {
			// Reactor rethrows what it considers fatal instead of signalling it
			return Mono.just(notAccepted(ex));
		}
		finally {
			if (scope != null) {
				scope.close();
			}
		}
	}

	private Mono<WebhookResponse> respond(WebhookRequest request, byte[] body) {
		WebhookVerification verification = this.verifier.verify(request, body);
		String account = verification.account();
		if (account == null) {
			return Mono.just(reject(Objects.requireNonNull(verification.rejection())));
		}
		WebhookEnvelope envelope = WebhookEnvelope.read(body);
		if (envelope == null && WebhookProbe.matches(body)) {
			return Mono.just(WebhookResponse.PROBED);
		}
		if (envelope == null) {
			return Mono.just(reject(WebhookRejection.CONTENT));
		}
		CrispEvent event = this.reader.read(envelope.event(), envelope.websiteId(), envelope.data());
		CrispDelivery delivery = new CrispDelivery(account, CrispDelivery.Transport.WEBHOOK, id(event, body),
				envelope.timestamp(), this.clock.instant(), number(request.attempt(), 1),
				number(request.attemptLimit(), null), body.length, envelope.data());
		return dispatch(event, delivery);
	}

	/**
	 * Check the headers, so that the body of a request that is rejected is not received.
	 */
	private @Nullable WebhookRejection rejection(WebhookRequest request) {
		if (!request.method().equals("POST")) {
			return WebhookRejection.METHOD;
		}
		if (!request.isJson()) {
			return WebhookRejection.MEDIA_TYPE;
		}
		return this.verifier.verifyHeaders(request);
	}

	private Mono<WebhookResponse> dispatch(CrispEvent event, CrispDelivery delivery) {
		if (this.acknowledgement == CrispAcknowledgement.ON_RECEIPT) {
			return Mono.just(this.dispatcher.tryDispatch(event, delivery) ? WebhookResponse.HANDLED
					: reject(this.dispatcher.isDeduplicatorReady() ? WebhookRejection.SATURATION
							: WebhookRejection.DEDUPLICATION));
		}
		Mono<Void> handled = this.dispatcher.dispatch(event, delivery);
		// One sink costs less than a chain of operators
		return Mono.create((sink) -> {
			sink.onDispose(this.acknowledgeDeadlines.start(() -> sink.success(late())));
			handled.subscribe(null, (ex) -> sink.success(failed(ex)), () -> sink.success(WebhookResponse.HANDLED));
		});
	}

	private WebhookResponse late() {
		return (this.acknowledgement == CrispAcknowledgement.AFTER_HANDLING) ? WebhookResponse.ACCEPTED
				: reject(WebhookRejection.UNFINISHED);
	}

	/**
	 * Respond to an event that was accepted but not handled. The dispatcher has logged
	 * and reported the failure.
	 */
	private WebhookResponse failed(Throwable failure) {
		if (failure instanceof CrispEventRejectedException rejected) {
			return reject(rejected);
		}
		logger.debug("Failed to handle the event of a webhook", failure);
		return WebhookResponse.FAILED;
	}

	/**
	 * Respond to an event that was not accepted.
	 */
	private WebhookResponse notAccepted(Throwable failure) {
		if (failure instanceof CrispEventRejectedException rejected) {
			return reject(rejected);
		}
		logger.error("Failed to dispatch the event of a webhook; responding with status 500", failure);
		return WebhookResponse.FAILED;
	}

	private WebhookResponse reject(CrispEventRejectedException rejected) {
		WebhookRejection rejection = switch (rejected.getReason()) {
			case CAPACITY -> WebhookRejection.SATURATION;
			case DEDUPLICATION -> WebhookRejection.DEDUPLICATION;
		};
		return reject(rejection);
	}

	/**
	 * Log and count a request that is rejected.
	 */
	WebhookResponse reject(WebhookRejection rejection) {
		this.rejections.add(rejection);
		this.history.add(rejection);
		return rejection.response();
	}

	/**
	 * Return the number of rejected requests.
	 * @return the number of requests since the start for each reason, such as
	 * {@code signature} or {@code age}
	 */
	public Map<String, Long> getRejectionCounts() {
		return this.rejections.counts();
	}

	/**
	 * Return the outcomes of the deliveries since the start.
	 * @return the outcomes, that of the last delivery first; empty if nothing was
	 * received
	 */
	public List<Outcome> getOutcomes() {
		return this.history.outcomes();
	}

	/**
	 * Headers are not signed, so the number must be used for information only.
	 */
	@Contract("_, !null -> !null")
	private @Nullable Integer number(@Nullable String header, @Nullable Integer otherwise) {
		try {
			return (header != null) ? Integer.valueOf(header) : otherwise;
		}
		catch (NumberFormatException ex) {
			return otherwise;
		}
	}

	/**
	 * Identify an event by the body of its request, which is the same in each delivery. A
	 * message is identified by its fingerprint instead, regardless of the transport.
	 */
	private @Nullable String id(CrispEvent event, byte[] body) {
		return (event instanceof ChatMessageEvent message && message.fingerprint() != 0) ? null : digest(body);
	}

	private String digest(byte[] body) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is not available", ex);
		}
	}

	/**
	 * Outcome that deliveries had since the start of the application, without content of
	 * a request.
	 *
	 * @param name the name of the outcome: {@code handled}, {@code accepted},
	 * {@code failed}, or the reason of a rejection as in {@link #getRejectionCounts()}
	 * @param status the HTTP status of the response
	 * @param count the number of deliveries with this outcome
	 * @param lastAt when the last of them was received
	 * @param problem why the request was rejected or the event was not handled, or
	 * {@code null} for a delivery that was acknowledged
	 */
	public record Outcome(String name, int status, long count, Instant lastAt, @Nullable String problem) {

	}

}
