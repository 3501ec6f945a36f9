package io.github.crispspring.example.people;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Application with the recipe of this package.
 */
@SpringBootApplication
public class PeopleExample {

	/**
	 * Start the application.
	 * @param args the command line arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(PeopleExample.class, args);
	}

}
