/**
 * How Crisp's JSON is read and written: one mapper, independent of the application's.
 */
@NullMarked
package io.github.crispspring.json;

import org.jspecify.annotations.NullMarked;
