package io.github.crispspring.client;

import reactor.netty.http.client.HttpClientRequest;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.ClassUtils;

/**
 * Rejects requests of an HTTP client that follows or may follow redirects, which would
 * send credentials, headers and bodies to other hosts. Only for Reactor Netty can this be
 * determined from a request.
 *
 * @param declaredDisabled whether the application declared that the HTTP client does not
 * follow redirects
 */
record Redirects(boolean declaredDisabled) {

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClientRequest",
			Redirects.class.getClassLoader());

	/**
	 * Check a request before it is sent.
	 * @param request the request
	 * @throws FollowedException if the HTTP client may follow redirects
	 */
	void assertNotFollowed(ClientHttpRequest request) {
		Object nativeRequest = request.getNativeRequest();
		if (REACTOR_NETTY && ReactorNetty.isRequest(nativeRequest)) {
			if (ReactorNetty.followsRedirect(nativeRequest)) {
				throw new FollowedException(
						"The HTTP client must not follow redirects, which would send the credentials to other hosts. "
								+ "Build its connector with 'HttpRedirects.DONT_FOLLOW'");
			}
		}
		else if (!this.declaredDisabled) {
			throw new FollowedException("The HTTP client must not follow redirects, which cannot be verified for %s. "
				.formatted(nativeRequest.getClass().getName())
					+ "Build its connector with 'HttpRedirects.DONT_FOLLOW' and call 'redirectsDisabled()'");
		}
	}

	private static final class ReactorNetty {

		static boolean isRequest(Object nativeRequest) {
			return nativeRequest instanceof HttpClientRequest;
		}

		static boolean followsRedirect(Object nativeRequest) {
			return ((HttpClientRequest) nativeRequest).isFollowRedirect();
		}

	}

	/**
	 * Exception for an HTTP client that may follow redirects.
	 */
	static final class FollowedException extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		FollowedException(String message) {
			super(message);
		}

	}

}
