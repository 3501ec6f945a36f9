/**
 * An embedded Crisp for development and tests: its REST API, webhooks and realtime
 * connection, in memory and on the loopback interface.
 */
@NullMarked
package io.github.crispspring.embedded;

import org.jspecify.annotations.NullMarked;
