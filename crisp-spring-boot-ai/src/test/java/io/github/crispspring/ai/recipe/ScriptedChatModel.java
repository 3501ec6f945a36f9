package io.github.crispspring.ai.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/**
 * Deterministic {@link ChatModel} whose responses the test defines. It supports tools.
 */
class ScriptedChatModel implements ChatModel {

	private final List<Prompt> prompts = Collections.synchronizedList(new ArrayList<>());

	private volatile Function<Prompt, AssistantMessage> script = (prompt) -> {
		throw new IllegalStateException("The model has no script");
	};

	/**
	 * Let the model respond with a text.
	 */
	void responds(Function<Prompt, String> text) {
		script((prompt) -> new AssistantMessage(text.apply(prompt)));
	}

	void script(Function<Prompt, AssistantMessage> script) {
		this.prompts.clear();
		this.script = script;
	}

	List<Prompt> prompts() {
		return List.copyOf(this.prompts);
	}

	@Override
	public ChatResponse call(Prompt prompt) {
		this.prompts.add(prompt);
		return new ChatResponse(List.of(new Generation(this.script.apply(prompt))));
	}

	@Override
	public ChatOptions getOptions() {
		return ToolCallingChatOptions.builder().build();
	}

}
