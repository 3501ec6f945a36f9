package io.github.crispspring.sample.crisp;

import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers what the page asks of the embedded Crisp in vain.
 */
@RestControllerAdvice
class RefusalAdvice {

	@ExceptionHandler
	ResponseEntity<Map<String, String>> onRefusal(Refusal refusal) {
		// Said outright, since an event stream is all that the page's EventSource
		// accepts.
		return ResponseEntity.status(refusal.envelope().status())
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("reason", refusal.envelope().reason()));
	}

}
