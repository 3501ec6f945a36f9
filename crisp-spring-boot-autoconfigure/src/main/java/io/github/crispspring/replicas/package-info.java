/**
 * Coordination of several instances of an application, based on the locks and metadata
 * stores of Spring Integration: leadership for the realtime connection, and shared
 * detection of duplicates.
 */
@NullMarked
package io.github.crispspring.replicas;

import org.jspecify.annotations.NullMarked;
