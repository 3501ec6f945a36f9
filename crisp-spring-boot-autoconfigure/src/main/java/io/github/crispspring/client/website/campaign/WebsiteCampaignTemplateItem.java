package io.github.crispspring.client.website.campaign;

import java.time.Instant;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ManagedByCrisp;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A template for campaigns.
 * <p>
 * Crisp sets the identifier and the times; to save a template, leave them out.
 *
 * @param templateId the identifier of the template
 * @param type its type
 * @param name its name
 * @param format the format of its content, such as {@code html}
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param content what it says
 * @param extraFields the fields without a readable component, if any
 */
@RecordBuilder
public record WebsiteCampaignTemplateItem(@ManagedByCrisp @Nullable String templateId, @Nullable String type,
		@Nullable String name, @Nullable String format, @ManagedByCrisp @Nullable Instant createdAt,
		@ManagedByCrisp @Nullable Instant updatedAt, @Nullable String content, @Nullable ExtraFields extraFields) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static WebsiteCampaignTemplateItemBuilder builder() {
		return WebsiteCampaignTemplateItemBuilder.builder();
	}

	/**
	 * Describes the template without what it says.
	 */
	@Override
	public String toString() {
		return "WebsiteCampaignTemplateItem[templateId=" + this.templateId + ", name=" + this.name + ", format="
				+ this.format + "]";
	}

}
