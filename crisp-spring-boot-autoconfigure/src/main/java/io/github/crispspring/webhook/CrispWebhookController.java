package io.github.crispspring.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispEventDispatcher;
import io.github.crispspring.listener.CrispSaturatedException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Contract;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The endpoint that receives web hooks, on Spring MVC and on Spring WebFlux. It answers
 * when the listeners are done, so that Crisp delivers an event again that could not be
 * handled.
 */
@RestController
public class CrispWebhookController {

	private final CrispWebhookProof proof;

	private final CrispEventReader reader;

	private final CrispEventDispatcher dispatcher;

	private final Duration acknowledgeTimeout;

	private final Clock clock = Clock.systemUTC();

	/**
	 * Create the endpoint.
	 * @param proof what makes a request believed
	 * @param reader how events are read
	 * @param dispatcher where events go
	 * @param acknowledgeTimeout how long Crisp is kept waiting for the listeners
	 */
	public CrispWebhookController(CrispWebhookProof proof, CrispEventReader reader, CrispEventDispatcher dispatcher,
			Duration acknowledgeTimeout) {
		this.proof = proof;
		this.reader = reader;
		this.dispatcher = dispatcher;
		this.acknowledgeTimeout = acknowledgeTimeout;
	}

	/**
	 * Receive a web hook.
	 * @param body the body as it was received
	 * @param signature the signature of a plugin hook
	 * @param timestamp when the request was signed
	 * @param attempt how often the event was delivered with this time
	 * @param attemptLimit how often the event is delivered at most
	 * @param key the key of a website hook
	 * @return 200 if the event was handled, 202 if that takes longer, 401 if the request
	 * is not proved to be from Crisp, 400 if it is no event, 500 if a listener failed,
	 * 503 if too many events are waiting
	 */
	@PostMapping("${crisp.webhook.path:/crisp/webhook}")
	public Mono<ResponseEntity<ProblemDetail>> receive(@RequestBody(required = false) byte @Nullable [] body,
			@RequestHeader(name = "X-Crisp-Signature", required = false) @Nullable String signature,
			@RequestHeader(name = "X-Crisp-Request-Timestamp", required = false) @Nullable String timestamp,
			@RequestHeader(name = "X-Delivery-Attempt-Count", required = false) @Nullable String attempt,
			@RequestHeader(name = "X-Delivery-Attempt-Limit", required = false) @Nullable String attemptLimit,
			@RequestParam(name = "key", required = false) @Nullable String key) {
		byte[] bytes = (body != null) ? body : new byte[0];
		if (!this.proof.accepts(signature, timestamp, bytes, key)) {
			return Mono.just(problem(HttpStatus.UNAUTHORIZED, "The request is not proved to be from Crisp."));
		}
		WebhookEnvelope envelope = WebhookEnvelope.read(bytes);
		if (envelope == null || envelope.event() == null || envelope.data() == null) {
			return Mono.just(problem(HttpStatus.BAD_REQUEST, "The body is not an event of Crisp."));
		}
		CrispEvent event = this.reader.read(envelope.event(), envelope.websiteId(), envelope.data());
		CrispDelivery delivery = new CrispDelivery(CrispDelivery.Transport.WEBHOOK, digest(bytes), envelope.timestamp(),
				this.clock.instant(), number(attempt, 1), number(attemptLimit, null), envelope.data());
		return answer(event, delivery);
	}

	private Mono<ResponseEntity<ProblemDetail>> answer(CrispEvent event, CrispDelivery delivery) {
		try {
			return this.dispatcher.dispatch(event, delivery)
				.then(Mono.fromSupplier(() -> ResponseEntity.ok().<ProblemDetail>build()))
				.onErrorReturn(problem(HttpStatus.INTERNAL_SERVER_ERROR, "The event could not be handled."))
				.timeout(this.acknowledgeTimeout, Mono.fromSupplier(() -> ResponseEntity.accepted().build()));
		}
		catch (CrispSaturatedException ex) {
			return Mono.just(ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
				.header(HttpHeaders.RETRY_AFTER, "1")
				.body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
						"Too many events are waiting. Deliver this one again later.")));
		}
	}

	private ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
		return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
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
