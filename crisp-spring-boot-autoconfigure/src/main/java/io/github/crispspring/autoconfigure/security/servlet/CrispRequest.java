package io.github.crispspring.autoconfigure.security.servlet;

import java.util.function.Supplier;

import io.github.crispspring.autoconfigure.CrispWebhookProperties;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.web.servlet.ApplicationContextRequestMatcher;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.WebApplicationContext;

/**
 * Factory for a {@link RequestMatcher} that matches webhooks, to permit them in Spring
 * Security. The endpoint verifies webhooks by their signature or key, so that they need
 * neither a user nor a CSRF token.
 */
public final class CrispRequest {

	private CrispRequest() {
	}

	/**
	 * Return a matcher for the requests that the endpoint accepts: {@code POST} to
	 * {@code crisp.webhook.path} below the context path. It matches nothing if the
	 * endpoint is not configured.
	 * @return the matcher
	 */
	public static RequestMatcher toWebhook() {
		return new WebhookRequestMatcher();
	}

	private static final class WebhookRequestMatcher extends ApplicationContextRequestMatcher<ApplicationContext> {

		private volatile @Nullable RequestMatcher delegate;

		private WebhookRequestMatcher() {
			super(ApplicationContext.class);
		}

		@Override
		protected boolean ignoreApplicationContext(WebApplicationContext applicationContext) {
			return hasServerNamespace(applicationContext, "management");
		}

		@Override
		protected void initialized(Supplier<ApplicationContext> context) {
			CrispWebhookProperties properties = context.get()
				.getBeanProvider(CrispWebhookProperties.class)
				.getIfUnique();
			if (properties != null) {
				this.delegate = matcher(properties.path(), context.get());
			}
		}

		private RequestMatcher matcher(String path, ApplicationContext context) {
			DispatcherServletPath servlet = context.getBeanProvider(DispatcherServletPath.class).getIfUnique();
			String prefix = (servlet != null) ? servlet.getPrefix() : "";
			return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, prefix + path);
		}

		@Override
		protected boolean matches(HttpServletRequest request, Supplier<ApplicationContext> context) {
			RequestMatcher delegate = this.delegate;
			return delegate != null && delegate.matches(request);
		}

	}

}
