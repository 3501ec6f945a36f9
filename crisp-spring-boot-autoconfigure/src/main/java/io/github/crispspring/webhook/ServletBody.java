package io.github.crispspring.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Body of a servlet request. A body that is not completely available is received without
 * blocking a thread, unless a filter has replaced the stream of the request or does not
 * support asynchronous requests.
 */
final class ServletBody implements WebhookBodySource, ReadListener {

	private static final int CHUNK_SIZE = 8192;

	private static final byte[] EMPTY = {};

	private final HttpServletRequest request;

	private final WebhookReads reads;

	private final long declaredLength;

	private @Nullable ServletInputStream stream;

	// Used by one thread at a time, that of the request or that of the read listener

	private byte[] bytes = EMPTY;

	private int length;

	private volatile boolean exhausted;

	// Guarded by the monitor

	private @Nullable WebhookBody result;

	private @Nullable Runnable callback;

	private @Nullable Disposable timer;

	private long reserved;

	ServletBody(HttpServletRequest request, WebhookReads reads) {
		this.request = request;
		this.reads = reads;
		this.declaredLength = request.getContentLengthLong();
	}

	/**
	 * Return whether the body should be {@linkplain #receive received} asynchronously, as
	 * a thread would otherwise block until it is complete, now or when the container
	 * cleans up. The available part is read.
	 * @param required whether the body is required
	 * @return {@code false} if the body is complete or can only be read by a blocking
	 * thread
	 */
	boolean isPending(boolean required) {
		if (this.stream != null || this.declaredLength == 0) {
			return false;
		}
		try {
			ServletInputStream stream = container(this.request).getInputStream();
			if (stream.isFinished()) {
				return false;
			}
			boolean original = stream == this.request.getInputStream();
			if ((original && isComplete(stream)) || (required && !original)) {
				return false;
			}
			// A filter may have read a part
			if (stream.isFinished() || !this.request.isAsyncSupported()) {
				return false;
			}
			this.stream = stream;
			return true;
		}
		catch (IllegalStateException | IOException ex) {
			// A filter has called getReader(), or the connection is lost
			return false;
		}
	}

	/**
	 * Read the available part, which does not block. If the length is not declared, bytes
	 * may be available that are framing rather than content, so nothing is read.
	 */
	private boolean isComplete(ServletInputStream stream) throws IOException {
		if (this.declaredLength < 0 || this.declaredLength > this.reads.maxBodySize()) {
			return false;
		}
		while (stream.available() > 0 && hasCapacity() && !readPart(stream)) {
			continue;
		}
		return this.exhausted;
	}

	private static ServletRequest container(ServletRequest request) {
		ServletRequest container = request;
		while (container instanceof ServletRequestWrapper wrapper) {
			container = wrapper.getRequest();
		}
		return container;
	}

	/**
	 * Receive the body of a suspended request.
	 * @param required whether the body is required; otherwise it is discarded
	 * @param callback callback invoked once, when {@link #read} no longer blocks
	 */
	void receive(boolean required, Runnable callback) {
		boolean ended;
		synchronized (this) {
			ended = this.result != null;
			if (!ended) {
				this.callback = callback;
				this.timer = Schedulers.parallel()
					.schedule(() -> end(WebhookBody.timedOut()), this.reads.timeout().toMillis(),
							TimeUnit.MILLISECONDS);
			}
		}
		try {
			if (this.stream != null) {
				// Without a listener, Tomcat blocks until the rest of an unread body is
				// received
				this.stream.setReadListener(this);
			}
		}
		catch (IllegalStateException ex) {
			end(WebhookBody.consumed());
		}
		if (ended) {
			callback.run();
		}
		else if (this.declaredLength > this.reads.maxBodySize()) {
			end(WebhookBody.tooLarge());
		}
		else if (!required) {
			discard();
		}
	}

	@Override
	public void onDataAvailable() throws IOException {
		ServletInputStream stream = this.stream;
		while (stream != null && hasCapacity() && stream.isReady() && !readPart(stream)) {
			continue;
		}
	}

	/**
	 * Read a part of the body.
	 * @return whether it was the last part
	 */
	private boolean readPart(ServletInputStream stream) throws IOException {
		int read = stream.read(this.bytes, this.length, this.bytes.length - this.length);
		this.length += Math.max(read, 0);
		if (this.length == this.declaredLength) {
			onAllDataRead();
			return true;
		}
		if (this.length > this.reads.maxBodySize()) {
			end(WebhookBody.tooLarge());
			return true;
		}
		return read < 0;
	}

