package io.github.crispspring.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.batch.WebsiteBatchConversationsOperation;
import io.github.crispspring.client.website.batch.WebsiteBatchInboxOperation;
import io.github.crispspring.client.website.batch.WebsiteBatchRoutingOperation;
import io.github.crispspring.client.website.campaign.WebsiteCampaignItem;
import io.github.crispspring.client.website.conversation.ConversationRoutingUpdate;
import io.github.crispspring.client.website.helpdesk.HelpdeskDomainChange;
import io.github.crispspring.client.website.helpdesk.HelpdeskLocaleArticle;
import io.github.crispspring.client.website.helpdesk.HelpdeskLocaleArticleMove;
import io.github.crispspring.client.website.helpdesk.HelpdeskLocaleCategory;
import io.github.crispspring.client.website.helpdesk.HelpdeskSettings;
import io.github.crispspring.model.InboxId;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;

/**
 * Tests when {@code null} is sent and when it is omitted.
 */
class SentNullTests {

	private static final List<String> SESSIONS = List.of("s");

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	@ParameterizedTest(name = "{1}")
	@MethodSource({ "routing", "inboxes", "helpdesk", "campaigns" })
	void bodyContainsNullOnlyForClearedValues(Function<ReactiveWebsiteClient, Mono<?>> call, String body) {
		crisp.stubFor(WireMock.any(anyUrl()).willReturn(WireMock.okJson("{}")));
		ReactiveWebsiteClient website = RestTester.connectTo(crisp).build().client(ReactiveWebsiteClient.class);
		call.apply(website).block();
		crisp.verify(anyRequestedFor(anyUrl()).withRequestBody(equalToJson(body)));
	}

	static Stream<Arguments> routing() {
		return Stream.of(
				sends((website) -> website.assignConversationRouting("w", "s", ConversationRoutingUpdate.assign("u")),
						"{'assigned': {'user_id': 'u'}}"),
				sends((website) -> website.assignConversationRouting("w", "s", ConversationRoutingUpdate.unassign()),
						"{'assigned': null}"),
				sends((website) -> website.batchRoutingConversations("w",
						WebsiteBatchRoutingOperation.assign(SESSIONS, "u")),
						"{'sessions': ['s'], 'assigned': {'user_id': 'u'}}"),
				sends((website) -> website.batchRoutingConversations("w",
						WebsiteBatchRoutingOperation.unassign(SESSIONS)), "{'sessions': ['s'], 'assigned': null}"));
	}

	static Stream<Arguments> inboxes() {
		return Stream.of(
				sends((website) -> website.updateConversationInbox("w", "s", InboxId.of("i")), "{'inbox_id': 'i'}"),
				sends((website) -> website.updateConversationInbox("w", "s", InboxId.main()), "{'inbox_id': null}"),
				sends((website) -> website.batchInboxConversations("w", WebsiteBatchInboxOperation.move(SESSIONS, "i")),
						"{'sessions': ['s'], 'inbox_id': 'i'}"),
				sends((website) -> website.batchInboxConversations("w",
						WebsiteBatchInboxOperation.moveToMain(SESSIONS)), "{'sessions': ['s'], 'inbox_id': null}"),
				sends((website) -> website.batchResolveConversations("w",
						WebsiteBatchConversationsOperation.of(SESSIONS)), "{'sessions': ['s']}"),
				sends((website) -> website.batchResolveConversations("w",
						WebsiteBatchConversationsOperation.in(InboxId.main())), "{'inbox_id': null}"),
				sends((website) -> website.batchResolveConversations("w",
						WebsiteBatchConversationsOperation.in(InboxId.of("i"))), "{'inbox_id': 'i'}"));
	}

	static Stream<Arguments> helpdesk() {
		return Stream.of(
				sends((website) -> website.saveHelpdeskSettings("w",
						HelpdeskSettings.builder()
							.appearance(new HelpdeskSettings.Appearance(null,
									new HelpdeskSettings.Appearance.Logos(null, "", "https://example.com/logo"), ""))
							.include(new HelpdeskSettings.Include(""))
							.access(new HelpdeskSettings.Access("none", "", null))
							.build()),
						"""
								{'appearance': {'logos': {'header': null, 'footer': 'https://example.com/logo'},
								'banner': null}, 'include': {'html': null},
								'access': {'restrict_mode': 'none', 'password': null}}
								"""),
				sends((website) -> website.saveHelpdeskSettings("w", HelpdeskSettings.builder().name("n").build()),
						"{'name': 'n'}"),
				sends((website) -> website.updateHelpdeskLocaleArticle("w", "en", "a",
						HelpdeskLocaleArticle.builder().description("").build()), "{'description': null}"),
				sends((website) -> website.updateHelpdeskLocaleArticle("w", "en", "a",
						HelpdeskLocaleArticle.builder().title("t").build()), "{'title': 't'}"),
				sends((website) -> website.updateHelpdeskLocaleCategory("w", "en", "c",
						HelpdeskLocaleCategory.builder().image("").build()), "{'image': null}"),
				sends((website) -> website.updateHelpdeskLocaleArticleCategory("w", "en", "a",
						HelpdeskLocaleArticleMove.withoutSection("c")), "{'category_id': 'c', 'section_id': null}"),
				sends((website) -> website.updateHelpdeskLocaleArticleCategory("w", "en", "a",
						HelpdeskLocaleArticleMove.toCategory("c")), "{'category_id': 'c'}"),
				sends((website) -> website.updateHelpdeskLocaleArticleCategory("w", "en", "a",
						HelpdeskLocaleArticleMove.toSection("c", "s")), "{'category_id': 'c', 'section_id': 's'}"),
				sends((website) -> website.requestHelpdeskDomainChange("w", HelpdeskDomainChange.withoutCustom()),
						"{'custom': null}"),
				sends((website) -> website.requestHelpdeskDomainChange("w", HelpdeskDomainChange.toCustom("c")),
						"{'custom': 'c'}"),
				sends((website) -> website.requestHelpdeskDomainChange("w", HelpdeskDomainChange.toBasic("b")),
						"{'basic': 'b'}"));
	}

	static Stream<Arguments> campaigns() {
		return Stream.of(
				sends((website) -> website.updateCampaign("w", "c",
						options(WebsiteCampaignItem.Options.builder().tracking(true).build())),
						"{'options': {'tracking': true}}"),
				sends((website) -> website.updateCampaign("w", "c",
						options(WebsiteCampaignItem.Options.builder().senderEmailReply(Optional.empty()).build())),
						"{'options': {'sender_email_reply': null}}"),
				sends((website) -> website.updateCampaign("w", "c",
						options(WebsiteCampaignItem.Options.builder().senderEmailReply(Optional.of(false)).build())),
						"{'options': {'sender_email_reply': false}}"));
	}

	private static WebsiteCampaignItem options(WebsiteCampaignItem.Options options) {
		return WebsiteCampaignItem.builder().options(options).build();
	}

	private static Arguments sends(Function<ReactiveWebsiteClient, Mono<?>> call, String body) {
		return Arguments.of(call, body.replace('\'', '"'));
	}

}
