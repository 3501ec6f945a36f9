/**
 * Where to connect on behalf of a website: the client and its record.
 */
@NullMarked
package io.github.crispspring.client.website.connect;

import org.jspecify.annotations.NullMarked;
