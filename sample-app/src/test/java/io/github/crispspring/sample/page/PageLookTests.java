package io.github.crispspring.sample.page;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the layout and the accessibility of the page.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "sample.slowness=60s", "crisp.webhook.acknowledge-timeout=3s" })
@ExtendWith(InstalledBrowser.Extension.class)
@EnabledIf(value = "io.github.crispspring.sample.page.InstalledBrowser#isExpected",
		disabledReason = InstalledBrowser.MISSING)
class PageLookTests {

	/**
	 * Script that returns the texts with a contrast below 4.5:1, the minimum of WCAG
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

	@Value("${local.server.port}")
	private int port;

	private Browser browser;

	@BeforeEach
	void start(Browser browser) {
		PlaywrightAssertions.setDefaultAssertionTimeout(WaitLimit.DURATION.toMillis());
		this.browser = browser;
	}

	@Test
	void messageWrittenBeforeTheConversationIsOpenIsSent() {
		try (BrowserContext visit = visit(1280, ColorScheme.LIGHT)) {
			Page page = visit.newPage();
			List<Route> held = new ArrayList<>();
			page.route("**/visitor/conversations", held::add);
			page.navigate(url());
			page.getByLabel("Message to the shop").fill("Early bird");
			page.getByLabel("Message to the shop").press("Enter");
			assertThat(page.getByLabel("Message to the shop")).isEmpty();
			page.waitForCondition(() -> !held.isEmpty());
			held.get(0).resume();
			assertThat(page.locator("#shop-messages .message").first()).containsText("Early bird");
		}
	}

	@Test
	void messagesAreOrderedByFractionsOfASecond() {
		try (BrowserContext visit = visit(1280, ColorScheme.LIGHT)) {
			Page page = visit.newPage();
			page.navigate(url());
			assertThat(page.evaluate(
					"""
							async () => {
								const { Messages } = await import("/page/messages.js");
								const list = document.createElement("ol");
								document.body.append(list);
								const messages = new Messages(list, { mine: () => true });
								for (const timestamp of ["2026-01-01T10:00:00.044Z", "2026-01-01T10:00:01Z", "2026-01-01T10:00:00Z"]) {
									messages.show({ fingerprint: timestamp, timestamp, choices: [] });
								}
								return [...list.children].map((item) => item.dataset.fingerprint).join(" ");
							}"""))
				.isEqualTo("2026-01-01T10:00:00Z 2026-01-01T10:00:00.044Z 2026-01-01T10:00:01Z");
		}
	}

	@Test
	void pageHasNoHorizontalScrolling() {
		try (BrowserContext visit = visit(360, ColorScheme.LIGHT)) {
			Page page = talk(visit);
			for (int width : new int[] { 360, 700, 1024, 1440 }) {
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

	@Test
	void allPartsAreReachableOnANarrowScreen() {
		try (BrowserContext visit = visit(360, ColorScheme.LIGHT)) {
			Page page = talk(visit);
			for (String part : List.of("Operator", "Switches", "Timeline", "Visitor")) {
				page.locator(".parts").getByText(part).click();
			}
			assertThat(page.locator("#shop")).isInViewport();
			page.locator(".parts").getByText("Operator").click();
			assertThat(page.locator("#desk-text")).isInViewport();
		}
	}

	@Test
	void everythingHasANameAndARole() {
		try (BrowserContext visit = visit(1280, ColorScheme.LIGHT)) {
			Page page = talk(visit);
			assertThat(page.locator("body")).matchesAriaSnapshot("""
					- banner:
					  - heading "Crisp Spring Boot Starter" [level=1]
					  - status
					- main:
					  - region "Fern & Pot":
					    - heading "Fern & Pot" [level=2]
					    - button "New conversation"
					    - log "Chat with the shop"
					    - textbox "Message to the shop"
					    - button "Send"
					  - region "Support desk":
					    - navigation "Conversations"
					    - combobox "State"
					    - combobox "Assigned to"
					    - log "Thread"
					    - textbox "Reply or note"
					    - checkbox "Private note"
					    - button "Send"
					  - region "Switches":
					    - group "Transport of events":
					      - radio "Webhook"
					      - radio "RTM"
					    - button "Cut the connection"
					    - button "Send a forged webhook"
					    - button "Send a duplicate"
					    - button "Fail on the next message"
					    - button "Be slow on the next message"
					  - region "Timeline":
					    - checkbox "Typing and read marks"
					    - region "Events, newest first"
					""");
			assertThat(strings(page, """
					[...document.querySelectorAll("[id]")].map((each) => each.id)
						.filter((id, position, all) => all.indexOf(id) !== position)""")).isEmpty();
			assertThat(strings(page, "[...document.querySelectorAll('[aria-live=polite]')].map((each) => each.id)"))
				.containsExactly("shop-log", "desk-log");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void textHasSufficientContrast(ColorScheme colors) {
		try (BrowserContext visit = visit(1280, colors)) {
			Page page = talk(visit);
			page.getByLabel("Private note").check();
			page.locator("[data-switch=forge] button").click();
			assertThat(page.locator("[data-switch=forge] output")).not().isEmpty();
			assertThat(strings(page, CONTRAST)).isEmpty();
		}
	}

	@Test
	void focusIsVisible() {
		try (BrowserContext visit = visit(1280, ColorScheme.LIGHT)) {
			Page page = talk(visit);
			for (int i = 0; i < 12; i++) {
				page.keyboard().press("Tab");
				assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
			}
		}
	}

	@Test
	void pageLoadsOnlyItsOwnResourcesWithoutErrors() {
		try (BrowserContext visit = visit(1280, ColorScheme.LIGHT)) {
			List<String> complaints = new CopyOnWriteArrayList<>();
			visit.onRequest((request) -> {
				if (!request.url().startsWith(url()) && !request.url().startsWith("data:")) {
					complaints.add(request.url());
				}
			});
			visit.onConsoleMessage((message) -> complaints.add(message.text()));
			visit.onWebError((error) -> complaints.add(error.error()));
			talk(visit);
			assertThat(complaints).isEmpty();
		}
	}

	private Page talk(BrowserContext visit) {
		Page page = visit.newPage();
		page.navigate(url());
		page.getByLabel("Message to the shop").fill("A word of " + "very".repeat(40) + " great length");
		page.getByLabel("Message to the shop").press("Enter");
		assertThat(page.locator("#shop .choice").first()).isVisible();
		assertThat(page.locator("#desk-messages .message")).hasCount(2);
		assertThat(page.locator(".entry:not(.quiet-event)").first()).isVisible();
		return page;
	}

	private BrowserContext visit(int width, ColorScheme colors) {
		BrowserContext visit = this.browser
			.newContext(new Browser.NewContextOptions().setViewportSize(width, 780).setColorScheme(colors));
		visit.setDefaultTimeout(WaitLimit.DURATION.toMillis());
		return visit;
	}

	private String url() {
		return "http://localhost:" + this.port + "/";
	}

	@SuppressWarnings("unchecked")
	private static List<String> strings(Page page, String expression) {
		return (List<String>) page.evaluate(expression);
	}

}
