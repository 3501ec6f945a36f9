package io.github.crispspring.readme;

import io.github.crispspring.webhook.CrispWidgetVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Example of a widget.
 */
final class WidgetExamples {

	private WidgetExamples() {
	}

	@RestController
	class OrderWidget {

		private final CrispWidgetVerifier widgets;

		OrderWidget(CrispWidgetVerifier widgets) {
			this.widgets = widgets;
		}

		@PostMapping("/widgets/order")
		String show(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
			this.widgets.verify(headers, body);
			return "{}";
		}

	}

}
