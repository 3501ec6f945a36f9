package io.github.crispspring.ai;

import java.net.URI;
import java.util.List;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.CrispClient;
import io.github.crispspring.client.CrispCredentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.ai.document.Document;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HelpdeskDocumentReader} with the tree.
 */
class HelpdeskTreeTests {

	private static final String HELPDESK = "/v1/website/website_1/helpdesk/";

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	private final HelpdeskDocumentReader reader = HelpdeskDocumentReader
		.builder(CrispClient.builder()
			.baseUrl(URI.create(server.baseUrl()))
			.credentials(new CrispCredentials("identifier", "key"))
			.build()
			.website(), "website_1")
		.locales(List.of("en"))
		.build();

	@BeforeEach
	void helpdesk() {
		server.stubFor(get(anyUrl()).willReturn(okJson("{\"error\": false, \"reason\": \"listed\", \"data\": []}")));
		history("change_1");
		respond("tree/list/en/articles/1",
				"""
						[{"type": "folder", "slug": "billing", "title": "Billing", "children": [
							{"type": "file", "slug": "refunds", "title": "Refunds", "state": {"published": true}},
							{"type": "file", "slug": "prices", "title": "Prices", "state": {"published": false}},
							{"type": "file", "slug": "internal", "title": "Internal", "state": {"published": true, "hidden": true}}]}]""");
		respond("page/list/en/articles/1",
				"""
						[{"entity_id": "1", "title": "Refunds", "tree_path": "/billing/refunds", "url": "https://help.example.com/refunds"},
						{"entity_id": "2", "title": "Prices", "tree_path": "billing/prices", "url": "https://help.example.com/prices"},
						{"entity_id": "3", "title": "Internal", "tree_path": "billing/internal", "url": "https://help.example.com/internal"}]""");
		content("We refund within 30 days.");
	}

	@Test
	void publishedArticleIsADocument() {
		assertThat(this.reader.read()).singleElement().satisfies((document) -> {
			assertThat(document.getText()).isEqualTo("# Refunds\n\nWe refund within 30 days.");
			assertThat(document.getMetadata()).containsEntry(HelpdeskDocumentReader.URL,
					"https://help.example.com/refunds");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"published\": true, \"hidden\": true}", "{\"published\": false}" })
	void articleInACategoryThatIsNotVisibleIsLeftOut(String state) {
		respond("tree/list/en/articles/1", """
				[{"type": "folder", "slug": "internal", "title": "Internal", "state": %s,
				"children": [{"type": "folder", "slug": "fraud", "title": "Fraud", "children": [
				{"type": "file", "slug": "signs", "title": "Signs", "state": {"published": true}}]}]}]"""
			.formatted(state));
		respond("page/list/en/articles/1",
				"[{\"entity_id\": \"1\", \"title\": \"Signs\", \"tree_path\": \"internal/fraud/signs\"}]");
		respond("tree/content/en/articles/internal/fraud/signs", "{\"content\": \"For operators only\"}");
		assertThat(this.reader.read()).isEmpty();
	}

	@Test
	void nothingIsReadIfTheHistoryHasNoFurtherChange() {
		HelpdeskSnapshot snapshot = this.reader.changes(HelpdeskSnapshot.empty()).snapshot();
		server.resetRequests();
		assertThat(this.reader.changes(snapshot).isEmpty()).isTrue();
		server.verify(1, getRequestedFor(urlMatching(".*")));
	}

	@Test
	void changedTextIsReadAfterAFurtherChange() {
		HelpdeskSnapshot snapshot = this.reader.changes(HelpdeskSnapshot.empty()).snapshot();
		history("change_2");
		content("We refund within 60 days.");
		HelpdeskChanges changes = this.reader.changes(snapshot);
		assertThat(changes.changed()).extracting(Document::getText)
			.containsExactly("# Refunds\n\nWe refund within 60 days.");
		history("change_3");
		assertThat(this.reader.changes(changes.snapshot()).isEmpty()).isTrue();
	}

	private static void history(String changeId) {
		respond("history/changes/1", "[{\"change_id\": \"" + changeId + "\", \"created_at\": 1767225600000}]");
	}

	private static void content(String content) {
		respond("tree/content/en/articles/billing/refunds", "{\"content\": \"" + content + "\"}");
	}

	private static void respond(String path, String data) {
		server.stubFor(get(urlPathEqualTo(HELPDESK + path))
			.willReturn(okJson("{\"error\": false, \"reason\": \"resolved\", \"data\": " + data + "}")));
	}

}
