package io.github.crispspring.embedded.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedTranscript;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import io.github.crispspring.testsupport.BrowserTest;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console in a browser, over each of the transports.
 */
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "crisp.rtm.enabled=true")
@AutoConfigureEmbeddedCrisp
@ParameterizedClass
@EnumSource(EmbeddedCrisp.Transport.class)
@BrowserTest
class ConsolePageTests {

	@Autowired
	private EmbeddedCrisp crisp;

	@Parameter
	EmbeddedCrisp.Transport transport;

	private BrowserContext visit;

	private ConsolePage console;

	private Page page;

	@BeforeEach
	void open(Browser browser) {
		PlaywrightAssertions.setDefaultAssertionTimeout(WaitLimit.DURATION.toMillis());
		this.crisp.transport(this.transport);
		if (this.transport == EmbeddedCrisp.Transport.RTM) {
			this.crisp.awaitRtmConnected();
		}
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
	void visitorTalksToTheApplication() {
		this.console.visitorWrites("Hi");
		assertThat(this.console.chat().last()).containsText("Hello! What is it about?");
		this.page.locator("#visitor-messages").getByText("Shipping").click();
		assertThat(this.console.chat().last()).containsText("You chose shipping.");
		assertThat(this.page.locator("#visitor-messages .choice.chosen")).hasText("Shipping");
	}

	@Test
	void severalVisitorsHaveTheirOwnConversations() {
		this.console.newVisitor("Ada");
		this.console.visitorWrites("One");
		assertThat(this.console.chat()).hasCount(2);
		this.console.newVisitor("Ben");
		assertThat(this.console.chat()).hasCount(0);
		this.console.visitorWrites("Two");
		assertThat(this.console.chat().last()).containsText("You wrote: Two");
		assertThat(this.console.conversations()).hasCount(2);
		this.page.getByLabel("Write as").selectOption("Ada");
		assertThat(this.console.chat().last()).containsText("You wrote: One");
		assertThat(this.page.locator("#operator-name")).hasText("Ada");
	}

	@Test
	void operatorAnswersAssignsAndResolves() {
		this.console.visitorWrites("A question");
		assertThat(this.console.thread()).hasCount(2);
		this.page.getByLabel("Assigned to").selectOption("Maya Lindt");
		this.console.operatorSends("Reply", "This is Maya.");
		assertThat(this.console.chat().last()).containsText("This is Maya.");
		this.console.operatorSends("Note", "A regular");
		assertThat(this.console.thread().last()).containsText("A regular");
		assertThat(this.page.locator("#visitor")).not().containsText("A regular");
		this.page.getByLabel("State").selectOption("resolved");
		assertThat(this.page.locator("#visitor-hint")).containsText("This conversation is resolved.");
		assertThat(this.console.conversations()).containsText("Maya Lindt");
	}

	@Test
	void operatorSendsAPickerAndAFile() {
		this.console.visitorWrites("A question");
		assertThat(this.console.chat()).hasCount(2);
		this.page.getByLabel("Type of message").selectOption("Picker");
		this.page.getByLabel("Choices, separated by commas").fill("Red, Green");
		this.console.operatorSends("Picker", "Which colour?");
		this.page.locator("#visitor-messages").getByText("Green").click();
		assertThat(this.console.chat().last()).containsText("You chose green.");
		this.console.operatorSends("File", "https://example.com/terms.pdf");
		assertThat(this.console.chat().last().getByText("terms.pdf")).hasAttribute("href",
				"https://example.com/terms.pdf");
	}

	@Test
	void visitorSendsAFileAndAnEmailAddress() {
		this.page.getByText("File or e-mail address").click();
		this.page.getByLabel("URL of a file").fill("https://example.com/photo.png");
		this.console.press("Send file");
		assertThat(this.console.thread().first()).containsText("photo.png");
		this.page.getByLabel("E-mail address of the visitor").fill("ada@example.com");
		this.console.press("Set e-mail");
		assertThat(this.page.getByLabel("Write as").locator("option:checked")).hasText("Ada (ada@example.com)");
		assertThat(this.console.entry("session:set_email")).hasCount(1);
	}

	@Test
	void bothSidesSeeTypingAndReadMarks() {
		this.console.newVisitor("Ada");
		this.page.getByLabel("Message of the visitor").pressSequentially("Wai");
		assertThat(this.page.locator("#operator-typing")).containsText("Ada is typing");
		this.page.getByLabel("Message of the visitor").press("Enter");
		assertThat(this.page.locator("#operator-typing")).isEmpty();
		assertThat(this.console.chat()).hasCount(2);
		this.page.getByLabel("Message of the operator").pressSequentially("Hel");
		assertThat(this.page.locator("#visitor-typing")).containsText("typing");
		assertThat(this.console.chat().first()).containsText("read");
	}

	@Test
	void timelineShowsTheEventAndTheCallsThatFollow() {
		this.console.visitorWrites("Wait");
		Locator entry = this.console.entry("message:send");
		assertThat(entry).containsText((this.transport == EmbeddedCrisp.Transport.RTM) ? "RTM" : "Webhook");
		assertThat(entry).containsText("Ada");
		assertThat(entry).containsText("ConsoleApplication.answer");
		assertThat(entry).containsText("1 call");
		entry.locator(".summary").press("Enter");
		assertThat(entry.getByLabel("Event as JSON")).containsText("\"content\": \"Wait\"");
		Locator call = entry.locator(".call");
		call.locator("summary").press("Enter");
		assertThat(call.getByLabel("Request as JSON")).containsText("You wrote: Wait");
		assertThat(call.getByLabel("Response as JSON")).containsText("\"error\": false");
	}

	@Test
	void callsBelongToTheEventThatTheApplicationHandles() {
		this.console.visitorWrites("Is there a person?");
		assertThat(this.console.chat()).hasCount(2);
		assertThat(this.console.entry("message:send")).containsText("2 calls");
		assertThat(this.console.entry("message:received")).hasCount(2);
	}

	@Test
	void trafficIsCountedForItsTransport() {
		String own = (this.transport == EmbeddedCrisp.Transport.RTM) ? "#rtm-traffic" : "#webhook-traffic";
		String other = (this.transport == EmbeddedCrisp.Transport.RTM) ? "#webhook-traffic" : "#rtm-traffic";
		this.console.visitorWrites("Wait");
		assertThat(this.console.chat()).hasCount(2);
		assertThat(this.page.locator(own)).containsText("delivered");
		assertThat(this.page.locator(other)).hasText("0 events");
		assertThat(this.page.locator("input[value=" + this.transport + "]")).isChecked();
	}

	@Test
	void eventIsResent() {
		this.console.visitorWrites("Wait");
		assertThat(this.console.chat()).hasCount(2);
		Locator entry = this.console.entry("message:send");
		entry.locator(".summary").click();
		entry.getByText("Resend").click();
		assertThat(entry).hasCount(2);
	}

	@Test
	void anyEventIsTriggeredWithAnEditedExample() {
		this.console.press("Trigger event …");
		this.page.getByLabel("Event", new Page.GetByLabelOptions().setExact(true)).fill("campaign:progress");
		assertThat(this.page.getByLabel("Data, as JSON")).not().hasValue("");
		this.page.getByLabel("Data, as JSON").fill("{\"edited\": 12345678901234567890}");
		this.console.press("Trigger");
		assertThat(this.page.locator("#trigger-done")).containsText("Triggered 'campaign:progress'");
		this.page.keyboard().press("Escape");
		Locator entry = this.console.entry("campaign:progress");
		entry.locator(".summary").click();
		assertThat(entry.getByLabel("Event as JSON")).containsText("\"edited\": 12345678901234567890");
	}

	@Test
	void invalidDataIsNotTriggered() {
		this.console.press("Trigger event …");
		this.page.getByLabel("Event", new Page.GetByLabelOptions().setExact(true)).fill("session:set_email");
		assertThat(this.page.getByLabel("Data, as JSON")).not().hasValue("");
		this.page.getByLabel("Data, as JSON").fill("[]");
		this.console.press("Trigger");
		assertThat(this.page.locator("#trigger-alert")).hasText("The data must be a JSON object.");
		assertThat(this.crisp.deliveries()).isEmpty();
	}

	@Test
	void transcriptIsSavedAndReplayed(@TempDir Path folder) throws Exception {
		this.console.visitorWrites("First");
		assertThat(this.console.chat()).hasCount(2);
		this.console.visitorWrites("Second");
		assertThat(this.console.chat()).hasCount(4);
		Download download = this.page.waitForDownload(() -> this.console.press("Save transcript"));
		assertThat(download.suggestedFilename()).isEqualTo("transcript-ada.json");
		Path saved = folder.resolve("transcript.json");
		download.saveAs(saved);
		assertThat(EmbeddedTranscript.parse(Files.readString(saved)).entries()).hasSize(4);
		this.page.getByLabel("Transcript to replay").setInputFiles(saved);
		assertThat(this.page.locator("#visitor-hint")).hasText("The replay is complete.");
		assertThat(this.console.conversations()).hasCount(2);
		assertThat(this.console.chat()).hasCount(4);
	}

	@Test
	void fileThatIsNoTranscriptIsRejected() {
		this.page.getByLabel("Transcript to replay")
			.setInputFiles(
					new FilePayload("notes.json", "application/json", "no JSON".getBytes(StandardCharsets.UTF_8)));
		assertThat(this.page.locator("#visitor-hint")).containsText("'notes.json' is not a transcript");
	}

	@Test
	void conversationIsRestartedWithTheSameVisitor() {
		this.console.newVisitor("Zoe");
		this.console.visitorWrites("Wait");
		assertThat(this.console.chat()).hasCount(2);
		this.console.press("Restart");
		assertThat(this.console.chat()).hasCount(0);
		assertThat(this.page.getByLabel("Write as").locator("option:checked")).hasText("Zoe");
		this.console.visitorWrites("Again");
		assertThat(this.console.chat().last()).containsText("You wrote: Again");
	}

	@Test
	void faultIsSeenAndRemoved() {
		this.console.press("Exceed quota");
		assertThat(this.console.button("Exceed quota")).hasAttribute("aria-pressed", "true");
		assertThat(this.page.locator("#fault-pending")).hasText("Active: quota exceeded");
		this.console.visitorWrites("Wait");
		assertThat(this.console.entry("message:send").first()).containsText("rejected");
		this.console.press("Remove all faults");
		assertThat(this.page.locator("#fault-pending")).hasText("None active");
		assertThat(this.console.button("Exceed quota")).hasAttribute("aria-pressed", "false");
	}

	@Test
	void faultThatHasTakenEffectIsNoLongerActive() {
		this.console.press("429");
		assertThat(this.page.locator("#fault-pending")).hasText("Active: 1 REST call");
		this.console.visitorWrites("Wait");
		assertThat(this.console.chat().last()).containsText("You wrote: Wait");
		assertThat(this.page.locator("#fault-pending")).hasText("None active");
	}

	@Test
	void everythingIsReset() {
		this.console.visitorWrites("Wait");
		assertThat(this.console.chat()).hasCount(2);
		this.console.press("Reset …");
		this.page.locator("#reset-dialog").getByText("Reset", new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(this.console.conversations()).hasCount(0);
		assertThat(this.page.locator(".entry")).hasCount(0);
		assertThat(this.page.getByLabel("Write as")).isDisabled();
	}

}
