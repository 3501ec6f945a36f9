/**
 * Part of the page that shows how the starter handles each event.
 */
@NullMarked
package io.github.crispspring.sample.timeline;

import org.jspecify.annotations.NullMarked;
