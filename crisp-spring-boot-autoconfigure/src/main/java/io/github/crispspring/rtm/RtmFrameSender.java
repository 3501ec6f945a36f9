package io.github.crispspring.rtm;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * Sends frames over one WebSocket in order. The queue of unsent frames is bounded, and
 * each sender can wait until its frame is written.
 */
final class RtmFrameSender {

	private static final int CAPACITY = 64;

	/**
	 * Time limit for the WebSocket to take one frame.
	 */
	static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final Sinks.Many<Frame> frames = Sinks.many()
		.unicast()
		.onBackpressureBuffer(Queues.<Frame>get(CAPACITY).get());

	/**
	 * Return the frames that the WebSocket is to send.
	 */
	Flux<String> frames() {
		return this.frames.asFlux().doOnNext((frame) -> frame.taken().tryEmitEmpty()).map(Frame::text);
	}

	/**
	 * Send a frame.
	 * @param text the payload of the frame
	 * @return completes when the WebSocket has taken the frame; fails with an
	 * {@link RtmProtocolException} if it does not in time or is closed
	 */
	Mono<Void> send(String text) {
		return Mono.defer(() -> {
			Frame frame = new Frame(text, Sinks.empty());
			return switch (emit(frame)) {
				case OK -> frame.taken().asMono().timeout(TIMEOUT, Mono.error(RtmFrameSender::notTaken));
				case FAIL_OVERFLOW -> Mono.error(notTaken());
				default -> Mono.error(new RtmProtocolException("The connection is closed"));
			};
		});
	}

	private synchronized Sinks.EmitResult emit(Frame frame) {
		return this.frames.tryEmitNext(frame);
	}

	/**
	 * Complete the frames; those that were passed to {@link #send} before are still sent.
	 */
	synchronized void complete() {
		this.frames.tryEmitComplete();
	}

	private static RtmProtocolException notTaken() {
		return new RtmProtocolException("The server does not read what is sent to it");
	}

	private record Frame(String text, Sinks.Empty<Void> taken) {

		/**
		 * Return no content, as a frame may contain the credentials.
		 */
		@Override
		public String toString() {
			return "Frame";
		}

	}

}
