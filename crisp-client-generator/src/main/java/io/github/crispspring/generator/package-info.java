/**
 * Generation of the blocking clients from the reactive ones.
 */
@NullMarked
package io.github.crispspring.generator;

import org.jspecify.annotations.NullMarked;
