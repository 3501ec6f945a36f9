package io.github.crispspring.embedded.console;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import io.github.crispspring.testsupport.BrowserTest;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the console looks and is operated: screen sizes, color schemes, keyboard and
 * assistive technology.
 */
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "crisp.rtm.enabled=true")
@AutoConfigureEmbeddedCrisp
@BrowserTest
class ConsoleLookTests {

	/**
	 * Returns the texts whose contrast is less than 4.5 to 1, which WCAG requires in
	 * level AA.
	 */
	private static final String CONTRAST = """
			() => {
				const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
				const rgba = (color) => {
					canvas.clearRect(0, 0, 1, 1);
					canvas.fillStyle = color;
					canvas.fillRect(0, 0, 1, 1);
					return [...canvas.getImageData(0, 0, 1, 1).data];
				};
				const luminance = (color) => rgba(color).slice(0, 3).map((part) => part / 255)
					.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
					.reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
				const background = (element) => {
					for (let each = element; each; each = each.parentElement) {
						const color = getComputedStyle(each).backgroundColor;
						if (rgba(color)[3] === 255) {
							return color;
						}
					}
					return "white";
				};
				const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
				const weak = [];
				while (texts.nextNode()) {
					const element = texts.currentNode.parentElement;
					if (texts.currentNode.data.trim() === "" || !element.checkVisibility() || element.closest(":disabled")) {
						continue;
					}
					const one = luminance(getComputedStyle(element).color);
					const other = luminance(background(element));
					const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
					if (contrast < 4.5) {
						weak.push(`${contrast.toFixed(2)} ${element.className} "${texts.currentNode.data.trim()}"`);
					}
				}
				return weak;
			}""";

	@Autowired
	private EmbeddedCrisp crisp;

	private Browser browser;

	@BeforeEach
	void start(Browser browser) {
		PlaywrightAssertions.setDefaultAssertionTimeout(WaitLimit.DURATION.toMillis());
		this.crisp.transport(EmbeddedCrisp.Transport.WEBHOOK);
		// Otherwise the connection may be the first entry of the timeline
		this.crisp.awaitRtmConnected();
		this.browser = browser;
	}

