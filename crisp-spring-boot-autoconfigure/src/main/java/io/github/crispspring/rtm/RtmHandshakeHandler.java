package io.github.crispspring.rtm;

import java.time.Duration;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Sinks;
import reactor.netty.NettyPipeline;

/**
 * Channel handler that reports a failed WebSocket handshake as exactly one
 * {@link RtmHandshakeException}. It removes itself when the handshake succeeds.
 */
final class RtmHandshakeHandler extends ChannelInboundHandlerAdapter {

	private static final String NAME = "crispRtmHandshake";

	private final Sinks.Empty<Void> failure;

	private boolean failed;

	private RtmHandshakeHandler(Sinks.Empty<Void> failure) {
		this.failure = failure;
	}

	/**
	 * Add a handler to a channel.
	 * @param channel the channel
	 * @param failure emits the failure. Reactor Netty, which would log it as well, is not
	 * notified
	 */
	static void addTo(Channel channel, Sinks.Empty<Void> failure) {
		ChannelPipeline pipeline = channel.pipeline();
		if (pipeline.get(NettyPipeline.ReactiveBridge) != null) {
			pipeline.addBefore(NettyPipeline.ReactiveBridge, NAME, new RtmHandshakeHandler(failure));
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (!(message instanceof FullHttpResponse response)) {
			context.fireChannelRead(message);
		}
		else if (HttpResponseStatus.SWITCHING_PROTOCOLS.equals(response.status())) {
			context.fireChannelRead(message);
			context.pipeline().remove(this);
		}
		else {
			RtmHandshakeException failure = new RtmHandshakeException(
					"the server responded to the WebSocket handshake with " + response.status().code(),
					seconds(response.headers().get(HttpHeaderNames.RETRY_AFTER)));
			ReferenceCountUtil.release(message);
			fail(context, failure);
		}
	}

	/**
	 * Dates are ignored, as the clock of the server may differ.
	 */
	private static @Nullable Duration seconds(@Nullable String header) {
		boolean number = header != null && header.matches("\\d{1,9}");
		return number ? Duration.ofSeconds(Long.parseLong(header)) : null;
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		boolean withoutTrace = cause.getStackTrace().length == 0 && cause.getCause() == null;
		fail(context, withoutTrace ? cause : new RtmHandshakeException(describe(cause), null));
	}

	private static String describe(Throwable cause) {
		Throwable root = cause;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String message = root.getMessage();
		return root.getClass().getSimpleName() + ((message != null) ? " (" + message + ")" : "");
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		if (!this.failed) {
			fail(context,
					new RtmHandshakeException("the server closed the connection before the WebSocket opened", null));
		}
	}

	private void fail(ChannelHandlerContext context, Throwable failure) {
		if (!this.failed) {
			this.failed = true;
			this.failure.tryEmitError(failure);
			context.close();
		}
	}

}
