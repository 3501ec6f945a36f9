/**
 * Coordination of several instances of an application: leadership for the realtime
 * connection, based on the locks of Spring Integration, and shared detection of
 * duplicates in a database or Redis.
 */
@NullMarked
package io.github.crispspring.replicas;

import org.jspecify.annotations.NullMarked;
