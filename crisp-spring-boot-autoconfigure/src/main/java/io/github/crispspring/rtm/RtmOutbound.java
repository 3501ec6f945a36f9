package io.github.crispspring.rtm;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * What is sent on one connection, a frame after the other. Few frames wait at a time: who
 * sends one can wait until the socket has taken it.
 */
final class RtmOutbound {

	private static final int CAPACITY = 64;

	/**
	 * How long the socket may take for a frame.
	 */
	static final Duration LIMIT = Duration.ofSeconds(10);

	private final Sinks.Many<Frame> frames = Sinks.many()
		.unicast()
		.onBackpressureBuffer(Queues.<Frame>get(CAPACITY).get());

	/**
	 * All frames, for the socket to take.
	 */
	Flux<String> frames() {
		return this.frames.asFlux().doOnNext((frame) -> frame.taken().tryEmitEmpty()).map(Frame::text);
	}

	/**
	 * Send a frame.
	 * @return completes when the socket has taken it, or fails where it does not
	 */
	Mono<Void> send(String text) {
		return Mono.defer(() -> {
			Frame frame = new Frame(text, Sinks.empty());
			return switch (emit(frame)) {
				case OK -> frame.taken().asMono().timeout(LIMIT, Mono.error(RtmOutbound::notTaken));
				case FAIL_OVERFLOW -> Mono.error(notTaken());
				default -> Mono.error(new RtmProtocolException("The connection is closed"));
			};
		});
	}

	private synchronized Sinks.EmitResult emit(Frame frame) {
		return this.frames.tryEmitNext(frame);
	}

	/**
	 * Send nothing more after what was sent.
	 */
	synchronized void complete() {
		this.frames.tryEmitComplete();
	}

	private static RtmProtocolException notTaken() {
		return new RtmProtocolException("The other end does not read what it is sent");
	}

	private record Frame(String text, Sinks.Empty<Void> taken) {

		/**
		 * Describes nothing: a frame can hold the credentials.
		 */
		@Override
		public String toString() {
			return "Frame";
		}

	}

}
