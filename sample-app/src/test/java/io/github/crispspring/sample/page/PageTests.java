package io.github.crispspring.sample.page;

import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.crisp.EventDelivery;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the page in a browser, with each transport.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "sample.slowness=60s", "crisp.webhook.acknowledge-timeout=3s" })
@ParameterizedClass
@EnumSource(EventDelivery.Transport.class)
@ExtendWith(InstalledBrowser.Extension.class)
@EnabledIf(value = "io.github.crispspring.sample.page.InstalledBrowser#isExpected",
		disabledReason = InstalledBrowser.MISSING)
class PageTests {

	@Value("${local.server.port}")
	private int port;

	@Autowired
	private EmbeddedCrisp crisp;

	private BrowserContext visit;

	private Page page;

	@Parameter
	EventDelivery.Transport transport;

	@BeforeEach
	void open(Browser browser) {
		PlaywrightAssertions.setDefaultAssertionTimeout(WaitLimit.DURATION.toMillis());
		await().until(this.crisp.delivery()::isConnected);
		this.crisp.delivery().use(this.transport);
		this.visit = browser.newContext();
		this.visit.setDefaultTimeout(WaitLimit.DURATION.toMillis());
		this.page = openPage();
	}

	private Page openPage() {
		Page opened = this.visit.newPage();
		opened.navigate("http://localhost:" + this.port);
		assertThat(opened.locator("#desk-thread")).isVisible();
		return opened;
	}

	@AfterEach
	void leave() {
		this.visit.close();
	}

	@Test
	void visitorTalksToTheBotAndThenToAPerson() {
		visitorWrites(this.page, "Hi!");
		assertThat(chat().last()).containsText("Hello! What can I help you with?");
		this.page.locator("#shop").getByRole(AriaRole.BUTTON, button("Shipping")).click();
		assertThat(chat().last()).containsText("We ship within two days.");
		assertThat(this.page.locator("#shop").getByRole(AriaRole.BUTTON, button("Shipping")))
			.hasAttribute("aria-pressed", "true");
		visitorWrites(this.page, "Can I talk to a person?");
		assertThat(chat().last()).containsText("Maya will be with you in a minute.");
		assertThat(this.page.getByLabel("Assigned to").locator("option:checked")).hasText("Maya Lindt");
		assertThat(this.page.locator("#desk-messages .note")).containsText("The visitor asks for a person.");
		assertThat(this.page.locator("#shop")).not().containsText("The visitor asks for a person.");
		operatorWrites("Hello, this is Maya.");
		assertThat(chat().last()).containsText("Hello, this is Maya.");
		visitorWrites(this.page, "What about shipping?");
		assertThat(this.page.locator("#desk-messages .message").last()).containsText("What about shipping?");
		this.page.getByLabel("State").selectOption("resolved");
		assertThat(this.page.getByLabel("Assigned to").locator("option:checked")).hasText("None");
		assertThat(this.page.locator("#shop-state")).hasText("This conversation is resolved. Write to open it again.");
		assertThat(chat().last()).containsText("What about shipping?");
		visitorWrites(this.page, "And a refund?");
		assertThat(chat().last()).containsText("You can send anything back within 30 days.");
	}

	@Test
	void bothSidesSeeTypingAndReadMarks() {
		this.page.getByLabel("Message to the shop").pressSequentially("Hel");
		assertThat(this.page.locator("#desk-typing")).containsText("is typing");
		this.page.getByLabel("Message to the shop").press("Enter");
		assertThat(this.page.locator("#desk-typing")).isEmpty();
		assertThat(chat()).hasCount(2);
		assertThat(chat().first()).not().containsText("read");
		this.page.getByLabel("Reply or note").pressSequentially("Good m");
		assertThat(this.page.locator("#shop-typing")).containsText("Fern & Pot is typing");
		assertThat(chat().first()).containsText("read");
		this.page.getByLabel("Reply or note").press("Enter");
		assertThat(this.page.locator("#desk-messages .message").last()).containsText("read");
	}

	@Test
	void noteStaysOnTheDesk() {
		this.page.getByLabel("Private note").check();
		operatorWrites("A regular");
		assertThat(this.page.locator("#desk-messages .note")).containsText("A regular");
		this.page.getByLabel("Private note").uncheck();
		operatorWrites("Hello");
		assertThat(chat()).hasCount(1);
	}

