package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * Whether and how an entry of the tree is shown.
 *
 * @param published whether it is published
 * @param hidden whether it is hidden
 * @param featured whether it is put forward
 */
public record HelpdeskTreeState(@Nullable Boolean published, @Nullable Boolean hidden, @Nullable Boolean featured) {

}
