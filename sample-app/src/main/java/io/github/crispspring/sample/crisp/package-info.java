/**
 * An embedded Crisp: the server's side of the platform, small and in memory, which the
 * sample talks to over real sockets when it has no credentials. Nothing in here knows the
 * starter; both meet on the wire only.
 */
@NullMarked
package io.github.crispspring.sample.crisp;

import org.jspecify.annotations.NullMarked;
