package io.github.crispspring.rtm;

import java.net.URI;
import java.util.Locale;

/**
 * Thrown when a connection cannot be established. The message names host and port.
 */
final class RtmConnectException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RtmConnectException(String problem, Throwable cause) {
		super(problem + ": " + describe(cause), cause);
	}

	/**
	 * Return host and port of a URL.
	 */
	static String hostAndPort(URI url) {
		boolean secure = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT).endsWith("s");
		int port = (url.getPort() >= 0) ? url.getPort() : (secure ? 443 : 80);
		return url.getHost() + ":" + port;
	}

	private static String describe(Throwable cause) {
		String message = cause.getMessage();
		return (message != null) ? message.strip() : cause.getClass().getSimpleName();
	}

}
