package io.github.crispspring.client.website.people;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Import of profiles from a file.
 *
 * @param url the URL of the file
 * @param mapping the mapping of columns to fields
 * @param options the format of the file
 */
public record PeopleProfileImportSetup(String url, List<Mapping> mapping, @Nullable Options options) {

	/**
	 * Return a description without the URL, which may contain a key to the file.
	 */
	@Override
	public String toString() {
		return "PeopleProfileImportSetup[mapping=" + this.mapping + ", options=" + this.options + "]";
	}

	/**
	 * Mapping of a column to a field.
	 *
	 * @param column the number of the column
	 * @param field the field of the profile, such as {@code email} or
	 * {@code person.nickname}
	 */
	public record Mapping(int column, String field) {

	}

	/**
	 * Format of a file.
	 *
	 * @param columnSeparator the column separator, such as {@code ;}
	 * @param skipHeader whether the first line is not a profile
	 */
	public record Options(@Nullable String columnSeparator, @Nullable Boolean skipHeader) {

	}

}
