package io.github.crispspring.client.website.people;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How profiles are imported from a file.
 *
 * @param url where the file can be read
 * @param mapping which column of the file is which field of a profile
 * @param options how the file is written
 */
public record PeopleProfileImportSetup(String url, List<Mapping> mapping, @Nullable Options options) {

	/**
	 * Describes the import without the URL, which may hold a key to the file.
	 */
	@Override
	public String toString() {
		return "PeopleProfileImportSetup[mapping=" + this.mapping + ", options=" + this.options + "]";
	}

	/**
	 * Which field a column becomes.
	 *
	 * @param column the number of the column
	 * @param field the field of the profile, such as {@code email} or
	 * {@code person.nickname}
	 */
	public record Mapping(int column, String field) {

	}

	/**
	 * How a file is written.
	 *
	 * @param columnSeparator what stands between two columns, such as {@code ;}
	 * @param skipHeader whether the first line is not a profile
	 */
	public record Options(@Nullable String columnSeparator, @Nullable Boolean skipHeader) {

	}

}
