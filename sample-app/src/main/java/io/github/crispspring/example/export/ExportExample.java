package io.github.crispspring.example.export;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Application with the recipe of this package.
 */
@SpringBootApplication
public class ExportExample {

	/**
	 * Start the application.
	 * @param args the command line arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(ExportExample.class, args);
	}

}
