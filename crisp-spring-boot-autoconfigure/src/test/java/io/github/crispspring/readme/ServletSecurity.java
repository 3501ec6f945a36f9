package io.github.crispspring.readme;

import io.github.crispspring.autoconfigure.security.servlet.CrispRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The README's configuration of Spring Security for a servlet application.
 */
@Configuration(proxyBeanMethods = false)
public class ServletSecurity {

	@Bean
	SecurityFilterChain security(HttpSecurity http) {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers(CrispRequest.toWebhook())
				.permitAll()
				.anyRequest()
				.authenticated())
			.csrf((csrf) -> csrf.ignoringRequestMatchers(CrispRequest.toWebhook()))
			.formLogin(Customizer.withDefaults())
			.build();
	}

}
