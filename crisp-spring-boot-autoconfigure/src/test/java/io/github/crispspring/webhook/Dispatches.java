package io.github.crispspring.webhook;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Records the dispatches of all requests.
 */
@Configuration(proxyBeanMethods = false)
class Dispatches {

	final List<DispatcherType> started = new CopyOnWriteArrayList<>();

	final List<DispatcherType> returning = new CopyOnWriteArrayList<>();

	/**
	 * Thread of the last dispatch.
	 */
	volatile Thread thread;

	/**
	 * Action before the servlet returns.
	 */
	volatile Runnable action = () -> {
	};

	@Bean
	DispatcherServlet dispatcherServlet() {
		return new DispatcherServlet() {

			@Override
			protected void doService(HttpServletRequest request, HttpServletResponse response) throws Exception {
				Dispatches.this.thread = Thread.currentThread();
				Dispatches.this.started.add(request.getDispatcherType());
				super.doService(request, response);
				Dispatches.this.returning.add(request.getDispatcherType());
				Dispatches.this.action.run();
			}

		};
	}

}
