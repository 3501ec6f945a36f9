package io.github.crispspring.webhook;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Path of the endpoint, for what surrounds the filters of a servlet container.
 */
final class WebhookPath {

	private final PathPattern pattern;

	WebhookPath(String path) {
		this.pattern = PathPatternParser.defaultInstance.parse(path);
	}

	/**
	 * Return whether a request is for the endpoint, regardless of the servlet path.
	 */
	boolean matches(HttpServletRequest request) {
		RequestPath path;
		try {
			path = ServletRequestPathUtils.hasParsedRequestPath(request)
					? ServletRequestPathUtils.getParsedRequestPath(request) : ServletRequestPathUtils.parse(request);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
		return this.pattern.matches(path.pathWithinApplication());
	}

}
