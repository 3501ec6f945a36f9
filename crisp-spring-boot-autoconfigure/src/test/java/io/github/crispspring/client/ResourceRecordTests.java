package io.github.crispspring.client;

import java.util.List;

import io.github.crispspring.client.website.inbox.WebsiteInbox;
import io.github.crispspring.client.website.operator.LastActiveWebsiteOperator;
import io.github.crispspring.client.website.operator.WebsiteOperator;
import io.github.crispspring.client.website.settings.WebsiteSettings;
import io.github.crispspring.client.website.visitors.WebsiteVisitorsBlocked;
import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for single records of the resource clients.
 */
class ResourceRecordTests {

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"user_id\":\"u\",\"first_name\":\"Jane\",\"last_name\":\"Doe\",\"has_token\":true,\"key\":\"k\"}",
			"{\"userID\":\"u\",\"firstName\":\"Jane\",\"lastName\":\"Doe\",\"hasToken\":true,\"key\":\"k\"}" })
	void operatorIsReadWithEitherSpelling(String json) {
		WebsiteOperator operator = read(json, WebsiteOperator.class);
		assertThat(operator.userId()).isEqualTo("u");
		assertThat(operator.firstName()).isEqualTo("Jane");
		assertThat(operator.lastName()).isEqualTo("Doe");
		assertThat(operator.hasToken()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"user_id\":\"u\"}", "{\"userID\":\"u\"}" })
	void lastActiveOperatorIsReadWithEitherSpelling(String json) {
		assertThat(read(json, LastActiveWebsiteOperator.class).userId()).isEqualTo("u");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"website_id\":\"w\",\"name\":\"Acme\"}", "{\"websiteID\":\"w\",\"name\":\"Acme\"}" })
	void settingsThatWereReadAreSentWithoutTheWebsite(String json) {
		WebsiteSettings settings = read(json, WebsiteSettings.class);
		assertThat(settings.websiteId()).isEqualTo("w");
		assertThat(CrispJson.mapper().writeValueAsString(settings)).isEqualTo("{\"name\":\"Acme\"}");
	}

	@Test
	void blockedVisitorsAreReadFromANumberAlone() {
		assertThat(read("3", WebsiteVisitorsBlocked.class)).isEqualTo(new WebsiteVisitorsBlocked(List.of(), 3));
		assertThat(read("{\"blocked\":3}", WebsiteVisitorsBlocked.class))
			.isEqualTo(new WebsiteVisitorsBlocked(List.of(), 3));
		assertThat(read("{\"rule\":[\"ip\"],\"blocked\":3}", WebsiteVisitorsBlocked.class))
			.isEqualTo(new WebsiteVisitorsBlocked(List.of("ip"), 3));
	}

	@Test
	void conditionOfAnInboxIsWrittenAsCrispNamesIt() {
		WebsiteInbox inbox = WebsiteInbox.builder()
			.conditions(
					List.of(WebsiteInbox.Condition.of("segments", WebsiteInbox.Condition.Operator.EQ, "vip", "trial")))
			.build();
		assertThat(CrispJson.mapper().writeValueAsString(inbox))
			.isEqualTo("{\"conditions\":[{\"model\":\"session\",\"criterion\":\"segments\",\"operator\":\"eq\","
					+ "\"query\":[\"vip\",\"trial\"]}]}");
	}

	private static <T> T read(String json, Class<T> type) {
		return CrispJson.mapper().readValue(json, type);
	}

}
