package io.github.crispspring.embedded.autoconfigure;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedDelivery;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an embedded Crisp next to an application whose server uses TLS.
 */
class EmbeddedCrispTlsTests {

	private static final String PASSWORD = "password";

	@TempDir
	private static Path directory;

	private static Path keyStore;

	private static X509Certificate other;

	@BeforeAll
	static void createCertificates() throws Exception {
		keyStore = createKeyStore("application");
		other = certificate(createKeyStore("other"));
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void webhookIsDeliveredWithTls(WebApplicationType type) {
		try (ConfigurableApplicationContext context = run(type)) {
			EmbeddedCrisp crisp = context.getBean(EmbeddedCrisp.class);
			assertThat(crisp.visitor("Ada").writes("Hi").awaitReply().text()).isEqualTo("Hello!");
		}
	}

	@Test
	void anotherCertificateIsNotTrusted() {
		try (ConfigurableApplicationContext context = run(WebApplicationType.SERVLET)) {
			EmbeddedCrisp crisp = context.getBean(EmbeddedCrisp.class);
			int port = ((WebServerApplicationContext) context).getWebServer().getPort();
			crisp.webhookUrl(URI.create("https://localhost:" + port + "/crisp/webhook"), List.of(other));
			crisp.visitor("Ada").writes("Hi");
			EmbeddedDelivery.Attempt attempt = crisp.awaitDelivery((delivery) -> !delivery.attempts().isEmpty())
				.attempts()
				.get(0);
			assertThat(attempt.status()).isNull();
			assertThat(attempt.error()).isEqualTo("SSLHandshakeException");
		}
	}

	private static ConfigurableApplicationContext run(WebApplicationType type) {
		return new SpringApplicationBuilder(GreeterApplication.class).web(type)
			.run("--server.port=0", "--crisp.embedded.enabled=true", "--crisp.embedded.port=0",
					"--server.ssl.key-store=" + keyStore.toUri(), "--server.ssl.key-store-password=" + PASSWORD);
	}

	/**
	 * Create a self-signed certificate, which does not contain the name of the host.
	 */
	private static Path createKeyStore(String name) throws Exception {
		Path file = directory.resolve(name + ".p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keyalg", "EC", "-alias", name, "-dname", "CN=" + name, "-storetype", "PKCS12",
				"-keystore", file.toString(), "-storepass", PASSWORD)
			.inheritIO()
			.start();
		assertThat(keytool.waitFor(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
		assertThat(keytool.exitValue()).isZero();
		return file;
	}

	private static X509Certificate certificate(Path file) throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream stream = Files.newInputStream(file)) {
			store.load(stream, PASSWORD.toCharArray());
		}
		return (X509Certificate) store.getCertificate(store.aliases().nextElement());
	}

}
