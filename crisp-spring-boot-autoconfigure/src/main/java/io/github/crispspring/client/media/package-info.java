/**
 * Media that can be sent in messages: client.
 */
@NullMarked
package io.github.crispspring.client.media;

import org.jspecify.annotations.NullMarked;
