/**
 * All that can be done with a website: {@code ReactiveWebsiteClient}, which joins the
 * clients of the packages below.
 */
@NullMarked
package io.github.crispspring.client.website;

import org.jspecify.annotations.NullMarked;
