package io.github.crispspring.benchmarks.rtm;

/**
 * How a connection of the {@link RudeServer} ends.
 */
enum Manners {

	/**
	 * It says nothing once it is open.
	 */
	DOES_NOT_BEGIN,

	/**
	 * It does not answer that it is connected.
	 */
	DOES_NOT_CONNECT,

	/**
	 * It does not answer the authentication.
	 */
	DOES_NOT_AUTHENTICATE,

	/**
	 * TCP is reset.
	 */
	RESETS,

	/**
	 * The WebSocket is closed.
	 */
	CLOSES,

	/**
	 * Socket.IO is disconnected.
	 */
	DISCONNECTS,

	/**
	 * What it sends makes no sense.
	 */
	TALKS_NONSENSE,

	/**
	 * It dies in the middle of an event's attachments.
	 */
	BREAKS_OFF,

	/**
	 * It sends nothing any more.
	 */
	FALLS_SILENT,

	/**
	 * It sends events but no pings any more.
	 */
	STOPS_PINGING,

	/**
	 * It reads nothing any more, and sends nothing either.
	 */
	FREEZES

}
