package io.github.crispspring.webhook;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/**
 * Base class for streams of request bodies that do not support non-blocking reads, as
 * those of many filters.
 */
abstract class BlockingInputStream extends ServletInputStream {

	@Override
	public boolean isReady() {
		return true;
	}

	@Override
	public void setReadListener(ReadListener listener) {
		throw new UnsupportedOperationException();
	}

}
