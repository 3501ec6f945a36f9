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
 * The body of a servlet request. A body that has not arrived as a whole is received
 * without a thread that waits for it, unless a filter has replaced the stream of the
 * request or does not support asynchronous requests.
 */
final class ServletBody implements WebhookBodySource, ReadListener {

	private static final int CHUNK_SIZE = 8192;

	private static final byte[] EMPTY = {};

	private final HttpServletRequest request;

	private final WebhookReads reads;

	private final long announced;

	private @Nullable ServletInputStream stream;

	// Used by one thread at a time, that of the request or that of the listener

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
		this.announced = request.getContentLengthLong();
	}

	/**
	 * Return whether a thread would have to wait for the body, now or when the container
	 * cleans up, but need not if the body is {@link #receive received}. What has arrived
	 * is read.
	 * @param required whether the body is needed
	 * @return {@code false} if the body has arrived as a whole, or can only be waited for
	 */
	boolean isPending(boolean required) {
		if (this.stream != null || this.announced == 0) {
			return false;
		}
		try {
			ServletInputStream stream = container(this.request).getInputStream();
			if (stream.isFinished()) {
				return false;
			}
			boolean original = stream == this.request.getInputStream();
			if ((original && hasArrived(stream)) || (required && !original)) {
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
	 * Read what has arrived, which never blocks as long as something is available. Of a
	 * body without an announced length, the framing may be available, but no content.
	 */
	private boolean hasArrived(ServletInputStream stream) throws IOException {
		if (this.announced < 0 || this.announced > this.reads.maxBodySize()) {
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
	 * Receive the body of a request that is suspended.
	 * @param required whether the body is needed; otherwise it is discarded
	 * @param callback called once, when {@link #read} does not have to wait
	 */
	void receive(boolean required, Runnable callback) {
		boolean ended;
		synchronized (this) {
			ended = this.result != null;
			if (!ended) {
				this.callback = callback;
				this.timer = Schedulers.parallel()
					.schedule(() -> end(WebhookBody.late()), this.reads.timeout().toMillis(), TimeUnit.MILLISECONDS);
			}
		}
		try {
			if (this.stream != null) {
				// Without a listener, Tomcat waits for the rest of a body nobody reads
				this.stream.setReadListener(this);
			}
		}
		catch (IllegalStateException ex) {
			end(WebhookBody.consumed());
		}
		if (ended) {
			callback.run();
		}
		else if (this.announced > this.reads.maxBodySize()) {
			end(WebhookBody.tooLarge());
		}
		else if (!required) {
			end(WebhookBody.consumed());
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
	 * @return whether it was the last one
	 */
	private boolean readPart(ServletInputStream stream) throws IOException {
		int read = stream.read(this.bytes, this.length, this.bytes.length - this.length);
		this.length += Math.max(read, 0);
		if (this.length == this.announced) {
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
			long limit = (this.announced > 0) ? this.announced : this.reads.maxBodySize() + 1L;
			int larger = (int) Math.min(Math.max(CHUNK_SIZE, this.bytes.length * 2L), limit);
			if (this.reads.reserve(larger - this.bytes.length)) {
				this.reserved += larger - this.bytes.length;
				this.bytes = Arrays.copyOf(this.bytes, larger);
				return true;
			}
		}
		end(WebhookBody.unaffordable());
		return false;
	}

	@Override
	public void onAllDataRead() {
		this.exhausted = true;
		byte[] all = (this.bytes.length == this.length) ? this.bytes : Arrays.copyOf(this.bytes, this.length);
		end(WebhookBody.of(all, this.announced));
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
	 * used for another request.
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
		if (this.announced > this.reads.maxBodySize()) {
			return WebhookBody.tooLarge();
		}
		try {
			if (!this.reads.blocking().tryAcquire()) {
				return WebhookBody.unaffordable();
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
	 * The container limits the time of each read, but not the time of all.
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
				return WebhookBody.late();
			}
		}
		return WebhookBody.tooLarge();
	}

	private WebhookBody body(byte[] read) {
		byte[] bytes = (read.length != 0) ? read : cached();
		return (bytes.length > this.reads.maxBodySize()) ? WebhookBody.tooLarge()
				: WebhookBody.of(bytes, this.announced);
	}

	private byte[] cached() {
		ContentCachingRequestWrapper caching = WebUtils.getNativeRequest(this.request,
				ContentCachingRequestWrapper.class);
		return (caching != null) ? caching.getContentAsByteArray() : EMPTY;
	}

}
