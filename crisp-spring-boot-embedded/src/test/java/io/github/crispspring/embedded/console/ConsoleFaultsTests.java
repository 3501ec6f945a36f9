package io.github.crispspring.embedded.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import io.github.crispspring.testsupport.BrowserTest;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Faults of one transport, set in the console.
 */
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "crisp.rtm.enabled=true")
@AutoConfigureEmbeddedCrisp
@BrowserTest
class ConsoleFaultsTests {

	@Autowired
	private EmbeddedCrisp crisp;

	private BrowserContext visit;

	private ConsolePage console;

	private Page page;

	@BeforeEach
	void open(Browser browser) {
		PlaywrightAssertions.setDefaultAssertionTimeout(WaitLimit.DURATION.toMillis());
		this.crisp.transport(EmbeddedCrisp.Transport.WEBHOOK);
		this.visit = browser.newContext();
		this.visit.setDefaultTimeout(WaitLimit.DURATION.toMillis());
		this.page = this.visit.newPage();
		this.console = new ConsolePage(this.page, this.crisp);
	}

	@AfterEach
	void leave() {
		this.visit.close();
	}

	@Test
	void forgedSignatureIsRejectedAndTheEventIsRetried() {
		this.console.press("Forge signature");
		assertThat(this.page.locator("#fault-pending")).hasText("Active: 1 webhook request");
		this.console.newVisitor("Ada");
		Locator entry = this.console.entry("session:request:initiated");
		assertThat(entry).containsText("attempt 2");
		entry.locator(".summary").click();
		assertThat(entry.locator(".attempt")).hasCount(2);
		assertThat(entry.locator(".attempt").first()).containsText("401");
		assertThat(entry.locator(".attempt").last()).containsText("200");
	}

	@Test
	void signatureIsShownOnlyOnRequest() {
		this.console.newVisitor("Ada");
		Locator entry = this.console.entry("session:request:initiated");
		entry.locator(".summary").click();
		assertThat(entry.locator(".attempt")).hasCount(1);
		assertThat(entry.locator(".attempt .code")).isHidden();
		entry.getByText("Signature headers").click();
		assertThat(entry.locator(".attempt .code")).isVisible();
		assertThat(entry.locator(".attempt .code")).containsText("X-Crisp-Signature: ");
	}

	@Test
	void slowResponseShowsAnAcknowledgementBeforeTheEventIsHandled() {
		this.console.press("Slow (8 s)");
		assertThat(this.page.locator("#fault-explanation")).containsText("202");
		this.console.visitorWrites("Wait");
		assertThat(this.console.entry("message:send")).containsText("202 accepted");
		assertThat(this.console.chat().last()).containsText("You wrote: Wait");
	}

	@Test
	void duplicateIsSentTwiceAndHandledOnce() {
		this.console.newVisitor("Ada");
		assertThat(this.console.entry("session:request:initiated")).hasCount(1);
		this.console.press("Duplicate");
		assertThat(this.page.locator("#fault-pending")).hasText("Active: 1 duplicate");
		this.console.visitorWrites("Wait");
		assertThat(this.console.entry("message:send")).hasCount(2);
		assertThat(this.page.locator("[data-state=DELIVERED]").getByText("message:send")).hasCount(2);
		assertThat(this.console.chat()).hasCount(2);
	}

	@Test
	void eventsAreMissedWhileRtmIsCut() {
		this.page.locator("input[value=RTM]").check();
		this.page.waitForCondition(() -> this.crisp.transport() == EmbeddedCrisp.Transport.RTM);
		this.crisp.awaitRtmConnected();
		this.console.press("Stay cut for 10 s");
		assertThat(this.page.locator("#rtm-state")).containsText("cut for");
		this.console.visitorWrites("Anybody there?");
		assertThat(this.console.entry("message:send").first()).containsText("missed");
		assertThat(this.page.locator("#rtm-traffic")).containsText("missed");
		assertThat(this.page.locator("#rtm-state")).hasText("connected");
	}

}
