package io.github.crispspring.sample.shop;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.github.crispspring.testsupport.BrowserTest;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The page of the shop if credentials are set. The webhook needs no connection to Crisp.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "crisp.identifier=test", "crisp.key=test", "crisp.webhook.secret=test" })
@BrowserTest
class ShopWithRealCrispTests {

	@LocalServerPort
	private int port;

	@Test
	void pageRefersToTheChatBoxOfCrisp(Browser browser) {
		PlaywrightAssertions.setDefaultAssertionTimeout(WaitLimit.DURATION.toMillis());
		try (Page page = browser.newPage()) {
			page.navigate("http://localhost:" + this.port);
			assertThat(page.getByRole(AriaRole.STATUS)).containsText("connected to the real Crisp");
			assertThat(page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))).isHidden();
		}
	}

}
