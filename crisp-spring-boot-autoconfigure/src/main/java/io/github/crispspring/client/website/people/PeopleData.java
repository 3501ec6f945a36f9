package io.github.crispspring.client.website.people;

import java.util.Map;

/**
 * The custom data of a person.
 *
 * @param data the data by key: texts, numbers and booleans
 */
public record PeopleData(Map<String, Object> data) {

}
