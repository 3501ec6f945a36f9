package io.github.crispspring.autoconfigure;

import io.github.crispspring.event.CrispEventJacksonModule;
import tools.jackson.databind.JacksonModule;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that enables the application's JSON
 * mappers to write events and to read them back. It does not depend on
 * {@code crisp.enabled}, as stored events must remain readable if Crisp is disabled.
 */
@AutoConfiguration
@ConditionalOnClass(JacksonModule.class)
public final class CrispJacksonAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CrispEventJacksonModule crispEventJacksonModule() {
		return new CrispEventJacksonModule();
	}

}
