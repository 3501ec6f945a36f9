package io.github.crispspring.rtm;

import org.jspecify.annotations.Nullable;

/**
 * Non-daemon thread that keeps the process running without a web server.
 */
final class RtmKeepAlive {

	private @Nullable Thread thread;

	/**
	 * Start the thread, if it is not running.
	 */
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

	/**
	 * Stop the thread, if it is running.
	 */
	synchronized void stop() {
		if (this.thread != null) {
			this.thread.interrupt();
			this.thread = null;
		}
	}

}
