package io.github.crispspring.ai.mcp;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * MCP server for Crisp.
 */
@SpringBootApplication
public class CrispMcpApplication {

	public static void main(String[] args) {
		SpringApplication.run(CrispMcpApplication.class, args);
	}

}
