package io.github.crispspring.webhook;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Exception thrown when the request of a widget is rejected. The response of Spring MVC
 * and Spring WebFlux has status 401.
 */
public final class CrispWidgetRequestException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	CrispWidgetRequestException(String reason) {
		super(HttpStatus.UNAUTHORIZED, reason);
	}

}
