package io.github.crispspring.autoconfigure.security.reactive;

import java.util.function.Supplier;

import io.github.crispspring.autoconfigure.CrispWebhookProperties;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.security.web.reactive.ApplicationContextServerWebExchangeMatcher;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;

/**
 * Factory for a {@link ServerWebExchangeMatcher} that matches webhooks, to permit them in
 * Spring Security. The endpoint verifies webhooks by their signature or key, so that they
 * need neither a user nor a CSRF token.
 */
public final class CrispRequest {

	private CrispRequest() {
	}

	/**
	 * Return a matcher for the requests that the endpoint accepts: {@code POST} to
	 * {@code crisp.webhook.path} below the base path. It matches nothing if the endpoint
	 * is not configured.
	 * @return the matcher
	 */
	public static ServerWebExchangeMatcher toWebhook() {
		return new WebhookExchangeMatcher();
	}

	private static final class WebhookExchangeMatcher
			extends ApplicationContextServerWebExchangeMatcher<ApplicationContext> {

		private volatile @Nullable ServerWebExchangeMatcher delegate;

		private WebhookExchangeMatcher() {
			super(ApplicationContext.class);
		}

		@Override
		protected boolean ignoreApplicationContext(@Nullable ApplicationContext applicationContext) {
			return hasServerNamespace(applicationContext, "management");
		}

		@Override
		protected void initialized(Supplier<ApplicationContext> context) {
			CrispWebhookProperties properties = context.get()
				.getBeanProvider(CrispWebhookProperties.class)
				.getIfUnique();
			if (properties != null) {
				this.delegate = ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, properties.path());
			}
		}

		@Override
		protected Mono<MatchResult> matches(ServerWebExchange exchange, Supplier<ApplicationContext> context) {
			ServerWebExchangeMatcher delegate = this.delegate;
			return (delegate != null) ? delegate.matches(exchange) : MatchResult.notMatch();
		}

	}

}
