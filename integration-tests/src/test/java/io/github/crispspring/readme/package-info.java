/**
 * Examples of the documentation that require more than the starter.
 */
@NullMarked
package io.github.crispspring.readme;

import org.jspecify.annotations.NullMarked;
