package io.github.crispspring.readme;

import io.github.crispspring.autoconfigure.security.reactive.CrispRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;

/**
 * The README's configuration of Spring Security for a reactive application.
 */
@Configuration(proxyBeanMethods = false)
public class ReactiveSecurity {

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http) {
		return http.authorizeExchange(
				(exchanges) -> exchanges.matchers(CrispRequest.toWebhook()).permitAll().anyExchange().authenticated())
			.csrf((csrf) -> csrf.requireCsrfProtectionMatcher(new AndServerWebExchangeMatcher(
					CsrfWebFilter.DEFAULT_CSRF_MATCHER, new NegatedServerWebExchangeMatcher(CrispRequest.toWebhook()))))
			.formLogin(Customizer.withDefaults())
			.build();
	}

}
