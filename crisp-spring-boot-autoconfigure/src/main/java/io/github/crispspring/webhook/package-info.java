/**
 * Web hooks: proof that a request is from Crisp, and the endpoint that receives it.
 */
@NullMarked
package io.github.crispspring.webhook;

import org.jspecify.annotations.NullMarked;
