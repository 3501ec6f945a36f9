package com.example;

import io.github.crispspring.message.MessageContent;
import io.github.crispspring.test.AutoConfigureCrispTester;
import io.github.crispspring.test.CrispTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = { "crisp.identifier=test", "crisp.key=test" })
@AutoConfigureCrispTester
class ApplicationTests {

	@Test
	void visitorIsGreeted(@Autowired CrispTester crisp) {
		assertThat(crisp.visitorWrites("Hi").replies()).containsExactly(MessageContent.text("Hello!"));
	}

}
