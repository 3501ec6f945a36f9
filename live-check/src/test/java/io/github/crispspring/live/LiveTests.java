package io.github.crispspring.live;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the live check with the account in the environment.
 */
@Tag("live")
class LiveTests {

	private static final Path REPORT = Path.of("target/live-check.md");

	@Test
	void crispAcceptsTheToken() throws Exception {
		LiveCheckSettings settings = LiveCheckSettings.of(System::getenv, Boolean.getBoolean("live.write"));
		LiveReport report = new LiveCheck(settings).run();
		Files.writeString(REPORT, report.toMarkdown());
		System.out.println(report.toMarkdown());
		System.out.println("Written to " + REPORT.toAbsolutePath());
		assertThat(report.differences(Difference.Kind.RESPONSE))
			.as("routes that Crisp rejects; none is accepted if the token is wrong")
			.hasSizeLessThan(report.called());
	}

}
