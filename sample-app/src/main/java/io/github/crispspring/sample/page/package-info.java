/**
 * The page as a whole: one stream of server-sent events for all of its parts.
 */
@NullMarked
package io.github.crispspring.sample.page;

import org.jspecify.annotations.NullMarked;
