/**
 * In-memory Crisp server, which the sample uses without credentials. It is independent of
 * the starter: both communicate over sockets only.
 */
@NullMarked
package io.github.crispspring.sample.crisp;

import org.jspecify.annotations.NullMarked;
