/**
 * Comparison of Crisp itself with the contract that the clients are built on.
 */
@NullMarked
package io.github.crispspring.live;

import org.jspecify.annotations.NullMarked;
