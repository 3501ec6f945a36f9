/**
 * Tests of applications with an embedded Crisp.
 */
@NullMarked
package io.github.crispspring.embedded.test;

import org.jspecify.annotations.NullMarked;
