package io.github.crispspring.client.website.campaign;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A template in short.
 *
 * @param templateId the identifier of the template
 * @param type its type
 * @param name its name
 * @param format the format of its content, such as {@code html}
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 */
public record WebsiteCampaignTemplateExcerpt(@Nullable String templateId, @Nullable String type, @Nullable String name,
		@Nullable String format, @Nullable Instant createdAt, @Nullable Instant updatedAt) {

}
