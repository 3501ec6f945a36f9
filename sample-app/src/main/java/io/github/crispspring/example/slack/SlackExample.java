package io.github.crispspring.example.slack;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Application with the recipe of this package.
 */
@SpringBootApplication
public class SlackExample {

	/**
	 * Start the application.
	 * @param args the command line arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(SlackExample.class, args);
	}

}
