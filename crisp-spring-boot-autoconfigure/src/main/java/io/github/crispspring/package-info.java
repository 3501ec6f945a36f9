/**
 * Where one starts: {@code ReactiveCrispClient}, which holds all resource clients.
 */
@NullMarked
package io.github.crispspring;

import org.jspecify.annotations.NullMarked;
