/**
 * Recipe: export of the conversations of a website.
 */
@NullMarked
package io.github.crispspring.example.export;

import org.jspecify.annotations.NullMarked;
