package io.github.crispspring.ai.recipe;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Application with the support bot.
 */
@SpringBootApplication
class SupportBotApplication {

}
