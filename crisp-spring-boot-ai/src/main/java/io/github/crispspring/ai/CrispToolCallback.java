package io.github.crispspring.ai;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.CrispQuotaException;
import io.github.crispspring.client.CrispRateLimitException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;
import org.springframework.ai.tool.metadata.ToolMetadata;
import org.springframework.util.StringUtils;

/**
 * {@link ToolCallback} whose errors are plain sentences for the model. The error itself,
 * with the call that failed, is logged only.
 */
final class CrispToolCallback implements ToolCallback {

	private static final String NO_ARGUMENTS = "{}";

	private static final Log logger = LogFactory.getLog(CrispTools.class);

	private final ToolCallback delegate;

	CrispToolCallback(ToolCallback delegate) {
		this.delegate = delegate;
	}

	@Override
	public ToolDefinition getToolDefinition() {
		return this.delegate.getToolDefinition();
	}

	@Override
	public ToolMetadata getToolMetadata() {
		return this.delegate.getToolMetadata();
	}

	@Override
	public String call(String toolInput) {
		return call(toolInput, null);
	}

	@Override
	public String call(String toolInput, @Nullable ToolContext toolContext) {
		try {
			return this.delegate.call(StringUtils.hasText(toolInput) ? toolInput : NO_ARGUMENTS, toolContext);
		}
		catch (ToolExecutionException ex) {
			throw failure((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (RuntimeException ex) {
			throw failure(ex);
		}
	}

	private ToolExecutionException failure(Throwable cause) {
		String message = message(cause);
		String name = getToolDefinition().name();
		if (cause instanceof RejectedToolCallException) {
			logger.debug("Tool '" + name + "' rejected a call: " + message);
		}
		else {
			logger.warn("Tool '" + name + "' failed; the model receives: " + message, cause);
		}
		return new ToolExecutionException(getToolDefinition(), new IllegalStateException(message));
	}

	private static String message(Throwable cause) {
		if (cause instanceof RejectedToolCallException rejected) {
			return String.valueOf(rejected.getMessage());
		}
		if (cause instanceof CrispNotFoundException) {
			return "It does not exist on this website. Check the identifiers.";
		}
		if (cause instanceof CrispQuotaException || cause instanceof CrispRateLimitException) {
			return "Too many calls were made to Crisp. Do not call the tools of Crisp for now.";
		}
		if (cause instanceof CrispAuthenticationException) {
			return "This application is not permitted to do this on the website.";
		}
		if (cause instanceof CrispException) {
			return "The call to Crisp failed. It may succeed later.";
		}
		if (cause instanceof JacksonException || cause instanceof IllegalArgumentException) {
			return "The arguments do not match the schema of the tool.";
		}
		return "The tool failed.";
	}

}
