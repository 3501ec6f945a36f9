package io.github.crispspring.webhook;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.SignalType;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Collects the body of a request without blocking, within the limits of size, time and
 * memory. A single subscriber costs less than a chain of operators.
 */
final class BodyCollector extends BaseSubscriber<DataBuffer> {

	private static final byte[] EMPTY = {};

	private final MonoSink<WebhookBody> sink;

	private final long declaredLength;

	private final WebhookReads reads;

	private final Deadlines deadlines;

	private byte[] bytes = EMPTY;

	private int length;

	private @Nullable Disposable timeout;

	private long reserved;

	private boolean ended;

	/**
	 * Create a collector, which begins when it is subscribed.
	 * @param sink receives the body, or the reason why it could not be received
	 * @param declaredLength the declared length in bytes, negative if unknown
	 * @param reads the limits
	 * @param deadlines the deadlines of bodies
	 */
	BodyCollector(MonoSink<WebhookBody> sink, long declaredLength, WebhookReads reads, Deadlines deadlines) {
		this.sink = sink;
		this.declaredLength = declaredLength;
		this.reads = reads;
		this.deadlines = deadlines;
	}

	@Override
	public Context currentContext() {
		return Context.of(this.sink.contextView());
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		this.sink.onDispose(this);
		this.timeout = this.deadlines.start(() -> end(WebhookBody.timedOut()));
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	protected void hookOnNext(DataBuffer buffer) {
		WebhookBody problem;
		try {
			problem = append(buffer);
		}
		finally {
			DataBufferUtils.release(buffer);
		}
		if (problem != null) {
			end(problem);
		}
	}

	private synchronized @Nullable WebhookBody append(DataBuffer buffer) {
		int size = buffer.readableByteCount();
		if (this.ended) {
			return null;
		}
		if (this.length + size > this.reads.maxBodySize()) {
			return WebhookBody.tooLarge();
		}
		if (!this.reads.reserve(size)) {
			return WebhookBody.outOfCapacity();
		}
		this.reserved += size;
		ensureCapacity(size);
		buffer.read(this.bytes, this.length, size);
		this.length += size;
		return null;
	}

	/**
	 * Most bodies are received as one part, whose size is then the capacity.
	 */
	private void ensureCapacity(int size) {
		if (this.bytes.length - this.length < size) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.length * 2, this.length + size));
		}
	}

	@Override
	protected void hookOnComplete() {
		byte[] all = (this.bytes.length == this.length) ? this.bytes : Arrays.copyOf(this.bytes, this.length);
		this.sink.success(WebhookBody.of(all, this.declaredLength));
	}

	@Override
	protected void hookOnError(Throwable failure) {
		// The server rejects a second reader
		this.sink
			.success((failure instanceof IllegalStateException) ? WebhookBody.consumed() : WebhookBody.unreadable());
	}

	private void end(WebhookBody problem) {
		this.sink.success(problem);
		cancel();
	}

	@Override
	protected void hookFinally(SignalType type) {
		Disposable timeout = this.timeout;
		if (timeout != null) {
			timeout.dispose();
		}
		synchronized (this) {
			this.ended = true;
			this.reads.release(this.reserved);
			this.reserved = 0;
		}
	}

}
