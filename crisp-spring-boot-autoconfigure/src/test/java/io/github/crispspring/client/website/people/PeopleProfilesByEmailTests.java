package io.github.crispspring.client.website.people;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.crispspring.CrispClient;
import io.github.crispspring.client.CrispAlreadyExistsException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.RestTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Profiles that are added or changed by email address.
 */
class PeopleProfilesByEmailTests {

	private static final String NEW = "/v1/website/w/people/profile";

	private static final String EXISTING = NEW + "/ada%40example.com";

	private static final PeopleProfileRequest ADA = PeopleProfileRequest.builder().email("ada@example.com").build();

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private WebsitePeopleClient people;

	@BeforeEach
	void connect() {
		this.people = new CrispClient(RestTester.connectTo(crisp).build()).website();
	}

	@Test
	void profileThatExistsIsChangedInOneCall() {
		crisp.stubFor(patch(urlPathEqualTo(EXISTING)).willReturn(okJson("{}")));
		this.people.addOrUpdatePeopleProfile("w", ADA);
		crisp.verify(1, patchRequestedFor(urlPathEqualTo(EXISTING)));
		crisp.verify(0, postRequestedFor(anyUrl()));
	}

	@Test
	void profileThatDoesNotExistIsAdded() {
		crisp.stubFor(patch(urlPathEqualTo(EXISTING)).willReturn(jsonResponse("{\"reason\":\"not_found\"}", 404)));
		crisp.stubFor(post(urlPathEqualTo(NEW)).willReturn(okJson("{\"data\":{\"people_id\":\"p\"}}")));
		this.people.addOrUpdatePeopleProfile("w", ADA);
		crisp.verify(1, postRequestedFor(urlPathEqualTo(NEW)));
	}

	@Test
	void profileThatWasAddedMeanwhileIsChanged() {
		crisp.stubFor(patch(urlPathEqualTo(EXISTING)).inScenario("race")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(jsonResponse("{\"reason\":\"not_found\"}", 404))
			.willSetStateTo("added"));
		crisp.stubFor(patch(urlPathEqualTo(EXISTING)).inScenario("race")
			.whenScenarioStateIs("added")
			.willReturn(okJson("{}")));
		crisp.stubFor(post(urlPathEqualTo(NEW)).willReturn(jsonResponse("{}", 409)));
		this.people.addOrUpdatePeopleProfile("w", ADA);
		crisp.verify(2, patchRequestedFor(urlPathEqualTo(EXISTING)));
	}

	@Test
	void profileIsNotAddedIfThePluginIsNotInstalled() {
		crisp.stubFor(patch(urlPathEqualTo(EXISTING)).willReturn(jsonResponse("{\"reason\":\"not_subscribed\"}", 404)));
		assertThatExceptionOfType(CrispNotFoundException.class)
			.isThrownBy(() -> this.people.addOrUpdatePeopleProfile("w", ADA));
		crisp.verify(0, postRequestedFor(anyUrl()));
	}

	@Test
	void secondProfileWithAnEmailAddressIsATypedError() {
		crisp.stubFor(post(urlPathEqualTo(NEW)).willReturn(jsonResponse("{\"reason\":\"already_exists\"}", 409)));
		assertThatExceptionOfType(CrispAlreadyExistsException.class)
			.isThrownBy(() -> this.people.addNewPeopleProfile("w", ADA))
			.satisfies((ex) -> assertThat(ex.getReason()).isEqualTo("already_exists"));
	}

	@Test
	void emailAddressIsRequired() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.people.addOrUpdatePeopleProfile("w", PeopleProfileRequest.builder().build()))
			.withMessageContaining("'email'");
	}

}
