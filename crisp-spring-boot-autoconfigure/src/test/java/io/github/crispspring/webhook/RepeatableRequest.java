package io.github.crispspring.webhook;

import java.io.ByteArrayInputStream;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Request whose body can be read repeatedly, as created by many filters.
 */
class RepeatableRequest extends HttpServletRequestWrapper {

	private final byte[] body;

	RepeatableRequest(HttpServletRequest request, byte[] body) {
		super(request);
		this.body = body;
	}

	@Override
	public ServletInputStream getInputStream() {
		ByteArrayInputStream stream = new ByteArrayInputStream(this.body);
		return new BlockingInputStream() {

			@Override
			public int read() {
				return stream.read();
			}

			@Override
			public boolean isFinished() {
				return stream.available() == 0;
			}

		};
	}

}
