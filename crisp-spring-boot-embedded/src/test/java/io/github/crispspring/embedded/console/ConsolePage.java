package io.github.crispspring.embedded.console;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.crispspring.embedded.EmbeddedCrisp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The console in a browser, with what a user sees and does.
 */
final class ConsolePage {

	private final Page page;

	ConsolePage(Page page, EmbeddedCrisp crisp) {
		this.page = page;
		page.navigate(crisp.url() + "/");
		page.waitForCondition(() -> page.locator("#status").innerText().contains(crisp.url().toString()));
	}

	Page page() {
		return this.page;
	}

	void visitorWrites(String text) {
		this.page.getByLabel("Message of the visitor").fill(text);
		this.page.getByLabel("Message of the visitor").press("Enter");
	}

	void operatorSends(String type, String text) {
		this.page.getByLabel("Type of message").selectOption(type);
		this.page.getByLabel("Message of the operator").fill(text);
		this.page.getByLabel("Message of the operator").press("Enter");
	}

	void newVisitor(String name) {
		press("New visitor …");
		this.page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
		press("Create");
		assertThat(this.page.locator("#name-dialog")).isHidden();
	}

	void press(String name) {
		button(name).click();
	}

	Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	Locator chat() {
		return this.page.locator("#visitor-messages .message");
	}

	Locator thread() {
		return this.page.locator("#operator-messages .message");
	}

	Locator conversations() {
		return this.page.locator("#operator-list .conversation");
	}

	Locator entry(String event) {
		return this.page.locator(".entry")
			.filter(new Locator.FilterOptions().setHas(this.page.locator(".summary > .event",
					new Page.LocatorOptions().setHasText(Pattern.compile("^" + event + "$")))));
	}

}
