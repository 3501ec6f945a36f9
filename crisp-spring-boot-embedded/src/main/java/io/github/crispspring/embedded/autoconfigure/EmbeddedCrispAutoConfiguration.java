package io.github.crispspring.embedded.autoconfigure;

import io.github.crispspring.autoconfigure.CrispAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispConnectionDetails;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for an embedded Crisp during
 * development, where nothing of the real one is configured.
 */
@AutoConfiguration(before = CrispAutoConfiguration.class)
@Conditional(OnEmbeddedCrispCondition.class)
@ConditionalOnMissingBean(CrispConnectionDetails.class)
@Import(EmbeddedCrispConfiguration.class)
public final class EmbeddedCrispAutoConfiguration {

}
