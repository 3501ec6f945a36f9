/**
 * Signatures of requests from Crisp and of visitors' identities.
 */
@NullMarked
package io.github.crispspring.signature;

import org.jspecify.annotations.NullMarked;
