/**
 * The part of the page that shows each event as the starter handles it.
 */
@NullMarked
package io.github.crispspring.sample.timeline;

import org.jspecify.annotations.NullMarked;
