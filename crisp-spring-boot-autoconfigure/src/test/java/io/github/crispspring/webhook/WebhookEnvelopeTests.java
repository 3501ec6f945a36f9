package io.github.crispspring.webhook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebhookEnvelope}.
 */
class WebhookEnvelopeTests {

	private static final String DATA = "{\"text\":\"{\\\"a\\\":[\u00e9\uD83D\uDE00]}\",\"list\":[{}, 1]}";

	@ParameterizedTest
	@ValueSource(strings = { "{'event':'e','website_id':'w','data':DATA,'timestamp':1632396148743}",
			"{'timestamp':1632396148743,'data':DATA,'website_id':'w','event':'e'}",
			"{'\u00e9':[{'data':1}],'data':\n\tDATA \n,'event' : 'e','website_id':'w','timestamp':1632396148743} ",
			"{'event' : 'e','\u00e9':[{'data':1}],'website_id':'w','data':\n\tDATA \n,'timestamp':1632396148743} ",
			"{'event':'e','data':{},'data':DATA,'website_id':'w','timestamp':'1632396148743'}",
			"{'event':'first','data':DATA,'event':'e','website_id':'w','timestamp':1632396148743}",
			"{'data':1,'data':DATA,'event':'e','website_id':'w','timestamp':'2021-09-23T11:22:28.743Z'}" })
	void dataIsFoundAnywhere(String json) {
		WebhookEnvelope envelope = read(json, StandardCharsets.UTF_8);
		assertThat(envelope.event()).isEqualTo("e");
		assertThat(envelope.websiteId()).isEqualTo("w");
		assertThat(envelope.timestamp()).isEqualTo(Instant.ofEpochMilli(1632396148743L));
		assertThat(envelope.data().tree()).isEqualTo(CrispJson.mapper().readTree(DATA));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE" })
	void encodingIsDetected(String charset) {
		WebhookEnvelope envelope = read("{'event':'e','data':DATA}", Charset.forName(charset));
		assertThat(envelope.data().tree()).isEqualTo(CrispJson.mapper().readTree(DATA));
	}

	@Test
	void byteOrderMarkIsSkipped() {
		WebhookEnvelope envelope = read("\uFEFF{'event':'e','data':DATA}", StandardCharsets.UTF_8);
		assertThat(envelope.data().tree()).isEqualTo(CrispJson.mapper().readTree(DATA));
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "[]", "\"text\"", "1" })
	void dataThatIsNoObjectIsRetained(String data) {
		WebhookEnvelope envelope = read("{'event':'e','data':" + data + "}", StandardCharsets.UTF_8);
		assertThat(envelope.data().tree()).isEqualTo(CrispJson.mapper().readTree(data));
	}

	@Test
	void unexpectedMetadataIsAbsent() {
		WebhookEnvelope envelope = read("{'event':'e','website_id':{},'timestamp':[],'data':DATA}",
				StandardCharsets.UTF_8);
		assertThat(envelope.event()).isEqualTo("e");
		assertThat(envelope.websiteId()).isNull();
		assertThat(envelope.timestamp()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{}", "{'event':'e'}", "{'data':{}}", "{'event':'e','data':DATA",
			"{'event':'e','data':{]}", "{'event':'e','data':DATA}}" })
	void bodyThatIsNoEventIsRejected(String json) {
		assertThat(WebhookEnvelope.read(bytes(json, StandardCharsets.UTF_8))).isNull();
	}

	private static WebhookEnvelope read(String json, Charset charset) {
		WebhookEnvelope envelope = WebhookEnvelope.read(bytes(json, charset));
		assertThat(envelope).isNotNull();
		return envelope;
	}

	private static byte[] bytes(String json, Charset charset) {
		return json.replace('\'', '"').replace("DATA", DATA).getBytes(charset);
	}

}
