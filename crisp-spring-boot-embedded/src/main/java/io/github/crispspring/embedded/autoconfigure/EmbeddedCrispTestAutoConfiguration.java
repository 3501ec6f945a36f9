package io.github.crispspring.embedded.autoconfigure;

import io.github.crispspring.autoconfigure.CrispAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for an embedded Crisp in a test that
 * requests one. It takes the place of the real Crisp, whatever is configured.
 */
@AutoConfiguration(before = { EmbeddedCrispAutoConfiguration.class, CrispAutoConfiguration.class })
@Import(EmbeddedCrispConfiguration.class)
public final class EmbeddedCrispTestAutoConfiguration {

}
