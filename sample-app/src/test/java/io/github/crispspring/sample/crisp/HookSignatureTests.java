package io.github.crispspring.sample.crisp;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HookSignatureTests {

	@Test
	void signsTimestampAndBodyInBrackets() {
		String body = "{\"website_id\":\"42286ab3-b29a-4fde-8538-da0ae501d825\",\"event\":\"message:send\","
				+ "\"data\":{\"type\":\"text\",\"origin\":\"chat\","
				+ "\"content\":\"Hello Crisp, this is a message from a visitor!\",\"timestamp\":1632396148646,"
				+ "\"fingerprint\":163239614854320,\"website_id\":\"42286ab3-b29a-4fde-8538-da0ae501d825\","
				+ "\"session_id\":\"session_36ba3566-9651-4790-afc8-ffedbccc317f\",\"from\":\"user\","
				+ "\"user\":{\"nickname\":\"visitor607\","
				+ "\"user_id\":\"session_36ba3566-9651-4790-afc8-ffedbccc317f\"},\"stamped\":true},"
				+ "\"timestamp\":1632396148743}";
		assertThat(HookSignature.of("914a657d8cc2efbc20593f1806f9bde2", "1632396148800",
				body.getBytes(StandardCharsets.UTF_8)))
			.isEqualTo("7d900513050cdd5068cee14a42ede8e230b942d046074e4826ce7e244671599d");
	}

}
