/**
 * Where files can be uploaded: the client and its record.
 */
@NullMarked
package io.github.crispspring.client.bucket;

import org.jspecify.annotations.NullMarked;
