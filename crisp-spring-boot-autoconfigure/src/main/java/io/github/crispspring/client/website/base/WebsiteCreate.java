package io.github.crispspring.client.website.base;

/**
 * A website that is to be created.
 *
 * @param name its name
 * @param domain its domain
 */
public record WebsiteCreate(String name, String domain) {

}
