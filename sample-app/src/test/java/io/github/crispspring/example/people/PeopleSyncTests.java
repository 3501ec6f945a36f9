package io.github.crispspring.example.people;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.crispspring.client.website.people.PeopleProfile;
import io.github.crispspring.client.website.people.WebsitePeopleClient;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import io.github.crispspring.example.people.PeopleSync.User;
import io.github.crispspring.example.people.PeopleSync.UserDeleted;
import io.github.crispspring.example.people.PeopleSync.UserSaved;
import io.github.crispspring.example.people.PeopleSync.Users;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = PeopleExample.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(PeopleSyncTests.UsersConfiguration.class)
@AutoConfigureEmbeddedCrisp
class PeopleSyncTests {

	private static final User ADA = new User("ada@example.com", "Ada", "free");

	@Autowired
	private EmbeddedCrisp crisp;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private WebsitePeopleClient people;

	@Autowired
	private PeopleSync sync;

	@Autowired
	private Map<String, String> names;

	@Test
	void newUserIsAdded() {
		this.events.publishEvent(new UserSaved(ADA));
		assertThat(profile().person().nickname()).isEqualTo("Ada");
		assertThat(profile().segments()).containsExactly("customer");
		assertThat(this.people.getPeopleData(this.crisp.websiteId(), ADA.email()).data()).containsEntry("plan", "free");
	}

	@Test
	void changedUserIsUpdated() {
		this.events.publishEvent(new UserSaved(ADA));
		this.events.publishEvent(new UserSaved(new User(ADA.email(), "Ada L.", "paid")));
		assertThat(profile().person().nickname()).isEqualTo("Ada L.");
		assertThat(this.people.listPeopleProfiles(this.crisp.websiteId(), 1)).hasSize(1);
	}

	@Test
	void deletedUserIsRemoved() {
		this.events.publishEvent(new UserSaved(ADA));
		this.events.publishEvent(new UserDeleted(ADA.email()));
		this.events.publishEvent(new UserDeleted(ADA.email()));
		assertThat(this.people.listPeopleProfiles(this.crisp.websiteId(), 1)).isEmpty();
	}

	@Test
	void allUsersAreCopied() {
		this.sync.saveAll(Stream.of(ADA, new User("bob@example.com", "Bob", "free")));
		assertThat(this.people.listPeopleProfiles(this.crisp.websiteId(), 1)).extracting(PeopleProfile::email)
			.containsExactlyInAnyOrder("ada@example.com", "bob@example.com");
	}

	@Test
	void nameThatAnOperatorHasCorrectedIsTakenOver() {
		this.crisp.trigger("people:profile:updated", """
				{"website_id": "%s", "people_id": "p", "email": "ada@example.com",
				"update": {"person": {"nickname": "Ada Lovelace"}}}""".formatted(this.crisp.websiteId()));
		await().until(() -> "Ada Lovelace".equals(this.names.get("ada@example.com")));
	}

	private PeopleProfile profile() {
		return this.people.getPeopleProfile(this.crisp.websiteId(), ADA.email());
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class UsersConfiguration {

		@Bean
		DynamicPropertyRegistrar websiteId(EmbeddedCrisp crisp) {
			return (properties) -> properties.add("people.website-id", crisp::websiteId);
		}

		@Bean
		Map<String, String> names() {
			return new ConcurrentHashMap<>();
		}

		@Bean
		Users users(Map<String, String> names) {
			return names::put;
		}

	}

}