	@Test
	void transportCanBeChanged() {
		boolean rtm = this.transport == EventDelivery.Transport.RTM;
		visitorWrites(this.page, "shipping?");
		assertThat(entry("handled", "message:send").first()).containsText(rtm ? "RTM" : "webhook");
		assertThat(chat()).hasCount(2);
		this.page.getByLabel(rtm ? "Webhook" : "RTM").check();
		assertThat(outcome("transport")).containsText(rtm ? "by webhook" : "by RTM");
		visitorWrites(this.page, "hours?");
		assertThat(chat()).hasCount(4);
		assertThat(entry("handled", "message:send").first()).containsText(rtm ? "webhook" : "RTM");
		this.page.getByLabel(rtm ? "RTM" : "Webhook").check();
		assertThat(outcome("transport")).containsText(rtm ? "by RTM" : "by webhook");
	}

	@Test
	void lostConnectionIsReestablished() {
		press("Cut the connection");
		assertThat(entry("disconnected", "connection").first()).isVisible();
		assertThat(outcome("cut")).containsText("The starter is connected.");
		visitorWrites(this.page, "shipping?");
		assertThat(chat().last()).containsText("We ship within two days.");
	}

	@Test
	void forgedWebhookIsRejected() {
		press("Send a forged webhook");
		assertThat(outcome("forge")).hasText("Response 401: not signed by Crisp.");
		assertThat(entry("rejected", "message:send").first()).isVisible();
		assertThat(chat()).hasCount(0);
	}

	@Test
	void duplicateIsHandledOnce() {
		visitorWrites(this.page, "shipping?");
		assertThat(chat()).hasCount(2);
		press("Send a duplicate");
		assertThat(outcome("duplicate")).hasText("Duplicate: not handled again.");
		visitorWrites(this.page, "hours?");
		assertThat(chat()).hasCount(4);
	}

	@Test
	void failedWebhookIsDeliveredAgain() {
		press("Fail on the next message");
		assertThat(lab().getByRole(AriaRole.BUTTON, button("Fail on the next message"))).hasAttribute("aria-pressed",
				"true");
		visitorWrites(this.page, "shipping?");
		if (this.transport == EventDelivery.Transport.RTM) {
			assertThat(outcome("failure")).hasText("A listener failed. RTM does not redeliver events.");
			visitorWrites(this.page, "hours?");
			assertThat(chat()).hasCount(3);
		}
		else {
			assertThat(outcome("failure")).containsText("Attempt 2.");
			assertThat(entry("failed", "message:send").first()).isVisible();
			assertThat(entry("redelivered", "message:send").first()).containsText("Response 500");
			assertThat(chat()).hasCount(2);
		}
		assertThat(lab().getByRole(AriaRole.BUTTON, button("Fail on the next message"))).hasAttribute("aria-pressed",
				"false");
	}

	@Test
	void slowListenerDoesNotDelayOtherConversations() {
		Page other = openPage();
		press("Be slow on the next message");
		visitorWrites(this.page, "shipping?");
		assertThat(entry("handling", "message:send").first()).isVisible();
		visitorWrites(other, "hours?");
		assertThat(other.locator("#shop-messages .message")).hasCount(2);
		assertThat(chat()).hasCount(1);
		if (this.transport == EventDelivery.Transport.WEBHOOK) {
			assertThat(entry("acknowledged", "message:send").first()).containsText("Response 202");
		}
		press("Be slow on the next message");
		assertThat(chat().last()).containsText("We ship within two days.");
		assertThat(outcome("slowness")).containsText("Handled in");
	}

	private void visitorWrites(Page page, String text) {
		page.getByLabel("Message to the shop").fill(text);
		page.getByLabel("Message to the shop").press("Enter");
	}

	private void operatorWrites(String text) {
		this.page.getByLabel("Reply or note").fill(text);
		this.page.locator("#desk").getByRole(AriaRole.BUTTON, button("Send")).click();
	}

	private void press(String name) {
		lab().getByRole(AriaRole.BUTTON, button(name)).click();
	}

	private Locator.GetByRoleOptions button(String name) {
		return new Locator.GetByRoleOptions().setName(name).setExact(true);
	}

	private Locator lab() {
		return this.page.locator("#lab");
	}

	private Locator chat() {
		return this.page.locator("#shop-messages .message");
	}

	private Locator outcome(String name) {
		return this.page.locator("[data-switch=" + name + "] output");
	}

	private Locator entry(String outcome, String event) {
		return this.page.locator(".entry")
			.filter(new Locator.FilterOptions().setHas(this.page.locator(".outcome", exactly(outcome))))
			.filter(new Locator.FilterOptions().setHas(this.page.locator(".event", exactly(event))));
	}

	private Page.LocatorOptions exactly(String text) {
		return new Page.LocatorOptions().setHasText(Pattern.compile("^" + text + "$"));
	}

}
