/**
 * Tests with several instances of an application in separate processes.
 */
@NullMarked
package io.github.crispspring.replicas;

import org.jspecify.annotations.NullMarked;
