/**
 * Auto-configuration of an embedded Crisp.
 */
@NullMarked
package io.github.crispspring.embedded.autoconfigure;

import org.jspecify.annotations.NullMarked;
