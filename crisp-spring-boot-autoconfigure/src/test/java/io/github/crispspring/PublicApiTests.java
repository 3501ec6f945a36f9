package io.github.crispspring;

import io.github.crispspring.testsupport.PublicApi;
import org.junit.jupiter.api.Test;

class PublicApiTests {

	@Test
	void publicApiIsThatOfTheListing() {
		PublicApi.verify();
	}

}
