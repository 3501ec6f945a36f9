package io.github.crispspring.webhook;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Controller that passes webhooks to the {@link CrispWebhookReceiver} on Spring MVC.
 */
@Controller
public class CrispWebhookController {

	private static final String PATH = "${crisp.webhook.path:/crisp/webhook}";

	private final CrispWebhookReceiver receiver;

	CrispWebhookController(CrispWebhookReceiver receiver) {
		this.receiver = receiver;
	}

	@RequestMapping(PATH)
	WebhookResult receive(WebhookRequest request) {
		return this.receiver.receive(request);
	}

	/**
	 * Without this mapping, Spring would respond to OPTIONS with all methods, of which
	 * only {@code POST} is allowed.
	 */
	@RequestMapping(path = PATH, method = RequestMethod.OPTIONS)
	WebhookResult receiveOptions(WebhookRequest request) {
		return receive(request);
	}

}
