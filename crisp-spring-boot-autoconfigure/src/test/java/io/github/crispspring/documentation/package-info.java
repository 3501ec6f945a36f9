/**
 * Tests of the documentation, and the Java of its examples.
 */
@NullMarked
package io.github.crispspring.documentation;

import org.jspecify.annotations.NullMarked;
