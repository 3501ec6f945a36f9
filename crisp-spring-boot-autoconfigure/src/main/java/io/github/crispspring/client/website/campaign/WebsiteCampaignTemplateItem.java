package io.github.crispspring.client.website.campaign;

import java.time.Instant;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ReceiveOnly;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A template for campaigns.
 * <p>
 * Crisp sets the identifier and the times; omit them when saving a template.
 *
 * @param templateId the identifier of the template
 * @param type the type
 * @param name the name
 * @param format the format of its content, such as {@code html}
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 * @param content the content
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record WebsiteCampaignTemplateItem(@ReceiveOnly @Nullable String templateId, @Nullable String type,
		@Nullable String name, @Nullable String format, @ReceiveOnly @Nullable Instant createdAt,
		@ReceiveOnly @Nullable Instant updatedAt, @Nullable String content, @Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static WebsiteCampaignTemplateItemBuilder builder() {
		return WebsiteCampaignTemplateItemBuilder.builder();
	}

	/**
	 * Return a description without the content.
	 */
	@Override
	public String toString() {
		return "WebsiteCampaignTemplateItem[templateId=" + this.templateId + ", name=" + this.name + ", format="
				+ this.format + "]";
	}

}
