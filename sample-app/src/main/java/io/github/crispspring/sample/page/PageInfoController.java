package io.github.crispspring.sample.page;

import io.github.crispspring.sample.crisp.EmbeddedCrispInitializer;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * HTTP endpoint with which the page finds out whether Crisp is embedded. With real
 * credentials, visitors use the chat box of the website, and the page shows nothing else.
 */
@RestController
class PageInfoController {

	private final Environment environment;

	PageInfoController(Environment environment) {
		this.environment = environment;
	}

	@GetMapping("/page/info")
	Info info() {
		return new Info(this.environment.acceptsProfiles(Profiles.of(EmbeddedCrispInitializer.PROFILE)));
	}

	/**
	 * Information about the sample.
	 *
	 * @param embedded whether the embedded Crisp is used
	 */
	record Info(boolean embedded) {
	}

}
