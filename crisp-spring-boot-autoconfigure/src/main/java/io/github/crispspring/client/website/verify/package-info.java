/**
 * Identity verification: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.verify;

import org.jspecify.annotations.NullMarked;