	/**
	 * Ensure that there is capacity for at least one more byte.
	 */
	private boolean hasCapacity() {
		synchronized (this) {
			if (this.result != null) {
				this.bytes = EMPTY;
				return false;
			}
			if (this.length < this.bytes.length) {
				return true;
			}
			long limit = (this.declaredLength > 0) ? this.declaredLength : this.reads.maxBodySize() + 1L;
			int larger = (int) Math.min(Math.max(CHUNK_SIZE, this.bytes.length * 2L), limit);
			if (this.reads.reserve(larger - this.bytes.length)) {
				this.reserved += larger - this.bytes.length;
				this.bytes = Arrays.copyOf(this.bytes, larger);
				return true;
			}
		}
		end(WebhookBody.outOfCapacity());
		return false;
	}

	@Override
	public void onAllDataRead() {
		this.exhausted = true;
		byte[] all = (this.bytes.length == this.length) ? this.bytes : Arrays.copyOf(this.bytes, this.length);
		end(WebhookBody.of(all, this.declaredLength));
	}

	/**
	 * Release the memory of a body that is not read any further.
	 */
	void discard() {
		end(WebhookBody.consumed());
	}

	@Override
	public void onError(Throwable failure) {
		end(WebhookBody.unreadable());
	}

	private void end(WebhookBody result) {
		Runnable callback;
		Disposable timer;
		synchronized (this) {
			if (this.result != null) {
				return;
			}
			this.result = result;
			this.reads.release(this.reserved);
			callback = this.callback;
			timer = this.timer;
		}
		if (timer != null) {
			timer.dispose();
		}
		if (callback != null) {
			callback.run();
		}
	}

	/**
	 * Return whether the body could not be received.
	 */
	synchronized boolean hasFailed() {
		return this.result != null && this.result.problem() != null;
	}

	/**
	 * Return whether a part of the body was not read, so that the connection cannot be
	 * reused.
	 */
	boolean isAbandoned() {
		return this.stream != null && !this.exhausted;
	}

	@Override
	public Mono<WebhookBody> read() {
		return Mono.fromSupplier(() -> {
			WebhookBody received;
			synchronized (this) {
				received = this.result;
			}
			if (received == null) {
				received = readNow();
				end(received);
			}
			return received;
		});
	}

	private WebhookBody readNow() {
		if (this.declaredLength > this.reads.maxBodySize()) {
			return WebhookBody.tooLarge();
		}
		try {
			if (!this.reads.blocking().tryAcquire()) {
				return WebhookBody.outOfCapacity();
			}
			try {
				return readBlocking(this.request.getInputStream());
			}
			finally {
				this.reads.blocking().release();
			}
		}
		catch (IllegalStateException ex) {
			// A filter has called getReader()
			return WebhookBody.consumed();
		}
		catch (IOException ex) {
			return WebhookBody.unreadable();
		}
	}

	/**
	 * Limit the total time, as the container limits the time of each read only.
	 */
	private WebhookBody readBlocking(InputStream stream) throws IOException {
		long start = System.nanoTime();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(this.bytes, 0, this.length);
		byte[] chunk = new byte[CHUNK_SIZE];
		while (bytes.size() <= this.reads.maxBodySize()) {
			int read = stream.read(chunk);
			if (read < 0) {
				return body(bytes.toByteArray());
			}
			bytes.write(chunk, 0, read);
			if (System.nanoTime() - start > this.reads.timeout().toNanos()) {
				return WebhookBody.timedOut();
			}
		}
		return WebhookBody.tooLarge();
	}

	private WebhookBody body(byte[] read) {
		byte[] bytes = (read.length != 0) ? read : cached();
		return (bytes.length > this.reads.maxBodySize()) ? WebhookBody.tooLarge()
				: WebhookBody.of(bytes, this.declaredLength);
	}

	private byte[] cached() {
		ContentCachingRequestWrapper caching = WebUtils.getNativeRequest(this.request,
				ContentCachingRequestWrapper.class);
		return (caching != null) ? caching.getContentAsByteArray() : EMPTY;
	}

}
