package io.github.crispspring.client.website.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A template that was just created.
 *
 * @param templateId the identifier of the template
 */
public record WebsiteCampaignTemplateNew(@Nullable String templateId) {

}
