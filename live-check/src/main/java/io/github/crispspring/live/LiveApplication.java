package io.github.crispspring.live;

import java.util.HashMap;
import java.util.Map;

import io.github.crispspring.client.CrispWebClientCustomizer;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Application that makes the calls and receives the events of a live check, with the
 * auto-configuration of the starter.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class LiveApplication {

	@Bean
	CallRecorder callRecorder() {
		return new CallRecorder();
	}

	@Bean
	CrispWebClientCustomizer recordingCustomizer(CallRecorder callRecorder) {
		return (builder) -> builder.filter(callRecorder);
	}

	@Bean
	ReceivedEvents receivedEvents() {
		return new ReceivedEvents();
	}

	@Bean
	EveryDelivery everyDelivery() {
		return new EveryDelivery();
	}

	/**
	 * Start the application. It has a web server only if there is a webhook.
	 */
	static ConfigurableApplicationContext start(LiveCheckSettings settings) {
		Map<String, Object> properties = new HashMap<>(settings.properties());
		properties.put("crisp.rtm.enabled", "true");
		properties.put("crisp.rest.retry.enabled", "false");
		properties.put("management.endpoints.web.exposure.include", "crisp");
		// Neither names nor texts of visitors may be printed, whatever is logged
		properties.put("logging.level.root", "off");
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("live-check", properties));
		return new SpringApplicationBuilder(LiveApplication.class).environment(environment)
			.bannerMode(Banner.Mode.OFF)
			.web(settings.hasWebhook() ? WebApplicationType.REACTIVE : WebApplicationType.NONE)
			.run();
	}

}
