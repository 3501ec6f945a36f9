/**
 * Media that can be sent in messages: the client.
 */
@NullMarked
package io.github.crispspring.client.media;

import org.jspecify.annotations.NullMarked;
