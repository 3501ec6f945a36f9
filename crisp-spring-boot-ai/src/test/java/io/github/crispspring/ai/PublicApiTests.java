package io.github.crispspring.ai;

import io.github.crispspring.testsupport.PublicApi;
import org.junit.jupiter.api.Test;

class PublicApiTests {

	@Test
	void publicApiIsThatOfTheListing() {
		PublicApi.verify();
	}

}
