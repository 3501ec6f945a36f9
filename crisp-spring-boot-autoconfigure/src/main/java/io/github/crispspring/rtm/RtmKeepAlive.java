package io.github.crispspring.rtm;

import org.jspecify.annotations.Nullable;

/**
 * Thread that keeps the process alive, as the threads of a web server do, while a
 * connection is wanted.
 */
final class RtmKeepAlive {

	private @Nullable Thread thread;

	synchronized void start() {
		if (this.thread == null) {
			Thread thread = new Thread(RtmKeepAlive::sleep, "crisp-rtm-keep-alive");
			thread.setDaemon(false);
			thread.start();
			this.thread = thread;
		}
	}

	private static void sleep() {
		try {
			Thread.sleep(Long.MAX_VALUE);
		}
		catch (InterruptedException ex) {
			// Stopped
		}
	}

	synchronized void stop() {
		if (this.thread != null) {
			this.thread.interrupt();
			this.thread = null;
		}
	}

}
