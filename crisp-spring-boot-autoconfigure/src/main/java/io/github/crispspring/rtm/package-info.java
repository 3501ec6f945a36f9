/**
 * Realtime connection to Crisp (RTM API): Socket.IO over a WebSocket, reconnection, and
 * recovery of missed messages. {@link io.github.crispspring.rtm.CrispRtm} is the entry
 * point.
 */
@NullMarked
package io.github.crispspring.rtm;

import org.jspecify.annotations.NullMarked;
