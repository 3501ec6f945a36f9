package io.github.crispspring.sample.crisp;

import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Converts rejected requests of the page to error responses.
 */
@RestControllerAdvice
class RejectedRequestAdvice {

	@ExceptionHandler
	ResponseEntity<Map<String, String>> onRejectedRequest(RejectedRequestException ex) {
		// Explicit, because the page's EventSource accepts only event streams
		return ResponseEntity.status(ex.envelope().status())
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("reason", ex.envelope().reason()));
	}

}
