package io.github.crispspring.sample.lab;

import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.crisp.EventDelivery;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * HTTP endpoints of the controls that simulate faults.
 */
@RestController
@RequestMapping("/lab")
@OnlyWithEmbeddedCrisp
@ResponseStatus(HttpStatus.ACCEPTED)
class LabController {

	private final EmbeddedCrisp crisp;

	private final FaultyListener faultyListener;

	LabController(EmbeddedCrisp crisp, FaultyListener faultyListener) {
		this.crisp = crisp;
		this.faultyListener = faultyListener;
	}

	@PutMapping("/transport")
	void use(@RequestBody EventDelivery.Transport transport) {
		this.crisp.delivery().use(transport);
	}

	@PostMapping("/cut")
	void cut() {
		this.crisp.delivery().cut();
	}

	@PostMapping("/forged-hook")
	void forge() {
		this.crisp.delivery().forge(this.crisp.websiteId());
	}

	@PostMapping("/duplicate")
	void repeat() {
		if (!this.crisp.delivery().repeat()) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "no visitor has written yet");
		}
	}

	@PutMapping("/fault")
	void fault(@RequestBody Fault fault) {
		this.faultyListener.next(fault);
	}

}
