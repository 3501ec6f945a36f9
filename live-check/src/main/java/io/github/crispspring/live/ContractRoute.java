package io.github.crispspring.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/**
 * Route of the contract that reads.
 *
 * @param resource the name of the resource, as in the name of the client
 * @param method the name of the method of the client
 * @param responseType the type of the data of the response, if it is known
 * @param tiers the tiers that may call it, if they are known
 * @param http the request
 */
record ContractRoute(String resource, String method, @Nullable String responseType, @Nullable List<String> tiers,
		Request http) {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

	/**
	 * Read the routes of the contract whose method is GET.
	 */
	static List<ContractRoute> load() {
		JsonMapper mapper = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		try {
			List<ContractRoute> routes = mapper.readerForListOf(ContractRoute.class)
				.readValue(new ClassPathResource("contract/routes.json").getContentAsByteArray());
			return routes.stream().filter((route) -> route.http().method().equals("GET")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return whether a tier may call the route. A website token may call what a plugin
	 * token may.
	 */
	boolean isOpenTo(String tier) {
		return this.tiers == null || this.tiers.isEmpty() || this.tiers.contains(tier.equals("user") ? tier : "plugin");
	}

	/**
	 * Return the path with the names of the Java parameters.
	 */
	String path() {
		return this.http.path().replace("ID}", "Id}");
	}

	Set<String> variables() {
		return VARIABLE.matcher(path())
			.results()
			.map((variable) -> variable.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Override
	public String toString() {
		return "GET " + path();
	}

	/**
	 * Request of a route.
	 */
	record Request(String method, String path) {

	}

}
