package io.github.crispspring.client.website.campaign;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Summary of a template.
 *
 * @param templateId the identifier of the template
 * @param type the type
 * @param name the name
 * @param format the format of its content, such as {@code html}
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 */
public record WebsiteCampaignTemplateExcerpt(@Nullable String templateId, @Nullable String type, @Nullable String name,
		@Nullable String format, @Nullable Instant createdAt, @Nullable Instant updatedAt) {

}
