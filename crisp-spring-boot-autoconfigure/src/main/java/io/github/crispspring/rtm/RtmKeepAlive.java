package io.github.crispspring.rtm;

import org.jspecify.annotations.Nullable;

/**
 * Non-daemon thread that keeps the process running without a web server. All connections
 * of the process share one.
 */
final class RtmKeepAlive {

	private static final Object MONITOR = new Object();

	private static @Nullable Thread thread;

	private static int holders;

	private boolean held;

	/**
	 * Start the thread, if it is not running.
	 */
	void start() {
		synchronized (MONITOR) {
			if (!this.held) {
				this.held = true;
				holders++;
			}
			if (thread == null) {
				Thread started = new Thread(RtmKeepAlive::sleep, "crisp-rtm-keep-alive");
				started.setDaemon(false);
				started.start();
				thread = started;
			}
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
	 * Stop the thread, if no other connection requires it.
	 */
	void stop() {
		synchronized (MONITOR) {
			if (this.held) {
				this.held = false;
				holders--;
			}
			if (holders == 0 && thread != null) {
				thread.interrupt();
				thread = null;
			}
		}
	}

}
