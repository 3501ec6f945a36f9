package io.github.crispspring.example.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.website.people.PeopleData;
import io.github.crispspring.client.website.people.PeopleProfileRequest;
import io.github.crispspring.client.website.people.WebsitePeopleClient;
import io.github.crispspring.event.PeopleProfileUpdated;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.model.PeopleProfilePerson;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the people of a website in step with the users of the application.
 */
@Component
class PeopleSync {

	private final WebsitePeopleClient people;

	private final Users users;

	private final String websiteId;

	PeopleSync(WebsitePeopleClient people, Users users, @Value("${people.website-id}") String websiteId) {
		this.people = people;
		this.users = users;
		this.websiteId = websiteId;
	}

	/**
	 * Copy a user to Crisp. With a database, listen after the commit of the transaction.
	 */
	@EventListener
	void saved(UserSaved event) {
		save(event.user());
	}

	/** Remove a user from Crisp. */
	@EventListener
	void deleted(UserDeleted event) {
		try {
			this.people.removePeopleProfile(this.websiteId, event.email());
		}
		catch (CrispNotFoundException ex) {
			// Never known to Crisp, or already removed
		}
	}

	/** Copy all users, for example once a night, to repair what was missed. */
	void saveAll(Stream<User> users) {
		users.forEach(this::save);
	}

	private void save(User user) {
		PeopleProfilePerson person = PeopleProfilePerson.builder().nickname(user.name()).build();
		this.people.addOrUpdatePeopleProfile(this.websiteId,
				PeopleProfileRequest.builder()
					.email(user.email())
					.person(person)
					.segments(List.of("customer"))
					.build());
		this.people.updatePeopleData(this.websiteId, user.email(), new PeopleData(Map.of("plan", user.plan())));
	}

	/** Take over a name that an operator has corrected in Crisp. */
	@CrispListener(websites = "${people.website-id}")
	void updated(PeopleProfileUpdated change) {
		PeopleProfileUpdated.Update update = change.update();
		if (change.email() != null && update != null && update.person() != null && update.person().nickname() != null) {
			this.users.rename(change.email(), update.person().nickname());
		}
	}

	/**
	 * User of the application.
	 */
	record User(String email, String name, String plan) {

	}

	/**
	 * Event that the application publishes when it has saved a user.
	 */
	record UserSaved(User user) {

	}

	/**
	 * Event that the application publishes when it has deleted a user.
	 */
	record UserDeleted(String email) {

	}

	/**
	 * Users of the application. Renaming a user to the current name changes nothing.
	 */
	interface Users {

		void rename(String email, String name);

	}

}
