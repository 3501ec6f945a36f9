/**
 * The signatures that Crisp and an application prove themselves with to each other.
 */
@NullMarked
package io.github.crispspring.signature;

import org.jspecify.annotations.NullMarked;
