package io.github.crispspring.sample.page;

import io.github.crispspring.sample.crisp.EmbeddedCrispInitializer;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the page which Crisp it is about: with real credentials a visitor writes in the
 * website's own chat box, and there is nothing else on the page.
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
	 * What the page has to know first.
	 *
	 * @param embedded whether the Crisp is the embedded one
	 */
	record Info(boolean embedded) {
	}

}
