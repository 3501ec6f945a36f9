package io.github.crispspring.client;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/**
 * A route of the contract: what the official client sends for one of its methods.
 */
record ContractRoute(String service, String resource, String method, List<String> params, @Nullable String responseType,
		Http http) {

	static List<ContractRoute> all() throws Exception {
		JsonMapper mapper = JsonMapper.builder().build();
		return mapper.readerForListOf(ContractRoute.class)
			.readValue(new ClassPathResource("contract/routes.json").getContentAsByteArray());
	}

	/**
	 * The path, with variables named as Java names them.
	 */
	String path(Map<String, String> variables) {
		String path = this.http.path().replace("ID}", "Id}");
		for (Map.Entry<String, String> variable : variables.entrySet()) {
			path = path.replace("{" + variable.getKey() + "}", variable.getValue());
		}
		return path;
	}

	boolean returnsList() {
		return this.responseType != null && this.responseType.endsWith("[]");
	}

	@Override
	public String toString() {
		return this.resource + "." + this.method;
	}

	record Http(String method, String path, List<String> query, @Nullable List<String> queryAlways,
			@Nullable JsonNode bodyShape) {

	}

}
