package io.github.crispspring.client.website.base;

/**
 * Website to create.
 *
 * @param name the name
 * @param domain the domain
 */
public record NewWebsite(String name, String domain) {

}
