package io.github.crispspring.client;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@link DefaultUriBuilderFactory} that parses a URI template once rather than for each
 * call, which would take longer than anything else in the preparation of a call.
 */
final class CachingUriBuilderFactory extends DefaultUriBuilderFactory {

	/**
	 * Maximum number of templates, more than all client methods have. An application may
	 * compose a template for each call, which must not fill the memory.
	 */
	private static final int CAPACITY = 1000;

	private final ConcurrentLruCache<String, UriComponents> templates;

	/**
	 * Create a factory.
	 * @param baseUrl the URL before the templates
	 */
	CachingUriBuilderFactory(String baseUrl) {
		super(baseUrl);
		this.templates = new ConcurrentLruCache<>(CAPACITY, (template) -> parse(baseUrl, template));
	}

	private static UriComponents parse(String baseUrl, String template) {
		UriComponentsBuilder builder = UriComponentsBuilder.fromUriString(template);
		UriComponents parsed = builder.build();
		if (parsed.getHost() == null) {
			builder = UriComponentsBuilder.fromUriString(baseUrl).uriComponents(parsed);
		}
		return builder.encode().build();
	}

	@Override
	public URI expand(String template, Map<String, ? extends @Nullable Object> variables) {
		return URI.create(this.templates.get(template).expand(variables).toString());
	}

}
