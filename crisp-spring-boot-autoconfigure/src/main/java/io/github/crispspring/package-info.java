/**
 * Where one starts: {@code CrispClient}, which holds all resource clients.
 */
@NullMarked
package io.github.crispspring;

import org.jspecify.annotations.NullMarked;
