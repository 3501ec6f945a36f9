package io.github.crispspring.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispEventRejectedException;
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

import org.springframework.lang.Contract;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The endpoint that receives web hooks, on Spring MVC and on Spring WebFlux. By default,
 * it answers when the listeners are done, so that Crisp delivers an event again that
 * could not be handled.
 * <p>
 * It answers 200 if the event was handled, 202 or 503 if that takes longer, 400 if the
 * body is no event, 401 if the request cannot be verified, 405 to another method than
 * POST, 408 if the body does not arrive in time, 413 if the body is too large, 415 if it
 * is no JSON, 500 if a listener failed, and 503 if no more events are accepted now.
 */
@Controller
public class CrispWebhookController {

	private static final String PATH = "${crisp.webhook.path:/crisp/webhook}";

	private static final Log logger = LogFactory.getLog(CrispWebhookController.class);

	private final CrispWebhookVerifier proof;

	private final CrispEventReader reader;

	private final CrispEventDispatcher dispatcher;

	private final CrispAcknowledgement acknowledgement;

	private final Duration acknowledgeTimeout;

	private final Clock clock;

	private final WebhookRejections refusals;

	/**
	 * Create the endpoint.
	 * @param proof what makes a request believed
	 * @param reader how events are read
	 * @param dispatcher where events go
	 * @param acknowledgement when an event is acknowledged
	 * @param acknowledgeTimeout how long Crisp is kept waiting for the listeners
	 * @param clock tells the time
	 */
	public CrispWebhookController(CrispWebhookVerifier proof, CrispEventReader reader, CrispEventDispatcher dispatcher,
			CrispAcknowledgement acknowledgement, Duration acknowledgeTimeout, Clock clock) {
		this.proof = proof;
		this.reader = reader;
		this.dispatcher = dispatcher;
		this.acknowledgement = acknowledgement;
		this.acknowledgeTimeout = acknowledgeTimeout;
		this.clock = clock;
		this.refusals = new WebhookRejections(clock);
	}

	@RequestMapping(PATH)
	WebhookReply receive(WebhookRequest request) {
		WebhookRejection refusal = refusal(request);
		if (refusal != null) {
			return new WebhookReply(request, false, Mono.just(refuse(refusal)));
		}
		return new WebhookReply(request, true,
				Mono.deferContextual(
						(context) -> request.body().read().flatMap((body) -> answer(request, body, context)))
					.onErrorResume((ex) -> Mono.just(notAccepted(ex))));
	}

	/**
	 * Spring would answer OPTIONS itself, and tell of verbs that are not allowed.
	 */
	@RequestMapping(path = PATH, method = RequestMethod.OPTIONS)
	WebhookReply receiveOptions(WebhookRequest request) {
		return receive(request);
	}

	/**
	 * What is observed of the request is with the thread on Spring MVC, but in the
	 * reactive context on Spring WebFlux; the handling of the event looks for it at the
	 * thread.
	 */
	private Mono<WebhookResponse> answer(WebhookRequest request, WebhookBody body, ContextView context) {
		Observation observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		WebhookScope scope = WebhookScope.open(observation);
		try {
			WebhookRejection problem = body.problem();
			return (problem != null) ? Mono.just(refuse(problem)) : answer(request, body.bytes());
		}
		catch (Throwable ex) {
			// Reactor would not turn a fatal error into an answer
			return Mono.just(notAccepted(ex));
		}
		finally {
			if (scope != null) {
				scope.close();
			}
		}
	}

	private Mono<WebhookResponse> answer(WebhookRequest request, byte[] body) {
		WebhookRejection refusal = this.proof.refusal(request, body);
		if (refusal != null) {
			return Mono.just(refuse(refusal));
		}
		WebhookEnvelope envelope = WebhookEnvelope.read(body);
		if (envelope == null) {
			return Mono.just(refuse(WebhookRejection.CONTENT));
		}
		CrispEvent event = this.reader.read(envelope.event(), envelope.websiteId(), envelope.data());
		CrispDelivery delivery = new CrispDelivery(CrispDelivery.Transport.WEBHOOK, digest(body), envelope.timestamp(),
				this.clock.instant(), number(request.attempt(), 1), number(request.attemptLimit(), null),
				envelope.data())
			.withSize(body.length);
		return dispatch(event, delivery);
	}

	/**
	 * A body that is not needed is not read, and nothing is parsed before the request is
	 * verified.
	 */
	private @Nullable WebhookRejection refusal(WebhookRequest request) {
		if (!request.method().equals("POST")) {
			return WebhookRejection.VERB;
		}
		if (!request.isJson()) {
			return WebhookRejection.MEDIA_TYPE;
		}
		return this.proof.refusal(request);
	}

	private Mono<WebhookResponse> dispatch(CrispEvent event, CrispDelivery delivery) {
		if (this.acknowledgement == CrispAcknowledgement.ON_RECEIPT) {
			return Mono.just(this.dispatcher.tryDispatch(event, delivery) ? WebhookResponse.HANDLED
					: refuse(WebhookRejection.SATURATION));
		}
		Mono<Void> handled = this.dispatcher.dispatch(event, delivery);
		return handled.then(Mono.just(WebhookResponse.HANDLED))
			.onErrorResume((ex) -> Mono.just(failed(ex)))
			.timeout(this.acknowledgeTimeout, Mono.fromSupplier(this::late));
	}

	private WebhookResponse late() {
		return (this.acknowledgement == CrispAcknowledgement.AFTER_HANDLING) ? WebhookResponse.ACCEPTED
				: refuse(WebhookRejection.UNFINISHED);
	}

	/**
	 * The event was accepted, and a listener's failure reported to the error handler.
	 */
	private WebhookResponse failed(Throwable failure) {
		if (failure instanceof CrispEventRejectedException) {
			return refuse(WebhookRejection.SATURATION);
		}
		logger.debug("The event of a web hook could not be handled", failure);
		return WebhookResponse.FAILED;
	}

	/**
	 * The event was not accepted.
	 */
	private WebhookResponse notAccepted(Throwable failure) {
		if (failure instanceof CrispEventRejectedException) {
			return refuse(WebhookRejection.SATURATION);
		}
		logger.error("The event of a web hook did not reach its listeners", failure);
		return WebhookResponse.FAILED;
	}

	/**
	 * Log and count a request that is rejected.
	 */
	WebhookResponse refuse(WebhookRejection refusal) {
		this.refusals.refused(refusal);
		return refusal.answer();
	}

	/**
	 * Return how many requests were refused.
	 * @return the number of requests since the start for each reason, such as
	 * {@code signature} or {@code age}
	 */
	public Map<String, Long> getRefusalCounts() {
		return this.refusals.counts();
	}

	/**
	 * A header is not signed: nothing may depend on it but what is shown.
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
	 * A redelivery has the same body, whatever its headers say.
	 */
	private String digest(byte[] body) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
