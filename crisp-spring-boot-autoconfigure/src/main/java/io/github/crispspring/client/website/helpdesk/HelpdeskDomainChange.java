package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.json.Clearable;
import org.jspecify.annotations.Nullable;

/**
 * A change of the domains of a help desk. A component that is {@code null} keeps its
 * domain.
 *
 * @param basic the name in the domain of Crisp, such as {@code acme}
 * @param custom the domain of the website, such as {@code help.acme.com}; empty for none
 */
public record HelpdeskDomainChange(@Nullable String basic, @Clearable @Nullable String custom) {

	/**
	 * Change only the subdomain at Crisp.
	 * @param basic the name, such as {@code acme}
	 * @return the change
	 */
	public static HelpdeskDomainChange toBasic(String basic) {
		return new HelpdeskDomainChange(basic, null);
	}

	/**
	 * Change only the custom domain.
	 * @param custom the domain, such as {@code help.acme.com}
	 * @return the change
	 */
	public static HelpdeskDomainChange toCustom(String custom) {
		return new HelpdeskDomainChange(null, custom);
	}

	/**
	 * Remove only the custom domain.
	 * @return the change
	 */
	public static HelpdeskDomainChange withoutCustom() {
		return new HelpdeskDomainChange(null, "");
	}

}
