package io.github.crispspring.webhook;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Filter that observes requests by another filter, whose failures keep no webhook from
 * being handled. A webhook whose observation cannot be started continues with the next
 * filter, so that only the observation is skipped.
 */
final class WebhookObservationFilter implements Filter {

	private final Filter delegate;

	private final WebhookPath path;

	private final WebhookFailures failures = new WebhookFailures();

	/**
	 * Create a filter.
	 * @param delegate the filter that observes requests
	 * @param path path of the endpoint
	 */
	WebhookObservationFilter(Filter delegate, String path) {
		this.delegate = delegate;
		this.path = new WebhookPath(path);
	}

	@Override
	public void init(FilterConfig config) throws ServletException {
		this.delegate.init(config);
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!(request instanceof HttpServletRequest http) || !this.path.matches(http)) {
			this.delegate.doFilter(request, response, chain);
			return;
		}
		ObservedChain observed = new ObservedChain(chain);
		try {
			this.delegate.doFilter(request, response, observed);
		}
		catch (Throwable ex) {
			if (ex != observed.failure) {
				this.failures.observation(ex);
			}
		}
		if (!observed.called) {
			chain.doFilter(request, response);
		}
		if (observed.failure != null) {
			rethrow(observed.failure);
		}
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void rethrow(Throwable failure) throws T {
		throw (T) failure;
	}

	@Override
	public void destroy() {
		this.delegate.destroy();
	}

	/**
	 * Distinguishes failures of the observed filters from failures of the observation.
	 */
	private static final class ObservedChain implements FilterChain {

		private final FilterChain chain;

		private boolean called;

		private @Nullable Throwable failure;

		ObservedChain(FilterChain chain) {
			this.chain = chain;
		}

		@Override
		public void doFilter(ServletRequest request, ServletResponse response) throws IOException, ServletException {
			this.called = true;
			try {
				this.chain.doFilter(request, response);
			}
			catch (Throwable ex) {
				this.failure = ex;
				throw ex;
			}
		}

	}

}
