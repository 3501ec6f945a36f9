/**
 * File storage: client and model types.
 */
@NullMarked
package io.github.crispspring.client.bucket;

import org.jspecify.annotations.NullMarked;
