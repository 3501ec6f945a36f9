package io.github.crispspring.autoconfigure.actuate;

import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

import javax.net.ssl.SSLException;

import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import io.github.crispspring.webhook.CrispWebhookEndpoint;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Checks whether the public URL of the webhook reaches an endpoint with the same secret.
 * Findings contain the host and path of the URL only, as its query may contain a key.
 */
final class WebhookUrlCheck implements DiagnosticCheck {

	private final WebClient client;

	private final String url;

	private final @Nullable String secret;

	/**
	 * Create a check.
	 * @param client the client, which does not follow redirects
	 * @param url the URL as it is set in Crisp
	 * @param secret the secret to sign the request with, {@code null} if the URL contains
	 * a key
	 */
	WebhookUrlCheck(WebClient client, String url, @Nullable String secret) {
		this.client = client;
		this.url = url;
		this.secret = secret;
	}

	@Override
	public String name() {
		return "webhook-url";
	}

	@Override
	public Flux<Finding> findings() {
		URI uri = uri();
		if (uri == null) {
			return Flux.just(Finding.error(name(), "The URL is malformed.",
					"Set 'webhookUrl' to the complete URL of the webhook as it is set in Crisp, such as https://bot.example.com/crisp/webhook."));
		}
		String shown = StringUtils.uriDecode(uri.getHost() + uri.getRawPath(), StandardCharsets.UTF_8);
		Flux<Finding> reached = probe(uri).map((response) -> finding(shown, response))
			.onErrorResume(WebClientRequestException.class, (ex) -> Mono.just(unreachable(shown, ex)))
			.flux();
		return "https".equalsIgnoreCase(uri.getScheme()) ? reached
				: reached.concatWithValues(Finding.warning(name(), "The URL does not use HTTPS.",
						"Set a URL with HTTPS in Crisp, which delivers the webhooks of plugins over HTTPS only."));
	}

	private @Nullable URI uri() {
		try {
			URI uri = new URI(this.url.strip());
			boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
			return (http && uri.getHost() != null && uri.getRawUserInfo() == null) ? uri : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private Mono<Probed> probe(URI uri) {
		HttpEntity<byte[]> request = CrispWebhookEndpoint.probe(this.secret, Instant.now());
		return this.client.post()
			.uri(uri)
			.headers((headers) -> headers.addAll(request.getHeaders()))
			.bodyValue(Objects.requireNonNull(request.getBody()))
			.exchangeToMono((response) -> response.releaseBody()
				.thenReturn(new Probed(response.statusCode().value(), CrispWebhookEndpoint
					.isProbeVerified(response.statusCode(), response.headers().asHttpHeaders()))));
	}

	private Finding finding(String shown, Probed response) {
		if (response.verified()) {
			return Finding.ok(name(),
					"%s reaches a webhook endpoint that verifies requests with the same secret or key."
						.formatted(shown));
		}
		int status = response.status();
		return Finding.error(name(),
				"%s responds with status %d instead of that of the webhook endpoint.".formatted(shown, status),
				action(status));
	}

	private String action(int status) {
		if (status >= 300 && status < 400) {
			return "Set the URL in Crisp to the one it redirects to, as Crisp does not follow redirects. If it is a login page, let Spring Security permit the webhook.";
		}
		return switch (status) {
			case 400 -> "Check that no proxy or filter changes the body.";
			case 401 ->
				"If the finding about deliveries names a rejection at this time, act on it. Otherwise, something before the endpoint requires authentication, such as Spring Security or a proxy: let it permit the webhook.";
			case 403 -> "Let Spring Security, or the proxy, permit the webhook without CSRF protection.";
			case 404, 405 ->
				"Check the path, including the context path and 'crisp.webhook.path', and the rules of the proxy.";
			case 502, 503, 504 -> "Check that the proxy can reach this application.";
			default -> "Check which application responds at this URL.";
		};
	}

	private Finding unreachable(String shown, WebClientRequestException ex) {
		return Finding.error(name(), "%s cannot be reached: %s.".formatted(shown, describe(ex)),
				"Check the DNS name, the certificate, the port and the firewall. If only Crisp can reach the URL, but not this application, the finding about deliveries is decisive.");
	}

	/**
	 * Describe a failure without its message, which may contain the URL.
	 */
	static String describe(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnknownHostException) {
				return "its host is unknown";
			}
			if (cause instanceof SSLException) {
				return "the TLS handshake failed";
			}
			if (cause instanceof ConnectException) {
				return "no connection can be established";
			}
		}
		return NestedExceptionUtils.getMostSpecificCause(failure).getClass().getSimpleName();
	}

	/**
	 * Response to the probe.
	 */
	private record Probed(int status, boolean verified) {

	}

}
