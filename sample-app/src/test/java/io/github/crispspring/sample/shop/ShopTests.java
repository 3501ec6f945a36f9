package io.github.crispspring.sample.shop;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.github.crispspring.embedded.EmbeddedConversation;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import io.github.crispspring.testsupport.BrowserTest;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of the shop in a browser.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureEmbeddedCrisp
@BrowserTest
class ShopTests {

	@LocalServerPort
	private int port;

	@Autowired
	private EmbeddedCrisp crisp;

	private BrowserContext browser;

	private Page page;

	private final List<String> errors = new CopyOnWriteArrayList<>();

	@BeforeEach
	void open(Browser browser) {
		PlaywrightAssertions.setDefaultAssertionTimeout(WaitLimit.DURATION.toMillis());
		this.browser = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
		this.browser.setDefaultTimeout(WaitLimit.DURATION.toMillis());
		this.browser.onConsoleMessage((message) -> this.errors.add(message.text()));
		this.browser.onWebError((error) -> this.errors.add(error.error()));
		this.page = this.browser.newPage();
		this.page.navigate("http://localhost:" + this.port);
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void botReplies() {
		write("How long does shipping take?");
		assertThat(messages()).containsText(
				new Pattern[] { Pattern.compile("You.*How long does shipping"), Pattern.compile("We ship within") });
		assertThat(this.errors).isEmpty();
	}

	@Test
	void visitorChoosesFromThePicker() {
		write("Hi");
		Locator choice = button("A refund");
		choice.click();
		assertThat(messages().last()).containsText("You can send anything back within 30 days.");
		assertThat(choice).hasAttribute("aria-pressed", "true");
	}

	@Test
	void operatorRepliesFromTheConsole() {
		write("A person, please");
		assertThat(messages()).hasCount(2);
		this.crisp.conversations().get(0).write(this.crisp.operators().get(0), "Here I am");
		assertThat(messages().last()).containsText("Here I am");
	}

	@Test
	void conversationSurvivesAReload() {
		write("shipping?");
		assertThat(messages()).hasCount(2);
		this.page.reload();
		assertThat(messages()).hasCount(2);
	}

	@Test
	void conversationStartsAnewAfterTheConsoleHasForgottenIt() {
		write("shipping?");
		assertThat(messages()).hasCount(2);
		this.crisp.reset();
		assertThat(messages()).hasCount(0);
		write("refund?");
		assertThat(messages().last()).containsText("You can send anything back");
	}

	@Test
	void visitorSeesThatTheShopIsTyping() {
		write("A person, please");
		assertThat(messages()).hasCount(2);
		Locator typing = this.page.locator("#typing");
		conversation().type(this.crisp.operators().get(0), true);
		assertThat(typing).containsText("is typing");
		conversation().type(this.crisp.operators().get(0), false);
		assertThat(typing).isEmpty();
	}

	@Test
	void visitorSeesThatAMessageHasBeenRead() {
		write("A person, please");
		assertThat(messages()).hasCount(2);
		assertThat(this.page.locator(".mark")).hasCount(0);
		conversation().read();
		assertThat(this.page.locator(".mine .mark")).hasText("Read");
	}

	@Test
	void shopReceivesThatTheVisitorTypesAndReads() {
		write("A person, please");
		this.page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).fill("Are you");
		this.crisp.awaitDelivery(
				(delivery) -> delivery.event().equals("message:compose:send") && delivery.body().contains("\"start\""));
		this.crisp.awaitDelivery(
				(delivery) -> delivery.event().equals("message:compose:send") && delivery.body().contains("\"stop\""));
		this.crisp.awaitDelivery((delivery) -> delivery.event().equals("message:acknowledge:read:received"));
	}

	@Test
	void consoleIsLinked() {
		assertThat(this.page.getByText("Open the console")).hasAttribute("href", this.crisp.url().toString());
	}

	/**
	 * Takes the picture of the README.
	 */
	@Test
	@EnabledIfSystemProperty(named = "sample.picture", matches = ".+",
			disabledReason = "Set -Dsample.picture=<path> to take the picture")
	void pictureIsTaken() {
		write("Hi");
		button("A refund").click();
		assertThat(messages()).hasCount(3);
		this.page.navigate(this.crisp.url().toString());
		assertThat(this.page.locator("#visitor-messages .message")).hasCount(3);
		this.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(System.getProperty("sample.picture"))));
	}

	private void write(String text) {
		this.page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).fill(text);
		button("Send").click();
	}

	private EmbeddedConversation conversation() {
		return this.crisp.conversations().get(0);
	}

	private Locator messages() {
		return this.page.locator(".message");
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
