package io.github.crispspring.replicas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.awaitility.Awaitility.await;

/**
 * MariaDB, which must be installed.
 */
final class MariaDbServer extends StoreServer {

	private static final Path PROGRAM = Path.of("/usr/sbin/mariadbd");

	private static final String USER = System.getProperty("user.name");

	private final int port = freePort();

	private final Path data;

	private @Nullable Process process;

	MariaDbServer() throws IOException {
		this.data = Files.createTempDirectory("mariadb");
		run(List.of("mariadb-install-db", "--no-defaults", "--user=" + USER, "--datadir=" + this.data,
				"--auth-root-authentication-method=normal", "--skip-test-db"));
		start();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> this.process.destroyForcibly()));
		ResourceDatabasePopulator schema = new ResourceDatabasePopulator(
				new ClassPathResource("org/springframework/integration/jdbc/schema-mysql.sql"));
		schema.execute(new DriverManagerDataSource(url(), "root", ""));
	}

	/**
	 * Return whether MariaDB is installed.
	 */
	static boolean isInstalled() {
		return Files.isExecutable(PROGRAM);
	}

	@Override
	void start() throws IOException {
		this.process = new ProcessBuilder(PROGRAM.toString(), "--no-defaults", "--user=" + USER,
				"--datadir=" + this.data, "--port=" + this.port, "--socket=" + this.data.resolve("socket"),
				"--pid-file=" + this.data.resolve("pid"), "--bind-address=127.0.0.1")
			.redirectErrorStream(true)
			.redirectOutput(this.data.resolve("log").toFile())
			.start();
		await().until(this::isReady);
	}

	private boolean isReady() {
		try (Connection connection = new DriverManagerDataSource(url(), "root", "").getConnection()) {
			return connection.isValid(1);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private String url() {
		return "jdbc:mariadb://127.0.0.1:" + this.port + "/crisp?createDatabaseIfNotExist=true";
	}

	@Override
	List<String> properties() {
		return List.of("replica.locks=jdbc", "crisp.replicas.shared-duplicates=jdbc",
				"crisp.replicas.jdbc.initialize-schema=always", "spring.datasource.url=" + url(),
				"spring.datasource.username=root");
	}

	@Override
	long accesses() {
		return new JdbcTemplate(new DriverManagerDataSource(url(), "root", "")).queryForObject(
				"SELECT VARIABLE_VALUE FROM INFORMATION_SCHEMA.GLOBAL_STATUS WHERE VARIABLE_NAME = 'COM_COMMIT'",
				Long.class);
	}

	@Override
	Stream<ProcessHandle> processes() {
		return Stream.of(this.process.toHandle());
	}

}
