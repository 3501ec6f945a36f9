/**
 * Webhooks: verification of requests and the endpoint that receives them.
 */
@NullMarked
package io.github.crispspring.webhook;

import org.jspecify.annotations.NullMarked;
