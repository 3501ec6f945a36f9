/**
 * The plans that websites subscribed to: the clients and their records.
 */
@NullMarked
package io.github.crispspring.client.plan;

import org.jspecify.annotations.NullMarked;
