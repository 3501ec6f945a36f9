/**
 * What several instances of an application agree upon, by means of Spring Integration's
 * shared locks and stores: which one is connected, and what was handled.
 */
@NullMarked
package io.github.crispspring.replicas;

import org.jspecify.annotations.NullMarked;
