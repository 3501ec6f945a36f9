package io.github.crispspring.test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.client.website.conversation.NewConversationMessage;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.message.MessageContent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.util.CollectionUtils;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A call of Crisp's REST API that the application made.
 *
 * @param method the HTTP method
 * @param path the path, decoded, without the path of the base URL
 * @param queryParams the query parameters, decoded
 * @param body the body, an empty object if there is none
 * @param credentials the credentials, or {@code null} if the call had none
 */
public record CrispCall(HttpMethod method, String path, MultiValueMap<String, String> queryParams, JsonNode body,
		@Nullable CrispCredentials credentials) {

	private static final String BASIC = "Basic ";

	private static final Pattern MESSAGE = Pattern.compile("/v1/website/[^/]+/conversation/[^/]+/message");

	static CrispCall of(ClientRequest request, PathContainer path, String body) {
		return new CrispCall(request.method(), UriUtils.decode(path.value(), StandardCharsets.UTF_8),
				queryParams(request.url()), CrispJson.mapper().readTree(body.isEmpty() ? "{}" : body),
				credentials(request.headers()));
	}

	private static MultiValueMap<String, String> queryParams(URI url) {
		MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
		UriComponentsBuilder.fromUri(url)
			.build()
			.getQueryParams()
			.forEach((name, values) -> values.forEach((value) -> decoded.add(decode(name), decode(value))));
		return CollectionUtils.unmodifiableMultiValueMap(decoded);
	}

	private static String decode(@Nullable String value) {
		return (value != null) ? UriUtils.decode(value, StandardCharsets.UTF_8) : "";
	}

	private static @Nullable CrispCredentials credentials(HttpHeaders headers) {
		String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
		CrispTier tier = Stream.of(CrispTier.values())
			.filter((candidate) -> candidate.value().equals(headers.getFirst("X-Crisp-Tier")))
			.findFirst()
			.orElse(null);
		if (authorization == null || !authorization.startsWith(BASIC) || tier == null) {
			return null;
		}
		String[] token = new String(Base64.getDecoder().decode(authorization.substring(BASIC.length())),
				StandardCharsets.UTF_8)
			.split(":", 2);
		return new CrispCredentials(token[0], token[1], tier);
	}

	/**
	 * Return the content of the message, if this call sends one.
	 */
	Optional<MessageContent> sentContent() {
		return (this.method.equals(HttpMethod.POST) && MESSAGE.matcher(this.path).matches())
				? Optional.of(CrispJson.mapper().treeToValue(this.body, NewConversationMessage.class).content())
				: Optional.empty();
	}

}
