/**
 * Auto-configuration and configuration properties for Crisp.
 */
@NullMarked
package io.github.crispspring.autoconfigure;

import org.jspecify.annotations.NullMarked;
