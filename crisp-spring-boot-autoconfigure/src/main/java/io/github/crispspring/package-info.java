/**
 * Entry points: {@code CrispClient} and {@code ReactiveCrispClient}, which hold all
 * resource clients.
 */
@NullMarked
package io.github.crispspring;

import org.jspecify.annotations.NullMarked;
