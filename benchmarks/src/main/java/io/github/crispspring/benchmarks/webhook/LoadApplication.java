package io.github.crispspring.benchmarks.webhook;

import io.github.crispspring.benchmarks.Figures;
import io.github.crispspring.benchmarks.memory.Heap;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Application with a listener and a controller that do nothing.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class LoadApplication {

	public static void main(String[] args) {
		SpringApplication.run(LoadApplication.class, args);
	}

	@CrispListener
	void on(MessageSend message) {
	}

	@GetMapping("/allocated")
	String allocated() {
		return Long.toString(Figures.allocated());
	}

	@GetMapping("/heap")
	String heap() throws InterruptedException {
		return Long.toString(Heap.used());
	}

	@PostMapping("/empty")
	void empty(@RequestBody byte[] body) {
	}

}
