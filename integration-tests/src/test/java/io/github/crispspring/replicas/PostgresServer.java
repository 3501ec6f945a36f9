package io.github.crispspring.replicas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.crispspring.testsupport.WaitLimit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * PostgreSQL.
 */
final class PostgresServer extends StoreServer {

	private final int port = freePort();

	private final Path data;

	private @Nullable EmbeddedPostgres postgres;

	PostgresServer() throws IOException {
		this.data = Files.createTempDirectory("postgres").resolve("data");
		start();
		ResourceDatabasePopulator schema = new ResourceDatabasePopulator(
				new ClassPathResource("org/springframework/integration/jdbc/schema-postgresql.sql"));
		schema.execute(this.postgres.getPostgresDatabase());
	}

	@Override
	void start() throws IOException {
		if (this.postgres != null) {
			this.postgres.close();
		}
		this.postgres = EmbeddedPostgres.builder()
			.setPort(this.port)
			.setDataDirectory(this.data)
			.setCleanDataDirectory(false)
			.setPGStartupWait(WaitLimit.DURATION)
			.start();
	}

	@Override
	List<String> properties() {
		return List.of("replica.locks=jdbc", "crisp.replicas.shared-duplicates=jdbc",
				"crisp.replicas.jdbc.initialize-schema=always",
				"spring.datasource.url=" + this.postgres.getJdbcUrl("postgres", "postgres"));
	}

	@Override
	long accesses() {
		return new JdbcTemplate(this.postgres.getPostgresDatabase()).queryForObject("SELECT txid_current()",
				Long.class);
	}

	@Override
	Stream<ProcessHandle> processes() {
		try {
			String pid = Files.readAllLines(this.data.resolve("postmaster.pid")).get(0).strip();
			return ProcessHandle.of(Long.parseLong(pid)).stream();
		}
		catch (IOException ex) {
			throw new IllegalStateException("PostgreSQL is not running", ex);
		}
	}

}
