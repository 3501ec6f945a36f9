package io.github.crispspring.client.website.campaign;

import org.jspecify.annotations.Nullable;

/**
 * Identifier of a new template.
 *
 * @param templateId the identifier of the template
 */
public record CreatedWebsiteCampaignTemplate(@Nullable String templateId) {

}
