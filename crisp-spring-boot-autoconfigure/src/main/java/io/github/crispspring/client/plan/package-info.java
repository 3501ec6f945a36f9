/**
 * Plans of websites: clients and model types.
 */
@NullMarked
package io.github.crispspring.client.plan;

import org.jspecify.annotations.NullMarked;
