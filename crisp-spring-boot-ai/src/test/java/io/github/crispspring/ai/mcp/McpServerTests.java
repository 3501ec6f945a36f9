package io.github.crispspring.ai.mcp;

import java.util.Map;

import io.github.crispspring.embedded.EmbeddedConversation;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedMessage;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the MCP server with the client of the MCP Java SDK.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.ai.mcp.server.enabled=true", "crisp.ai.tools.write=true",
				"spring.ai.mcp.server.protocol=streamable", "spring.ai.mcp.server.name=crisp" })
class McpServerTests {

	private static final EmbeddedCrisp crisp = EmbeddedCrisp.start();

	@LocalServerPort
	private int port;

	private McpSyncClient client;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("crisp.rest.base-url", crisp::url);
		registry.add("crisp.identifier", crisp::identifier);
		registry.add("crisp.key", crisp::key);
		registry.add("crisp.ai.tools.websites", crisp::websiteId);
	}

	@AfterAll
	static void stop() {
		crisp.close();
	}

	@BeforeEach
	void connect() {
		crisp.reset();
		this.client = McpClient.sync(HttpClientStreamableHttpTransport.builder("http://localhost:" + this.port).build())
			.build();
		this.client.initialize();
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	@Test
	void serverListsTheTools() {
		assertThat(this.client.getServerInfo().name()).isEqualTo("crisp");
		assertThat(this.client.listTools().tools()).hasSize(13).allSatisfy((tool) -> {
			assertThat(tool.name()).startsWith("crisp_");
			assertThat(tool.description()).isNotBlank();
		});
	}

	@Test
	void agentFindsReadsAndAnswersAConversation() {
		EmbeddedConversation conversation = crisp.visitor("Ada").writes("Where is my parcel?");
		assertThat(call("crisp_search_conversations", Map.of("text", "parcel"))).contains(conversation.sessionId());
		assertThat(call("crisp_read_messages", Map.of("sessionId", conversation.sessionId())))
			.contains("Where is my parcel?");
		call("crisp_reply", Map.of("sessionId", conversation.sessionId(), "text", "It arrives tomorrow."));
		call("crisp_change_state", Map.of("sessionId", conversation.sessionId(), "state", "resolved"));
		assertThat(conversation.messages()).extracting(EmbeddedMessage::text).contains("It arrives tomorrow.");
		assertThat(conversation.state()).isEqualTo("resolved");
	}

	@Test
	void websiteThatIsNotNamedIsRejected() {
		McpSchema.CallToolResult result = result("crisp_search_conversations",
				Map.of("websiteId", "11111111-2222-4333-8444-555555555555"));
		assertThat(result.isError()).isTrue();
		assertThat(text(result)).isEqualTo("Access to this website is not allowed.");
		assertThat(crisp.calls()).isEmpty();
	}

	@Test
	void errorOfCrispIsAPlainSentence() {
		crisp.faults().exceedQuota(true);
		McpSchema.CallToolResult result = result("crisp_search_conversations", Map.of());
		assertThat(result.isError()).isTrue();
		assertThat(text(result)).startsWith("Too many calls").doesNotContain("http", crisp.identifier());
	}

	private String call(String tool, Map<String, Object> arguments) {
		McpSchema.CallToolResult result = result(tool, arguments);
		assertThat(result.isError()).as(text(result)).isFalse();
		return text(result);
	}

	private McpSchema.CallToolResult result(String tool, Map<String, Object> arguments) {
		return this.client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
	}

	private static String text(McpSchema.CallToolResult result) {
		return ((McpSchema.TextContent) result.content().get(0)).text();
	}

}
