package io.github.crispspring.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Browser that is installed on this machine; none is downloaded.
 */
public final class InstalledBrowser implements AutoCloseable {

	/**
	 * Why tests are skipped without a browser.
	 */
	public static final String MISSING = "Chromium is not installed. Install it, or set CHROMIUM_PATH to its path";

	private final Playwright playwright;

	private final Browser browser;

	private InstalledBrowser(Path path) {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(path)
				.setChromiumSandbox(false)
				.setArgs(List.of("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
						"--disable-component-update", "--disable-sync")));
	}

	/**
	 * Return whether tests in a browser run. In continuous integration they always do, so
	 * that a missing browser fails the build.
	 * @return whether a browser is installed or required
	 */
	public static boolean isExpected() {
		return find().isPresent() || "true".equals(System.getenv("CI"));
	}

	private static InstalledBrowser start() {
		return new InstalledBrowser(find().orElseThrow(() -> new IllegalStateException(MISSING)));
	}

	private static Optional<Path> find() {
		return Stream.of(System.getenv("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/google-chrome")
			.filter(Objects::nonNull)
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

	/**
	 * Supplies the browser, started once for all tests, as a parameter of a method.
	 */
	public static final class Extension implements ParameterResolver {

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
			return parameter.getParameter().getType() == Browser.class;
		}

		@Override
		public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
			return context.getRoot()
				.getStore(ExtensionContext.Namespace.GLOBAL)
				.computeIfAbsent(InstalledBrowser.class, (key) -> start(), InstalledBrowser.class).browser;
		}

	}

}
