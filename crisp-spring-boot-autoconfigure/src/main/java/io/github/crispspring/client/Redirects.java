package io.github.crispspring.client;

import reactor.netty.http.client.HttpClientRequest;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.ClassUtils;

/**
 * Rejects a request whose HTTP client would follow redirects, where that can be seen: a
 * redirect would carry credentials, headers and bodies to another host.
 */
final class Redirects {

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClientRequest",
			Redirects.class.getClassLoader());

	private Redirects() {
	}

	/**
	 * Check a request before it is sent.
	 * @param request the request
	 * @throws IllegalStateException if redirects would be followed
	 */
	static void assertNotFollowed(ClientHttpRequest request) {
		if (REACTOR_NETTY) {
			ReactorNetty.assertNotFollowed(request.getNativeRequest());
		}
	}

	private static final class ReactorNetty {

		static void assertNotFollowed(Object nativeRequest) {
			if (nativeRequest instanceof HttpClientRequest request && request.isFollowRedirect()) {
				throw new FollowedException();
			}
		}

	}

	/**
	 * Redirects would be followed.
	 */
	static final class FollowedException extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		FollowedException() {
			super("The HTTP client must not follow redirects, which would send the credentials to other hosts: "
					+ "build its connector with 'HttpRedirects.DONT_FOLLOW'");
		}

	}

}
