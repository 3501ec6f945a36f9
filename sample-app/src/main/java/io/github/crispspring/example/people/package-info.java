/**
 * Recipe: people kept in step with the users of an application.
 */
@NullMarked
package io.github.crispspring.example.people;

import org.jspecify.annotations.NullMarked;