	@Test
	void nothingHasToBeScrolledSideways() {
		try (BrowserContext visit = visit(360, ColorScheme.LIGHT)) {
			Page page = talk(visit);
			for (int width : new int[] { 360, 700, 1024, 1240, 1440, 1920 }) {
				page.setViewportSize(width, 780);
				assertThat(page.evaluate("document.documentElement.scrollWidth")).as("at %d px", width)
					.isEqualTo(width);
				assertThat(strings(page, """
						[...document.querySelectorAll("button, textarea, select, input")]
							.filter((each) => each.checkVisibility())
							.filter((each) => each.getBoundingClientRect().right > innerWidth)
							.map((each) => each.outerHTML)""")).as("at %d px", width).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void faultsAndAllPartsAreVisibleWithoutScrolling(ColorScheme colors) {
		try (BrowserContext visit = visit(1440, colors)) {
			Page page = talk(visit);
			for (String visible : List.of("#controls", "#visitor-text", "#operator-text", "#timeline-log")) {
				assertThat(page.locator(visible)).isInViewport();
			}
			assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(780);
		}
	}

	@Test
	void allPartsAreReachedOnANarrowScreen() {
		try (BrowserContext visit = visit(360, ColorScheme.LIGHT)) {
			Page page = talk(visit);
			for (String part : List.of("Operator", "Faults", "Timeline", "Visitor")) {
				page.locator(".parts").getByText(part).click();
			}
			assertThat(page.locator("#visitor-text")).isInViewport();
			page.locator(".parts").getByText("Operator").click();
			assertThat(page.locator("#operator-text")).isInViewport();
		}
	}

	@Test
	void conversationIsHeldAndInspectedWithTheKeyboard() {
		try (BrowserContext visit = visit(1440, ColorScheme.LIGHT)) {
			Page page = visit.newPage();
			new ConsolePage(page, this.crisp);
			tabTo(page, "visitor-new");
			page.keyboard().press("Enter");
			assertThat(page.locator("#name-text")).isFocused();
			page.keyboard().type("Zoe");
			page.keyboard().press("Enter");
			assertThat(page.locator("#name-dialog")).isHidden();
			tabTo(page, "visitor-text");
			page.keyboard().type("Wait");
			page.keyboard().press("Enter");
			assertThat(page.locator("#visitor-messages .message").last()).containsText("You wrote: Wait");
			tabTo(page, "timeline-log");
			page.keyboard().press("Tab");
			page.keyboard().press("Enter");
			assertThat(page.locator(".summary:focus")).hasAttribute("aria-expanded", "true");
			assertThat(page.locator(".detail")).isVisible();
		}
	}

	private static void tabTo(Page page, String id) {
		for (int i = 0; i < 60; i++) {
			if (id.equals(page.evaluate("document.activeElement.id"))) {
				return;
			}
			page.keyboard().press("Tab");
		}
		throw new AssertionError("#" + id + " is not reached with the keyboard");
	}

	@Test
	void focusIsVisible() {
		try (BrowserContext visit = visit(1280, ColorScheme.LIGHT)) {
			Page page = talk(visit);
			for (int i = 0; i < 40; i++) {
				page.keyboard().press("Tab");
				assertThat(page.evaluate("document.activeElement === document.body "
						+ "|| getComputedStyle(document.activeElement).outlineStyle"))
					.isIn("solid", true);
			}
		}
	}

	@Test
	void everythingHasANameAndARole() {
		try (BrowserContext visit = visit(1280, ColorScheme.LIGHT)) {
			Page page = talk(visit);
			assertThat(page.locator("body")).matchesAriaSnapshot("""
					- banner:
					  - heading "Embedded Crisp" [level=1]
					  - status
					  - button "Trigger event …"
					  - button "Reset …"
					- region "Transport and faults":
					  - group "Transport of events":
					    - radio /Webhook/ [checked]
					    - radio /RTM/
					  - group "Faults":
					    - combobox "for the next"
					    - button "Remove all faults" [disabled]
					    - group "Webhook":
					      - button "Forge signature"
					      - button "Stale signature"
					    - group "RTM":
					      - button "Stay cut for 10 s"
					    - group "Both transports":
					      - button "Duplicate"
					    - group "REST responses":
					      - button "Slow (8 s)"
					- main:
					  - region "Visitor":
					    - combobox "Write as"
					    - button "New visitor …"
					    - group "Conversation of the visitor":
					      - button "Restart"
					      - button "Save transcript"
					      - button "Replay transcript …"
					    - log "Chat of the visitor"
					    - textbox "Message of the visitor"
					    - button "Send"
					  - region "Operator":
					    - combobox "Answer as"
					    - navigation "Conversations"
					    - combobox "State"
					    - combobox "Assigned to"
					    - log "Thread"
					    - textbox "Message of the operator"
					    - combobox "Type of message"
					    - button "Send"
					  - region "Timeline":
					    - checkbox "Typing and read marks"
					    - region "Events and calls, newest first"
					""");
			assertThat(strings(page, """
					[...document.querySelectorAll("[id]")].map((each) => each.id)
						.filter((id, position, all) => all.indexOf(id) !== position)""")).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void textStandsOutFromItsBackground(ColorScheme colors) {
		try (BrowserContext visit = visit(1280, colors)) {
			Page page = talk(visit);
			page.getByText("Exceed quota").click();
			page.getByLabel("Type of message").selectOption("Note");
			page.locator(".entry:not(.quiet-event) .summary").first().click();
			page.getByText("Signature headers").click();
			assertThat(page.locator("#fault-pending")).containsText("quota exceeded");
			assertThat(strings(page, CONTRAST)).isEmpty();
		}
	}

	@Test
	void nothingIsLoadedFromElsewhereAndNoErrorIsReported() {
		try (BrowserContext visit = visit(1280, ColorScheme.LIGHT)) {
			List<String> complaints = new CopyOnWriteArrayList<>();
			visit.onRequest((request) -> {
				if (!request.url().startsWith(this.crisp.url().toString())) {
					complaints.add(request.url());
				}
			});
			visit.onConsoleMessage((message) -> complaints.add(message.text()));
			visit.onWebError((error) -> complaints.add(error.error()));
			talk(visit);
			assertThat(complaints).isEmpty();
		}
	}

	@Test
	void textsAreShownAsTextNeverAsMarkup() {
		try (BrowserContext visit = visit(1280, ColorScheme.LIGHT)) {
			Page page = visit.newPage();
			ConsolePage console = new ConsolePage(page, this.crisp);
			console.newVisitor("<b>Ada</b>");
			console.visitorWrites("<img src=x>");
			assertThat(console.chat().first()).containsText("<img src=x>");
			assertThat(console.conversations().first()).containsText("<b>Ada</b>");
		}
	}

	private Page talk(BrowserContext visit) {
		Page page = visit.newPage();
		ConsolePage console = new ConsolePage(page, this.crisp);
		console.visitorWrites("Hi, a word of " + "very".repeat(40) + " great length");
		assertThat(page.locator("#visitor .choice").first()).isVisible();
		assertThat(console.thread()).hasCount(2);
		assertThat(page.locator(".entry:not(.quiet-event)").first()).isVisible();
		return page;
	}

	private BrowserContext visit(int width, ColorScheme colors) {
		BrowserContext visit = this.browser
			.newContext(new Browser.NewContextOptions().setViewportSize(width, 780).setColorScheme(colors));
		visit.setDefaultTimeout(WaitLimit.DURATION.toMillis());
		return visit;
	}

	@SuppressWarnings("unchecked")
	private static List<String> strings(Page page, String expression) {
		return (List<String>) page.evaluate(expression);
	}

}
