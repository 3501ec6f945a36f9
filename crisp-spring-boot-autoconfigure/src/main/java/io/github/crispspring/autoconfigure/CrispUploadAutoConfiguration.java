package io.github.crispspring.autoconfigure;

import java.util.Set;

import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.event.BucketUrlUploadGenerated;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.upload.CrispUploads;
import io.github.crispspring.upload.ReactiveCrispUploads;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for uploads of files. The event that
 * they require is subscribed to only if they are used.
 */
@AutoConfiguration(after = { CrispClientAutoConfiguration.class, CrispListenerAutoConfiguration.class })
@ConditionalOnClass(WebClient.class)
@ConditionalOnBean(value = { CrispListenerRegistry.class, WebClient.Builder.class }, name = "reactiveCrispClient")
public final class CrispUploadAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveCrispUploads reactiveCrispUploads(@Qualifier("reactiveCrispClient") ReactiveCrispClient client,
			WebClient.Builder webClientBuilder, CrispListenerRegistry listenerRegistry) {
		listenerRegistry.require(Set.of(BucketUrlUploadGenerated.NAME));
		return new ReactiveCrispUploads(client.bucket(), webClientBuilder.build(),
				ReactiveCrispUploads.DEFAULT_TIMEOUT);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	CrispUploads crispUploads(ReactiveCrispUploads uploads) {
		return new CrispUploads(uploads);
	}

}
