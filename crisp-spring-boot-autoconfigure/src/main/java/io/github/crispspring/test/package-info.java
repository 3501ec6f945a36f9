/**
 * Tests of applications: events reach their listeners, and what the listeners send stays
 * here.
 */
@NullMarked
package io.github.crispspring.test;

import org.jspecify.annotations.NullMarked;
