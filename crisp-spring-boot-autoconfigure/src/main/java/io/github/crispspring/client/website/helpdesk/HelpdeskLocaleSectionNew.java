package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * A section that was added.
 *
 * @param sectionId its identifier
 */
public record HelpdeskLocaleSectionNew(@Nullable String sectionId) {

}
