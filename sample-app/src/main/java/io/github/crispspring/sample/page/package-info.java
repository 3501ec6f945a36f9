/**
 * Stream of server-sent events for all parts of the page.
 */
@NullMarked
package io.github.crispspring.sample.page;

import org.jspecify.annotations.NullMarked;
