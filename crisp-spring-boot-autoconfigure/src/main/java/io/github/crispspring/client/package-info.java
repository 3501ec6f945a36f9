/**
 * Infrastructure for REST calls: credentials, encoding, response envelope, retry and
 * exceptions. The clients are in the subpackages.
 */
@NullMarked
package io.github.crispspring.client;

import org.jspecify.annotations.NullMarked;
