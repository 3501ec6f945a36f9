package io.github.crispspring.benchmarks.rtm;

/**
 * Fault with which a connection of the {@link FaultyServer} ends.
 */
enum Fault {

	/**
	 * The server does not send the handshake.
	 */
	NO_HANDSHAKE,

	/**
	 * The server does not respond to the connect packet.
	 */
	NO_CONNECT_RESPONSE,

	/**
	 * The server does not respond to the authentication.
	 */
	NO_AUTHENTICATION_RESPONSE,

	/**
	 * The TCP connection is reset.
	 */
	TCP_RESET,

	/**
	 * The WebSocket is closed.
	 */
	WEBSOCKET_CLOSE,

	/**
	 * The Socket.IO session is disconnected.
	 */
	SOCKET_IO_DISCONNECT,

	/**
	 * The server sends a malformed packet.
	 */
	MALFORMED_PACKET,

	/**
	 * The connection is reset between the attachments of an event.
	 */
	INCOMPLETE_EVENT,

	/**
	 * The server stops sending.
	 */
	SILENCE,

	/**
	 * The server sends events but no more pings.
	 */
	MISSING_PINGS,

	/**
	 * The server stops reading and sending.
	 */
	STALLED_TCP

}
