/**
 * The realtime connection: Socket.IO over one WebSocket, and its life from discovery to
 * stop.
 */
@NullMarked
package io.github.crispspring.rtm;

import org.jspecify.annotations.NullMarked;
