package io.github.crispspring.autoconfigure;

import java.lang.reflect.Method;
import java.util.stream.Stream;

import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.bucket.ReactiveBucketClient;
import io.github.crispspring.client.media.ReactiveMediaClient;
import io.github.crispspring.client.plan.ReactivePlanClient;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEventJacksonModule;
import io.github.crispspring.rtm.CrispRtmLeadership;
import io.github.crispspring.webhook.CrispWebhookVerifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for beans that an application may replace.
 */
class ReplaceableBeansTests {

	@ParameterizedTest
	@ValueSource(classes = { CrispConnectionDetails.class, CrispRest.class, ReactiveCrispClient.class,
			ReactiveWebsiteClient.class, ReactivePluginClient.class, ReactivePlanClient.class,
			ReactiveMediaClient.class, ReactiveBucketClient.class, CrispEventJacksonModule.class,
			CrispEventDeduplicator.class, CrispEventDispatcher.class, CrispWebhookConnectionDetails.class,
			CrispWebhookVerifier.class, CrispRtmLeadership.class })
	void beanOfApplicationReplacesDefault(Class<?> type) {
		assertThat(beans(type)).isNotEmpty()
			.allSatisfy((method) -> assertThat(method.isAnnotationPresent(ConditionalOnMissingBean.class))
				.as("%s is conditional on a missing bean", method)
				.isTrue());
	}

	private static Stream<Method> beans(Class<?> type) {
		return ImportCandidates.load(AutoConfiguration.class, null)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.github.crispspring.") && !name.contains(".test."))
			.map((name) -> ClassUtils.resolveClassName(name, null))
			.flatMap((candidate) -> Stream.concat(Stream.of(candidate), Stream.of(candidate.getDeclaredClasses())))
			.flatMap((candidate) -> Stream.of(candidate.getDeclaredMethods()))
			.filter((method) -> method.isAnnotationPresent(Bean.class))
			.filter((method) -> type.isAssignableFrom(method.getReturnType()));
	}

}
