package io.github.crispspring.ai;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.client.website.conversation.ConversationListQuery;
import io.github.crispspring.client.website.operator.WebsiteOperator;
import io.github.crispspring.client.website.operator.WebsiteOperatorListItem;
import io.github.crispspring.client.website.people.PeopleProfile;
import io.github.crispspring.client.website.people.PeopleSearch;
import io.github.crispspring.model.PeopleFilter;
import io.github.crispspring.model.PeopleProfileCompany;
import io.github.crispspring.model.PeopleProfilePerson;
import io.github.crispspring.model.SuggestedSegment;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.util.StringUtils;

/**
 * Tools that read all conversations and people of websites.
 */
final class WebsiteTools {

	private final WebsiteClient client;

	private final ToolScope scope;

	private final ToolLimits limits;

	private final boolean notes;

	WebsiteTools(WebsiteClient client, ToolScope scope, ToolLimits limits, boolean notes) {
		this.client = client;
		this.scope = scope;
		this.limits = limits;
		this.notes = notes;
	}

	@Tool(name = "crisp_list_websites",
			description = "List the identifiers of the websites whose customer support you can access.")
	Collection<String> listWebsites() {
		return this.scope.websites();
	}

	@Tool(name = "crisp_search_conversations", description = """
			Search the customer support conversations of a website, the last changed first. Returns a page of \
			short summaries; read a conversation's messages with 'crisp_read_messages'.""")
	List<ConversationSummary> searchConversations(
			@ToolParam(required = false, description = ToolDescriptions.WEBSITE_ID) @Nullable String websiteId,
			@ToolParam(required = false,
					description = "A text that the conversation contains. All conversations if omitted.") @Nullable String text,
			@ToolParam(required = false,
					description = "Whether to return only conversations that are not resolved") @Nullable Boolean onlyOpen,
			@ToolParam(required = false, description = "The number of the page, from 1") @Nullable Integer page) {
		ConversationListQuery query = ConversationListQuery.builder()
			.perPage(this.limits.maxResults())
			.search(StringUtils.hasText(text) ? ConversationListQuery.Search.text(text) : null)
			.filterNotResolved(Boolean.TRUE.equals(onlyOpen) ? true : null)
			.orderDateUpdated(true)
			.build();
		return this.client
			.listConversations(this.scope.website(websiteId), (page != null) ? Math.max(1, page) : 1, query)
			.stream()
			.limit(this.limits.maxResults())
			.map((conversation) -> ConversationSummary.of(conversation, this.limits, this.notes))
			.toList();
	}

	@Tool(name = "crisp_get_person", description = """
			Get the profile of a customer by e-mail address: name, company, segments and custom data. \
			Returns an empty list if the address is unknown.""")
	List<PersonDetails> getPerson(
			@ToolParam(required = false, description = ToolDescriptions.WEBSITE_ID) @Nullable String websiteId,
			@ToolParam(description = "The e-mail address of the customer") @Nullable String email) {
		String website = this.scope.website(websiteId);
		PeopleFilter address = new PeopleFilter("people", "email", "eq", List.of(ToolScope.text("email", email)));
		return this.client.listPeopleProfiles(website, 1, PeopleSearch.allOf(address))
			.stream()
			.limit(this.limits.maxResults())
			.map((profile) -> details(website, profile))
			.toList();
	}

	private PersonDetails details(String website, PeopleProfile profile) {
		PeopleProfilePerson person = profile.person();
		PeopleProfileCompany company = profile.company();
		Map<String, Object> data = (profile.peopleId() != null)
				? this.client.getPeopleData(website, profile.peopleId()).data() : null;
		return new PersonDetails(profile.email(), (person != null) ? this.limits.cut(person.nickname()) : null,
				(company != null) ? this.limits.cut(company.name()) : null,
				profile.segments().stream().limit(this.limits.maxResults()).toList(), this.limits.cut(data));
	}

	@Tool(name = "crisp_list_segments",
			description = "List the segments, which are tags, that conversations of a website have.")
	List<String> listSegments(
			@ToolParam(required = false, description = ToolDescriptions.WEBSITE_ID) @Nullable String websiteId) {
		return this.client.listSuggestedConversationSegments(this.scope.website(websiteId), 1)
			.stream()
			.map(SuggestedSegment::segment)
			.filter(StringUtils::hasText)
			.limit(this.limits.maxResults())
			.toList();
	}

	@Tool(name = "crisp_list_operators", description = """
			List the operators of a website, the people to whom conversations can be assigned, with their \
			identifiers, names and availability.""")
	List<OperatorDetails> listOperators(
			@ToolParam(required = false, description = ToolDescriptions.WEBSITE_ID) @Nullable String websiteId) {
		return this.client.listWebsiteOperators(this.scope.website(websiteId))
			.stream()
			.map(WebsiteOperatorListItem::details)
			.filter((operator) -> operator != null && operator.userId() != null)
			.limit(this.limits.maxResults())
			.map(WebsiteTools::details)
			.toList();
	}

	private static OperatorDetails details(WebsiteOperator operator) {
		return new OperatorDetails(operator.userId(), operator.firstName(), operator.lastName(), operator.title(),
				operator.availability());
	}

	/**
	 * Profile of a person.
	 */
	record PersonDetails(@Nullable String email, @Nullable String name, @Nullable String company, List<String> segments,
			Map<String, String> data) {

	}

	/**
	 * Operator of a website.
	 */
	record OperatorDetails(@Nullable String operatorId, @Nullable String firstName, @Nullable String lastName,
			@Nullable String title, @Nullable String availability) {

	}

}
