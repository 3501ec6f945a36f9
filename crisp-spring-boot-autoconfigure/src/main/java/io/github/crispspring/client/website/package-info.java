/**
 * Client for all operations on websites, which extends the clients of the subpackages.
 */
@NullMarked
package io.github.crispspring.client.website;

import org.jspecify.annotations.NullMarked;
